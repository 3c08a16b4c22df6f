"""`make serve` shows a record's change, outlives a broken one, and recovers."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("data", "docs", "macros", "scripts", "web", "mkdocs.yml")
SLUG = "residential-cleanup-week"
PATIENCE = 90  # seconds; a build takes a few

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in PARTS:
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, tmp_path / part)
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.DEVNULL) as server:
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def wait_for(url: str, text: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if text in page(url):
            return True
        time.sleep(0.5)
    return False


def test_a_saved_record_appears_and_a_broken_one_is_outlived(project: Path, address: str) -> None:
    url = f"{address}/plans/{SLUG}/"
    record = project / "data" / "plans" / f"{SLUG}.yml"
    good = record.read_text(encoding="utf-8")
    assert wait_for(url, "正文骨架")

    record.write_text(good.replace("scenario: ", "scenario: 改过的一句话，", 1), encoding="utf-8")
    assert wait_for(url, "改过的一句话")

    record.write_text(good.replace("issuer:", "isuer:", 1), encoding="utf-8")
    time.sleep(3)  # MkDocs answers again once the record is mended
    record.write_text(good.replace("scenario: ", "scenario: 又改好了，", 1), encoding="utf-8")
    assert wait_for(url, "又改好了")
