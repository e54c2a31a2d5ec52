"""What holds for the project as a whole: its pins, its version, the direction of its imports, what files may name."""

import re
import subprocess
import sysconfig
import tomllib
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PINS = [Requirement(pin) for pin in PROJECT["tool"]["uv"]["constraint-dependencies"]]
DIRECT = [*PROJECT["project"]["dependencies"], *chain(*PROJECT["dependency-groups"].values())]
# In pieces, so that this file does not name them itself.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com")


def test_every_direct_requirement_names_one_version():
    requirements = [*DIRECT, *PROJECT["build-system"]["requires"]]

    assert [text for text in requirements if not is_exact(Requirement(text))] == []


def test_pins_are_exactly_what_is_installed():
    pinned = {canonicalize_name(pin.name): str(pin.specifier) for pin in PINS if applies(pin)}

    installed = {name: f"=={metadata.version(name)}" for name in needed([Requirement(text) for text in DIRECT])}

    assert pinned == installed, "after a change to the dependencies run .ci/pin, then uv sync"


def test_version_is_the_newest_in_the_changelog():
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    assert versions[0] == PROJECT["project"]["version"]


def test_imports_run_one_way():
    lint_imports = Path(sysconfig.get_path("scripts")) / "lint-imports"

    outcome = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_no_file_names_a_package_registry():
    contents = {path: (ROOT / path).read_bytes() for path in files()}

    assert [(path, host) for path, words in contents.items() for host in REGISTRIES if host.encode() in words] == []


def is_exact(requirement: Requirement) -> bool:
    return [specifier.operator for specifier in requirement.specifier] == ["=="]


def applies(requirement: Requirement, extras: frozenset[str] = frozenset()) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def needed(requirements: list[Requirement]) -> set[str]:
    """Names of the distributions that requirements lead to on this machine, as their metadata tells."""
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [(one, frozenset[str]()) for one in requirements]
    while waiting:
        requirement, wanted_by = waiting.pop()
        found = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if not applies(requirement, wanted_by) or found in seen:
            continue
        seen.add(found)
        waiting += [(Requirement(text), found[1]) for text in metadata.requires(requirement.name) or ()]
    return {name for name, _ in seen}


def files() -> list[str]:
    """Paths of the files that are committed, or would be."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    outcome = subprocess.run(listing, cwd=ROOT, check=False, capture_output=True, text=True)
    if outcome.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for path in outcome.stdout.split("\0") if (ROOT / path).is_file()]
