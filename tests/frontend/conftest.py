"""The UI's own tools, run as its developers run them: the packages of the lock file, and the Node that builds it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from api.ui.building import Build
from api.ui.node import Node
from api.ui.place import HERE


@pytest.fixture(scope="session")
def node() -> Node:
    """Node, with every package in place. The first run after a change of the lock file fetches them."""
    return Build(HERE).install_for_development()


@pytest.fixture(scope="session")
def built(node: Node) -> Path:
    """The folder of a build of today's sources."""
    return Build(HERE).run()


@pytest.fixture(scope="session")
def run(node: Node) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a script of a package, such as `vitest/vitest.mjs`, with its arguments; what came of it."""

    def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [node.program, HERE.frontend / "node_modules" / script, *arguments],
            cwd=HERE.frontend,
            env={**node.environment(), "NO_COLOR": "1", "CI": os.environ.get("CI", ""), **environment},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )

    return run
