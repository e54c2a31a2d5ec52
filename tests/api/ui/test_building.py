"""Builds of the UI: made when they are needed, whole or not at all, and by one process at a time."""

import gzip
import json
import re
import threading
import time
import tomllib
from pathlib import Path

import pytest

from api.ui.building import Build, BuildFailed, BuildStopped
from api.ui.node import WHEEL, find_node
from api.ui.place import HERE, SOURCES, Place
from tests.api.ui.small import builds, small_ui


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return small_ui(tmp_path)


def test_a_build_is_made_once_and_found_the_next_time(place):
    steps: list[str] = []

    first = Build(place, tell=steps.append).run()
    second = Build(place, tell=steps.append).run()

    assert steps == ["Looking for changes", "Fetching packages", "Building pages", "Compressing", "Looking for changes"]
    assert first == second == place.current() == place.web / place.version()
    assert builds(place) == 1


def test_what_shrinks_has_a_compressed_copy(place):
    folder = Build(place).run()

    script = folder / "assets" / "app-1a2b.js"
    assert gzip.decompress((folder / "assets" / "app-1a2b.js.gz").read_bytes()) == script.read_bytes()
    assert not (folder / "icon.svg.gz").exists()


def test_what_the_build_is_set_up_with_is_among_its_sources():
    left, found = ["vite.config.ts"], set[str]()
    while left:
        name = left.pop()
        found.add(name)
        named = re.findall(r"from '\./([\w.]+\.ts)'", (HERE.frontend / name).read_text())
        left += set(named) - found

    assert found - set(SOURCES) == set()
    assert len(found) > 1


def test_changed_sources_are_built_anew_with_the_packages_that_are_there(place):
    before = Build(place).run()
    (place.frontend / "index.html").write_text("<!doctype html><title>Another</title>")
    steps: list[str] = []

    after = Build(place, tell=steps.append).run()

    assert steps == ["Looking for changes", "Building pages", "Compressing"]
    assert (after / "index.html").read_text() == "<!doctype html><title>Another</title>"
    assert place.current() == after != before


def test_tests_are_no_part_of_the_sources(place):
    before = place.version()

    (place.frontend / "src" / "App.test.tsx").write_text("test")

    assert place.version() == before


def test_the_build_before_is_kept_and_earlier_ones_are_not(place):
    folders = []
    for title in "one two three".split():
        (place.frontend / "index.html").write_text(title)
        folders.append(Build(place).run())

    assert [folder.exists() for folder in folders] == [False, True, True]


def test_a_build_that_fails_leaves_the_one_before_and_tells_what_was_printed(place):
    before = Build(place).run()
    (place.frontend / "src" / "broken.ts").write_text("?")

    with pytest.raises(BuildFailed, match="Building pages failed after") as failed:
        Build(place).run()

    assert failed.value.output == "src/broken.ts: it is broken"
    assert place.current() == before
    assert [path.name for path in place.web.iterdir() if path.is_dir()] == [before.name]


def test_packages_that_are_out_of_reach_are_a_reason(place):
    nowhere = {"version": "1.0.0", "resolved": "http://127.0.0.1:1/absent-1.0.0.tgz"}
    for name in ("package.json", "package-lock.json"):
        content = json.loads((place.frontend / name).read_text())
        project = content["packages"][""] if "packages" in content else content
        project["dependencies"]["absent"] = "1.0.0"
        if "packages" in content:
            content["packages"]["node_modules/absent"] = nowhere
        (place.frontend / name).write_text(json.dumps(content))

    with pytest.raises(BuildFailed) as failed:
        Build(place).run()

    assert re.sub(r"\d+ s", "2 s", failed.value.reason) == (
        "Fetching packages failed after 2 s: the package registry cannot be reached (ECONNREFUSED)"
    )
    assert place.current() is None


def test_builds_that_start_at_once_make_one(place):
    threads = [threading.Thread(target=Build(place).run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert builds(place) == 1


def test_a_build_stops_when_it_is_told_to(place):
    (place.frontend / "wait.txt").touch()
    build = Build(place)
    outcome: list[str] = []

    def run() -> None:
        try:
            build.run()
        except BuildStopped:
            outcome.append("stopped")

    thread = threading.Thread(target=run)
    thread.start()
    while builds(place) == 0:
        time.sleep(0.02)
    build.stop()
    thread.join(30)

    assert outcome == ["stopped"]
    assert place.current() is None


def test_a_node_that_is_named_must_be_one(place, tmp_path):
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v20.11.1\n")
    old.chmod(0o755)

    with pytest.raises(BuildFailed, match=r"is v20\.11\.1; the UI needs 22\.22\.2 or newer"):
        Build(place, node=str(old)).run()
    with pytest.raises(BuildFailed, match="names /no/such/node, which is no program"):
        Build(place, node="/no/such/node").run()


def test_the_named_node_builds_with_the_npm_beside_it(place):
    wheel = find_node()

    Build(place, node=str(wheel.program)).run()

    assert builds(place) == 1


def test_the_project_asks_for_the_node_that_the_build_expects():
    root = Path(__file__).parents[3]
    project = tomllib.loads((root / "pyproject.toml").read_text())

    assert project["dependency-groups"]["ui"] == [WHEEL]
    assert f'WHEEL = "{WHEEL}"' in (root / "api" / "ui" / "hook.py").read_text()
