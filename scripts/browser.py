"""Find a browser for the tests, or install one.

A system Chrome or Chromium if there is one, else Debian's ``chromium``, else
the one Playwright brings. Prints its path; exits 2 when none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """The path of a browser on this machine, or None."""
    named = (shutil.which(name) for name in (os.environ.get("CHROME", ""), *NAMES) if name)
    return next(filter(None, named), str(MAC) if MAC.exists() else None)


def install() -> None:
    """Install Debian's chromium with a CJK font, else Playwright's own."""
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        packages = ["chromium", "fonts-noto-cjk"]
        for command in (
            ["update", "-qq"],
            ["install", "-y", "-qq", "--no-install-recommends", *packages],
        ):
            subprocess.run([*sudo, "apt-get", *command], check=False, stdout=sys.stderr)
    if find() is None:
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"],
            check=False,
            stdout=sys.stderr,
        )


def playwrights_own() -> str | None:
    """The browser that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only when no other is there

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Print the browser's path, installing one first if need be."""
    if find() is None:
        install()
    path = find() or playwrights_own()
    print(
        path or "没有找到浏览器，也装不上：请先装好 Chrome 或 Chromium",
        file=sys.stdout if path else sys.stderr,
    )
    return 0 if path else 2


if __name__ == "__main__":
    sys.exit(main())
