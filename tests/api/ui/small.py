"""A UI of one page, whose packages lie beside it: npm and Node are real, and nothing is fetched."""

import json
from pathlib import Path

from api.ui.place import Place
from models.library.document import hash_of

VIEWER = "query Viewer { viewer { label } }"  # the one document of its page

# Takes what vite takes, and builds what a page needs: it copies.
VITE = """
import { appendFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
const folder = process.argv[process.argv.indexOf('--outDir') + 1]
appendFileSync('builds.txt', 'built\\n')
if (existsSync('wait.txt')) await new Promise((done) => setTimeout(done, 60_000))
if (existsSync('src/broken.ts')) {
  console.error('src/broken.ts: it is broken')
  process.exit(1)
}
mkdirSync(`${folder}/assets`, { recursive: true })
for (const page of ['index.html', 'graphiql.html', 'calls.html']) cpSync(page, `${folder}/${page}`)
writeFileSync(`${folder}/assets/app-1a2b.js`, 'console.log("app")\\n'.repeat(200))
cpSync('src/documents.json', `${folder}/documents.json`)
writeFileSync(`${folder}/icon.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>')
"""


def small_ui(folder: Path) -> Place:
    """The sources of such a UI, and a folder for its builds."""
    frontend, web = folder / "frontend", folder / "web"
    vite = frontend / "vite" / "bin" / "vite.js"
    vite.parent.mkdir(parents=True)
    vite.write_text(VITE)
    (frontend / "src").mkdir()
    project = {"name": "small", "version": "0.0.0", "dependencies": {"vite": "file:./vite"}}
    packages = {
        "": project,
        "vite": {"version": "0.0.0"},
        "node_modules/vite": {"resolved": "vite", "link": True},
    }
    lock = {"name": "small", "version": "0.0.0", "lockfileVersion": 3, "requires": True, "packages": packages}
    for path, content in (
        ("package.json", project),
        ("package-lock.json", lock),
        ("vite/package.json", {"name": "vite", "version": "0.0.0", "type": "module"}),
    ):
        (frontend / path).write_text(json.dumps(content))
    (frontend / "index.html").write_text("<!doctype html><title>The app</title>")
    (frontend / "graphiql.html").write_text("<!doctype html><title>The console</title>")
    (frontend / "calls.html").write_text("<!doctype html><title>The calls</title>")
    write_manifest(frontend, VIEWER)
    return Place(frontend, web)


def write_manifest(frontend: Path, *documents: str) -> None:
    """Have the next build carry these documents."""
    manifest = {hash_of(text): text for text in documents}
    (frontend / "src" / "documents.json").write_text(json.dumps(manifest))


def builds(place: Place) -> int:
    """How often it was built."""
    told = place.frontend / "builds.txt"
    return len(told.read_text().splitlines()) if told.exists() else 0
