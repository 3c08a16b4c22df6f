"""Check that changed records raise their version: ``python scripts/check_versions.py [BASE]``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.contribute.history import NoBaseError, merge_base
from macros.contribute.versions import unraised


def main(arguments: list[str]) -> int:
    """Return 1 when a changed record kept its version; with no history there is nothing to say."""
    try:
        findings = unraised(ROOT, merge_base(ROOT, *arguments[:1]))
    except NoBaseError as error:
        print(f"没有检查版本：{error}", file=sys.stderr)
        return 0
    for finding in findings:
        print(finding.as_text())
    print(f"{len(findings)} 份记录改了内容没加版本")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
