"""What the tests of writers share."""

from macros.site.catalogue import ROOT

PLANS = sorted(path.stem for path in (ROOT / "data" / "plans").glob("*.yml"))

HOSTILE = (
    "< > & \" ' &amp; ]]> </w:t> <b>\n第二行\t制表 𠮷🙂 {{x}} $& 【x】 "
    "=cmd|'/c calc'!A1 a,b;c\\d:e BEGIN:VEVENT\nEND:VCALENDAR 甲\x00\x0b\ud800乙"
)
"""What a person may paste; what no file can hold is dropped at the door."""
