"""方案骨架库: plan templates as data, pages and files as views of them.

The house has seven rooms and data flows one way through them: ``model``
(records) -> ``time`` (dates) -> ``rules`` (findings) -> ``views`` (block
trees) -> ``fill`` (values) -> ``writers`` (files) -> ``site`` (pages).
``search`` stands beside them: it makes an index of the records for the pages.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros; called by mkdocs-macros.

    Args:
        env: the plugin's environment, whose configuration carries the records.
    """
    # imported here because the records, checks and files need no MkDocs
    from macros.site.catalogue import CATALOGUE  # noqa: PLC0415
    from macros.site.fragments import Fragments, public  # noqa: PLC0415

    config = env.conf
    fragments = Fragments(config.extra[CATALOGUE], directory_urls=config.use_directory_urls)
    env.macros.update(public(fragments))
