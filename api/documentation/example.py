"""An example of a call, for the OpenAPI document."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A call and its answer. `parameter` is the id in its path, where there is one."""

    name: str
    request: Any
    answer: Any
    status: int = 200
    parameter: str | None = None
