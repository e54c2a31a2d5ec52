"""Where the UI's sources and what is built from them lie, and which build is the current one.

With `node`, `locking` and `building` it uses the standard library alone: a wheel is built before anything is installed.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What a build is made from. Tests and the settings of checkers change nothing about it.
SOURCES = (
    ".npmrc",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "ahead.ts",
    "hints.ts",
    "inlining.ts",
    "manifest.ts",
    "index.html",
    "graphiql.html",
    "calls.html",
    "public",
    "src",
)


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the sources, and the folder of the builds: one folder a build, and a file naming the current one."""

    frontend: Path
    web: Path

    @property
    def has_sources(self) -> bool:
        """Whether anything can be built; an installed wheel carries a build instead."""
        return (self.frontend / "package.json").is_file()

    def version(self) -> str:
        """The version of the sources: the same for the same contents, on every machine."""
        digest = hashlib.sha256()
        for path in self._sources():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(self.frontend).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()[:16]

    def _sources(self) -> Iterator[Path]:
        for name in SOURCES:
            path = self.frontend / name
            if path.is_file():
                yield path
            for inner in sorted(path.rglob("*")):
                if inner.is_file() and ".test." not in inner.name:
                    yield inner

    def current(self) -> Path | None:
        """The folder of the current build; None where there is none."""
        try:
            name = json.loads((self.web / "build.json").read_bytes())["build"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        folder = self.web / str(name)
        return folder if folder.is_dir() else None

    def make_current(self, name: str) -> None:
        """From now on this build is served; a server that is running notices."""
        self.write("build.json", {"build": name})

    def write(self, name: str, content: object) -> None:
        """Put a small file beside the builds, at once or not at all."""
        part = self.web / f".{name}.{os.getpid()}"
        part.write_text(json.dumps(content), "utf-8")
        part.replace(self.web / name)


HERE = Place(frontend=ROOT / "frontend", web=ROOT / "api" / "_web")
