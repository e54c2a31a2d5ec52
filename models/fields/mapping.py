"""Where incoming names lead: the table of the names another system uses, and the fields of ours they mean.

This is data. Code elsewhere asks the table and compares no incoming name itself. Source of the names: Enginy's guide,
"Available Contact Fields", and its pages on creating and syncing contacts and companies.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# What an item is called by either side, and where its made-up fields may be nested; never the name of a field.
EXTERNAL_ID = "externalId"
RECORD_ID = "crmId"
NESTED_FIELDS = "customFields"
RESERVED_NAMES = frozenset((EXTERNAL_ID, RECORD_ID, NESTED_FIELDS))

# Values we derive; if Enginy sends its own they are kept as custom fields and used while nothing is derived.
LAST_ACTIVITY = "lastActivityDate"
DEAL_VALUE = "dealValue"
LAST_UPDATED = "lastUpdated"


class Entity(StrEnum):
    """A kind of record that Enginy knows too."""

    CONTACT = "contact"
    COMPANY = "company"

    @property
    def noun(self) -> str:
        return self.value.capitalize()

    @property
    def plural(self) -> str:
        return {Entity.CONTACT: "contacts", Entity.COMPANY: "companies"}[self]


class FieldKind(StrEnum):
    """What values a field of ours takes."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of ours: `name` is the column, `incoming` what Enginy calls it, `aliases` other names for the same thing."""

    name: str
    incoming: str
    kind: FieldKind = FieldKind.TEXT
    aliases: tuple[str, ...] = ()
    ours_alone: bool = False  # Enginy never holds it as a field of its own, so it is no part of the shadow


class FieldTable:
    """The fields of one entity, by every name they have.

    `named` are the names whose values Enginy may hold as a record's own fields. They come back with an answer and make
    up the shadow; all other names are fields somebody made up.
    """

    def __init__(self, entity: Entity, specs: tuple[FieldSpec, ...], others_named: tuple[str, ...]) -> None:
        self.entity = entity
        self.specs = specs
        self.by_name: Mapping[str, FieldSpec] = {spec.name: spec for spec in specs}
        self.by_incoming: Mapping[str, FieldSpec] = {spec.incoming: spec for spec in specs}
        self.by_alias: Mapping[str, FieldSpec] = {alias: spec for spec in specs for alias in spec.aliases}
        shared = [spec for spec in specs if not spec.ours_alone]
        self.named = frozenset(name for spec in shared for name in (spec.incoming, *spec.aliases)) | frozenset(
            others_named
        )
        # The commonest case by itself: incoming name -> field, for texts the other side holds too.
        self.texts = {spec.incoming: spec.name for spec in shared if spec.kind is FieldKind.TEXT}
        self.known = self.named | self.by_incoming.keys()
        self.columns = tuple(spec.name for spec in specs)

    def incoming(self, name: str) -> str:
        """What the other side calls our field `name`."""
        return self.by_name[name].incoming


CONTACT_FIELDS = FieldTable(
    Entity.CONTACT,
    (
        FieldSpec("email", "email"),
        FieldSpec("first_name", "firstName"),
        FieldSpec("last_name", "lastName"),
        FieldSpec("full_name", "fullName"),
        FieldSpec("phone", "phone"),
        FieldSpec("mobile_phone", "mobilePhone"),
        FieldSpec("company_name", "company"),
        FieldSpec("title", "title"),
        FieldSpec("linkedin_url", "linkedinUrl"),
        FieldSpec("location", "location"),
        FieldSpec("city", "city"),
        FieldSpec("state", "state"),
        FieldSpec("country", "country", aliases=("leadCountry",)),
        FieldSpec("industry", "industry"),
        FieldSpec("website", "website"),
        FieldSpec("bio", "bio", aliases=("description",)),
        FieldSpec("tags", "tags", FieldKind.TAGS),
        FieldSpec("lead_score", "leadScore", FieldKind.NUMBER, ours_alone=True),
        FieldSpec("lifecycle_stage", "lifecycleStage", ours_alone=True),
        FieldSpec("owner_id", "ownerId", aliases=("owner",)),
    ),
    others_named=("companySize", "domain", "emailVerificationStatus", "campaigns", "lastContactedBy"),
)

COMPANY_FIELDS = FieldTable(
    Entity.COMPANY,
    (
        FieldSpec("name", "name"),
        FieldSpec("domain", "domain"),
        FieldSpec("website", "website"),
        FieldSpec("industry", "industry"),
        FieldSpec("number_of_employees", "numberOfEmployees", FieldKind.INTEGER, aliases=("employeeCount",)),
        FieldSpec("linkedin_url", "linkedinUrl"),
        FieldSpec("location", "location"),
        FieldSpec("description", "description"),
        FieldSpec("revenue", "revenue"),
        FieldSpec("company_type", "companyType"),
        FieldSpec("founded_year", "foundedYear", FieldKind.INTEGER),
        FieldSpec("technologies_used", "technologiesUsed"),
        FieldSpec("tags", "tags", FieldKind.TAGS),
        FieldSpec("owner_id", "ownerId", aliases=("owner",)),
    ),
    others_named=("campaigns", "lastContactedBy", "leadCountries"),
)

FIELDS = {Entity.CONTACT: CONTACT_FIELDS, Entity.COMPANY: COMPANY_FIELDS}
