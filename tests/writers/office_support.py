"""LibreOffice as an independent reader: it computes workbooks and draws pages."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
MISSING = "没有装 LibreOffice：装好 libreoffice-calc、libreoffice-writer 后再测"
needs_office = pytest.mark.skipif(SOFFICE is None, reason=MISSING)

_FONTS = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}


def _font_aliases(folder: Path) -> Path:
    """Names of fonts that no free system has, drawn with fonts of equal width."""
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer><family>{stand_in}</family>'
        "</prefer></alias>"
        for name, stand_in in _FONTS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>',
        encoding="utf-8",
    )
    return path


_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
"""Computes every formula on loading, as people's programs do once they change a cell."""


def _profile(folder: Path) -> Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_COMPUTE, encoding="utf-8")
    return profile


def convert(folder: Path, files: list[Path], kind: str) -> list[Path]:
    """Convert files, all in one run, with a profile of their own.

    Args:
        folder: where the profile and the results go.
        files: what to convert.
        kind: ``pdf`` or ``xlsx``.
    """
    out = folder / f"as-{kind}"
    out.mkdir(exist_ok=True)
    env = {**os.environ, "FONTCONFIG_FILE": str(_font_aliases(folder))}
    profile = f"-env:UserInstallation={_profile(folder).as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run(
        [*command, *map(str, files)], env=env, check=True, capture_output=True, timeout=600
    )
    return [out / f"{file.stem}.{kind}" for file in files]
