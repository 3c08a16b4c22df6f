"""Safe file names, the same on every system a file may travel to."""

import re

LONGEST = 80
"""Characters of a name without its ending: room for a folder in Windows' 260."""

_FORBIDDEN = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]'
)
"""What Windows refuses, control characters, invisible and direction marks, lone surrogates."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?![^.])", re.IGNORECASE)
"""Names of devices, with or without an ending ("Naming Files", learn.microsoft.com)."""

_EDGES = " .\t\n\u3000\u00a0"
_UNNAMED = "方案"


def filename(title: str, suffix: str = "") -> str:
    """Make a file name without its ending.

    Args:
        title: anything, such as a plan's heading with a person's values in it.
        suffix: what must stand at the end however long the title is.

    Returns:
        At most :data:`LONGEST` characters; never empty, never a device's name.
    """
    kept = LONGEST - len(suffix)
    name = _FORBIDDEN.sub("", title).strip(_EDGES)[:kept].strip(_EDGES) or _UNNAMED
    if _RESERVED.match(name):
        name = f"_{name}"
    return name + suffix
