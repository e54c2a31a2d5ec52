"""What models of bodies have in common, and how they become the schemas of the OpenAPI document."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

PATH = "#/components/schemas/"


class Document(BaseModel):
    """A JSON object with names in camel case. It only describes: nothing is parsed or written with it."""

    model_config = ConfigDict(alias_generator=to_camel)


class Error(Document):
    """Every refusal, whatever its status."""

    error: str
    message: str


class Status(Document):
    status: Literal["ok"]


def reference(model: type[BaseModel]) -> dict[str, str]:
    """A reference to the model's schema."""
    return {"$ref": PATH + model.__name__}


def schemas(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The schemas of these models and of all that they hold, by name."""
    _, holder = models_json_schema(
        [(model, "serialization") for model in models], ref_template=PATH + "{model}", schema_generator=_Plain
    )
    definitions: dict[str, Any] = holder["$defs"]
    return dict(sorted(definitions.items()))


class _Plain(GenerateJsonSchema):
    """Without titles, which only repeat names, and without defaults: absent is absent, and not null."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
