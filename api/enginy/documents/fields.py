"""The named fields of contacts and companies for the OpenAPI document: out of the field table, with words."""

from typing import Any

from pydantic import Field

from models.fields.cleaning import MAX_TEXT
from models.fields.mapping import FIELDS, NESTED_FIELDS, Entity, FieldKind

_TYPES: dict[FieldKind, tuple[Any, str]] = {
    FieldKind.TEXT: (str | None, ""),
    FieldKind.NUMBER: (float | None, " Text that is a number is taken too."),
    FieldKind.INTEGER: (int | None, " Text that is a whole number is taken too."),
    FieldKind.TAGS: (list[str] | None, ""),
}

_OWNER = "Id of a user from `GET /users`; any other text is kept as it is."
_CAMPAIGNS = "Names of campaigns, with commas between them."
_NESTED = "More fields. At the top level they are as good, and count if they are in both places."
_SENDER = "The sender who wrote last."

# Each field needs words here: a field of ours by our name, one that Enginy alone names by that name.
_WORDS = {
    Entity.CONTACT: {
        "email": "E-mail address; what contacts are recognized by first.",
        "first_name": "First name.",
        "last_name": "Last name.",
        "full_name": "Whole name.",
        "phone": "Telephone number, in any form.",
        "mobile_phone": "Mobile number, in any form; `phone` and it are one kind when contacts are recognized.",
        "company_name": "Name of the company, as text.",
        "title": "Job title.",
        "linkedin_url": "Address of the LinkedIn profile, in any form.",
        "location": "Location or address.",
        "city": "City.",
        "state": "State or region.",
        "country": "Country.",
        "industry": "Industry.",
        "website": "Personal website.",
        "bio": "Biography or description.",
        "tags": "Tags or labels.",
        "lead_score": "Lead score. Enginy sends none of its own; it takes over the CRM's.",
        "lifecycle_stage": "Such as Lead, MQL, SQL, Opportunity, Customer. Enginy takes over the CRM's.",
        "owner_id": _OWNER,
        "companySize": "Range of employees, such as 51-200.",
        "domain": "Domain of the company.",
        "emailVerificationStatus": "What Enginy found out about the e-mail address.",
        "campaigns": _CAMPAIGNS,
        "lastContactedBy": _SENDER,
    },
    Entity.COMPANY: {
        "name": "Name of the company.",
        "domain": "Domain, in any form; what companies are recognized by first.",
        "website": "Website.",
        "industry": "Industry.",
        "number_of_employees": "Number of employees.",
        "linkedin_url": "Address of the LinkedIn page, in any form.",
        "location": "Location or address.",
        "description": "What the company does.",
        "revenue": "Revenue, as text.",
        "company_type": "Such as private or public.",
        "founded_year": "Year it was founded.",
        "technologies_used": "Technologies, with commas between them.",
        "tags": "Tags or labels.",
        "owner_id": _OWNER,
        "campaigns": _CAMPAIGNS,
        "lastContactedBy": _SENDER,
        "leadCountries": "Countries of its leads, with commas between them.",
    },
}


def named_fields(entity: Entity) -> dict[str, Any]:
    """Every field of an entity that has a name of its own, by Enginy's name; all may be left out, or null."""
    table, words = FIELDS[entity], _WORDS[entity]
    fields: dict[str, Any] = {}
    for spec in table.specs:
        kind, note = _TYPES[spec.kind]
        longest = MAX_TEXT if spec.kind is FieldKind.TEXT else None
        fields[spec.incoming] = kind, Field(None, max_length=longest, description=words[spec.name] + note)
    for spec in table.specs:
        kind, note = _TYPES[spec.kind]
        for alias in spec.aliases:
            meaning = f"Another name for `{spec.incoming}`, which counts if both are there.{note}"
            fields[alias] = kind, Field(None, description=meaning)
    for name in sorted(table.named - fields.keys()):
        fields[name] = str | None, Field(None, description=words[name])
    fields[NESTED_FIELDS] = dict[str, Any] | None, Field(None, description=_NESTED)
    return fields
