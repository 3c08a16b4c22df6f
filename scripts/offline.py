"""Build the offline edition: one zip that opens by double click, and its SHA-256.

Links end in ``index.html`` and nothing needs a server. The same records give
the same bytes. Usage: ``python scripts/offline.py [FOLDER]`` (default ``dist``).
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from macros.model.load import load_library
from macros.site.archive import Archive

FOLDER = "方案骨架库离线版"
"""What the zip unpacks to."""

LEFT_OUT = ("sitemap.xml", "sitemap.xml.gz", "404.html", "assets/javascripts")
"""What has no meaning without a server, and the theme's scripts, which no page loads."""


def edition() -> str:
    """The date of the newest record: the edition's name follows from its content.

    Raises:
        SystemExit: when a record has errors, with the findings.
    """
    result = load_library(ROOT)
    if result.library is None:
        raise SystemExit("\n".join(finding.as_text() for finding in result.findings))
    return max(plan.updated for plan in result.library.plans.values()).replace("-", "")


def build(folder: Path) -> None:
    """Build the site with links that open without a server."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "DIRECTORY_URLS": "false", "SITE_URL": ""}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def members(site: Path) -> Iterator[Path]:
    """The files of a site that go into the zip, in a fixed order."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and path.suffix != ".map" and not name.startswith(LEFT_OUT):
            yield path


def pack(site: Path, target: Path, day: str) -> None:
    """Write the zip; every member is dated by the edition, so that bytes do not vary."""
    moment = (int(day[:4]), int(day[4:6]), int(day[6:]), 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in members(site):
            name = f"{FOLDER}/{path.relative_to(site).as_posix()}"
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def main() -> int:
    """Build, pack, and write the checksum; print where the edition is."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("plan-skeletons-offline-*"):
        old.unlink()
    day = edition()
    archive = Archive(folder / f"plan-skeletons-offline-{day}.zip")
    with tempfile.TemporaryDirectory() as site:
        build(Path(site))
        pack(Path(site), archive.path, day)
    Path(f"{archive.path}.sha256").write_text(archive.checksum, encoding="utf-8")
    print(f"{archive.path}（{archive.size}）\n{archive.checksum}", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
