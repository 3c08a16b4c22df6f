"""The command ``new_plan``: what it accepts, prints and returns."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from macros.contribute.scaffold import OUTLINES, ScaffoldError, new_plan
from macros.rules.command import Parser

DONE, REFUSED = 0, 2

NEXT = """\
已写好 {file}（第 {number} 号）。接下来：
  1. 打开它，把每一处“待写”换成自己的话；每一项写什么，看上面的注释。
  2. python scripts/validate.py {file}    看还差什么
     python scripts/validate.py --fix {file}    标点、空格、次序交给程序改
  3. make serve    在浏览器里看这份方案的页面
  4. make publish-list    把它的网址和编号记入 data/published.yml
  5. make check 没有话说了，就提交
"""


def parser() -> Parser:
    """The command line of ``scripts/new_plan.py``."""
    made = Parser(prog="new_plan.py", description="新建一类方案的模板。", add_help=False)
    made.add_argument("-h", "--help", action="help", help="显示这段说明")
    made.add_argument("--title", required=True, help="名称，以方案或汇报结尾")
    made.add_argument("--outline", default="整治", help=f"章节：{'、'.join(OUTLINES)}")
    made.add_argument("slug", metavar="编号", help="小写英文词，用短横连接，如 dog-manners")
    made._positionals.title, made._optionals.title = "位置参数", "选项"  # noqa: SLF001
    return made


def main(root: Path, arguments: Sequence[str]) -> int:
    """Run the command.

    Args:
        root: the project's directory.
        arguments: the command line without the program's name.

    Returns:
        0 when the record was written, 2 when it was refused.
    """
    options = parser().parse_args(arguments)
    today = datetime.now(tz=UTC).astimezone().date()
    try:
        path = new_plan(root, options.slug, options.title, options.outline, today)
    except ScaffoldError as error:
        sys.stderr.write(f"没有新建：{error}\n")
        return REFUSED
    number = path.read_text("utf-8").partition("number: ")[2].partition("\n")[0]
    sys.stdout.write(NEXT.format(file=path.relative_to(root).as_posix(), number=number))
    return DONE
