"""Former addresses of plans, which lead to the present ones."""

from collections.abc import Iterator

from markupsafe import escape

from macros.model.plan import Plan

_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
<title>{title}</title>
<p>这份模板换了网址：<a href="{address}">{title}</a></p>
</html>
"""


def redirects(plan: Plan) -> Iterator[tuple[str, str]]:
    """A small page at each former address of a plan.

    It needs no script and works from a folder as well as from a server.

    Yields:
        Addresses below the site and their HTML.
    """
    page = _PAGE.format(address=f"../{plan.id}/index.html", title=escape(plan.title))
    for old in plan.was:
        yield f"plans/{old}/index.html", page
