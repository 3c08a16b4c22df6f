"""Measurements, run by ``python scripts/bench.py NAME``: each has ``main(arguments) -> int``."""

MEASUREMENTS = {
    "search": "搜索：答得对不对，要下载多少，要等多久",
    "export": "导出：比 docxtpl、python-docx 快多少，一批要多久、占多少内存",
    "pages": "页面：第一次打开要下载多少，与光板 Material 比",
    "validate": "检查：与 check-jsonschema 比，同样的文件要多久",
}
"""Names of the modules of this package that measure, and what they measure."""
