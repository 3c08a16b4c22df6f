"""A command line that complains in Chinese."""

import argparse
import re
from typing import NoReturn

_CHINESE = (
    (r"the following arguments are required: (.*)", r"还缺：\1"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 不能写“\2”；可选：\3"),
    (r"argument (\S+): expected one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 后面不写值，却写了“\2”"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 只能写一个"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 没写全，可能是：\2"),
)
"""What :mod:`argparse` of Python 3.11 to 3.14 says, and the same in Chinese."""


class UsageError(Exception):
    """A command was called wrongly; the message says how to go on."""


class ChineseParser(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese; it raises instead of leaving."""

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """The whole help."""
        text = super().format_help().replace("usage:", "用法：", 1)
        return text.replace("positional arguments:", "参数：").replace("options:", "选项：")

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: always.
        """
        raise UsageError(f"参数不对：{in_chinese(message)}\n用 --help 看用法")


def in_chinese(message: str) -> str:
    """A complaint of :mod:`argparse` in Chinese."""
    for pattern, wording in _CHINESE:
        match = re.fullmatch(pattern, message)
        if match:
            return match.expand(wording).replace("'", "").replace(", ", "、")
    return message
