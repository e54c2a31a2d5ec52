"""Built files as answers: found by name in a list made once a build, so that no path leads anywhere else."""

from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

ASSETS = "assets/"  # the folder whose files are named after their contents
FOR_EVER = "public, max-age=31536000, immutable"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".ttf": "font/ttf"}


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file, and whether there is a compressed copy of it."""

    path: Path
    compressed: bool


def files_of(web: Path, current: Path) -> dict[str, BuiltFile]:
    """Every file of the current build by its name in it, and the assets of earlier ones, which open pages still load."""
    earlier = [each for each in web.iterdir() if each.is_dir() and not each.name.startswith(".") and each != current]
    found: dict[str, BuiltFile] = {}
    for folder in (*earlier, current):
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if path.suffix != ".gz" and path.is_file() and (folder == current or name.startswith(ASSETS)):
                found[name] = BuiltFile(path, path.with_name(f"{path.name}.gz").is_file())
    return found


def file_response(request: Request, name: str, file: BuiltFile, **headers: str) -> Response:
    """The file, compressed for those who can read that. What is named after its contents may be kept for ever."""
    told = {"cache-control": FOR_EVER if name.startswith(ASSETS) else "no-cache"}
    path = file.path
    if file.compressed:
        told["vary"] = "accept-encoding"
        if "gzip" in request.headers.get("accept-encoding", ""):
            told["content-encoding"] = "gzip"
            path = path.with_name(f"{path.name}.gz")
    kind = TYPES.get(file.path.suffix) or guess_type(file.path.name)[0] or "application/octet-stream"
    return FileResponse(path, headers={**told, **headers}, media_type=kind)
