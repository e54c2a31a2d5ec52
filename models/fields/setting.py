"""What people say of a custom field. It stands apart from the registry, which knows only what was sent."""

from enum import StrEnum

from sqlalchemy import Text, false
from sqlmodel import Field

from models.base import Stamped
from models.columns import Token


class WishedType(StrEnum):
    """What a field's values should be read as. Values stay as they were sent, whatever is wished."""

    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE_TIME = "dateTime"
    LIST = "list"


class CustomFieldSetting(Stamped, table=True):
    """One row a name that somebody said something of."""

    __tablename__ = "custom_field_setting"

    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    label: str | None = Field(default=None, sa_type=Text)
    wished_type: str | None = Field(default=None, sa_type=Token)
    is_hidden: bool = False
    is_promoted: bool = False
    position: int | None = None  # among the promoted ones
    # Whether it is found by its values: false until those that are stored are filled in.
    is_indexed: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
