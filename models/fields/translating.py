"""Applying mappings to an item: values under mapped names set the fields they mean. The raw value stays under its name."""

from collections.abc import Mapping

from models.errors import InvalidInput
from models.fields.cleaning import Cleaned, judged_value
from models.fields.mapping import FieldSpec


def translate(cleaned: Cleaned, aliases: Mapping[str, FieldSpec], renames: Mapping[str, str]) -> Cleaned:
    """The item with what its mapped names mean besides; a field that came under its own name has the last word.

    A value that a field of ours cannot take stays under its raw name alone: a mapping never makes an item fail.
    """
    for name, spec in aliases.items():
        if name in cleaned.custom and spec.name not in cleaned.values:
            try:
                value = judged_value(spec, name, cleaned.custom[name])
            except InvalidInput:
                continue
            cleaned.values[spec.name] = value
            cleaned.mapped[spec.name] = name
    for name, other in renames.items():
        if name in cleaned.custom and other not in cleaned.custom:
            cleaned.custom[other] = cleaned.custom[name]
    return cleaned
