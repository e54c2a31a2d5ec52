"""Values against schemas of the OpenAPI document: as much of JSON Schema as it uses, and a cry at anything else."""

from datetime import datetime
from typing import Any

Json = dict[str, Any]

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
KEYWORDS = {
    *("type", "format", "const", "anyOf", "$ref", "minLength", "maxLength", "minimum", "items", "maxItems"),
    *("properties", "required", "additionalProperties", "title", "description"),
}


def problems(value: Any, schema: Json, document: Json, at: str = "body") -> list[str]:
    """What in a value the schema does not allow, and what it does not name where it does not say that more may come."""
    assert schema.keys() <= KEYWORDS, f"{schema.keys() - KEYWORDS} are not checked here"
    if "$ref" in schema:
        return problems(value, resolved(schema, document), document, at)
    if "anyOf" in schema:
        tries = [problems(value, each, document, at) for each in schema["anyOf"]]
        return [] if [] in tries else min(tries, key=len)
    if "const" in schema and value != schema["const"]:
        return [f"{at} is not {schema['const']!r}"]
    if "type" in schema:
        kind = schema["type"]
        if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
            return [f"{at} is no {kind}"]
    found: list[str] = []
    if isinstance(value, str):
        found += _text_problems(value, schema, at)
    elif isinstance(value, dict):
        found += _object_problems(value, schema, document, at)
    elif isinstance(value, list):
        if len(value) > schema.get("maxItems", len(value)):
            found.append(f"{at} has too many items")
        for index, each in enumerate(value):
            found += problems(each, schema.get("items", {}), document, f"{at}[{index}]")
    elif "minimum" in schema and value < schema["minimum"]:
        found.append(f"{at} is below {schema['minimum']}")
    return found


def resolved(part: Json, document: Json) -> Json:
    """What a reference means; the part itself when it is none."""
    while "$ref" in part:
        found: Any = document
        for name in part["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        part = found
    return part


def _text_problems(value: str, schema: Json, at: str) -> list[str]:
    found = []
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        found.append(f"{at} is too short or too long")
    if schema.get("format") == "date-time":
        try:
            known = datetime.fromisoformat(value).tzinfo is not None
        except ValueError:
            known = False
        if not known:
            found.append(f"{at} is no time with a zone")
    return found


def _object_problems(value: Json, schema: Json, document: Json, at: str) -> list[str]:
    known, more = schema.get("properties", {}), schema.get("additionalProperties", "properties" not in schema)
    found = [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, each in value.items():
        if name in known:
            found += problems(each, known[name], document, f"{at}.{name}")
        elif more is not True:
            found.append(f"{at}.{name} is not documented")
    return found
