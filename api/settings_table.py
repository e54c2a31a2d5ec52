"""The list of settings as the README and .env.example show it, so that neither can forget one."""

from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from api.settings import PREFIX, Settings

HEAD = """\
# Settings of Rolograph, with their defaults. Copy this file to .env and change what differs.
# Real environment variables win over this file, and the command line wins over both.
# Written by: rolograph settings --env > .env.example
"""


def settings_table() -> str:
    """A markdown table of all settings, for the README."""
    rows = ["| Variable | Default | Meaning |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = f"`{_spelled(field.default)}`" if field.default not in (None, "") else "–"
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {_meaning(field)} |")
    return "\n".join(rows) + "\n"


def env_example() -> str:
    """All settings as commented lines of an environment file."""
    parts = [HEAD]
    for name, field in Settings.model_fields.items():
        meaning = _meaning(field).replace("`", "")
        parts.append(f"\n# {meaning}\n# {PREFIX}{name.upper()}={_spelled(field.default)}\n")
    return "".join(parts)


def _spelled(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _meaning(field: FieldInfo) -> str:
    choices = _choices(field.annotation)
    words = field.description or ""
    named = [choice for choice in choices if f"`{choice}`" not in words]
    return f"{words} ({', '.join(f'`{choice}`' for choice in choices)})" if named else words


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    if get_origin(annotation) is UnionType or NoneType in get_args(annotation):
        return tuple(choice for part in get_args(annotation) for choice in _choices(part))
    return ()
