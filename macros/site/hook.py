"""The MkDocs hook: load the records, refuse bad ones, add their pages."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # MkDocs loads hooks by path

from macros.model.load import load_library
from macros.rules.run import check
from macros.site.archive import newest
from macros.site.catalogue import CATALOGUE, ROOT, Catalogue
from macros.site.pages import files as generated
from macros.site.pages import offline


@event_priority(100)  # before the macros plugin asks for the records
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the records; a build of records with errors stops here.

    Raises:
        Abort: with every finding, as the validator prints them.
    """
    result = load_library(ROOT)
    findings = [*result.findings, *check(result)]
    errors = [finding.as_text() for finding in findings if finding.severity == "error"]
    if errors or result.library is None:
        raise Abort("\n".join(errors))
    config.extra[CATALOGUE] = Catalogue(result.library)
    config.edit_uri = "edit/main/docs/" if config.repo_url else None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and data files of every record."""
    for address, content in generated(config.extra[CATALOGUE]):
        files.append(File.generated(config, address, content=content))
    if config.use_directory_urls:  # the offline edition does not hold itself
        for address, content in offline(newest()):
            files.append(File.generated(config, address, content=content))
    return files


def on_pre_page(page: Page, config: MkDocsConfig, **_: object) -> Page:
    """Lead the edit link of a plan's page to its YAML file."""
    parts = page.file.src_uri.split("/")
    if parts[0] == "plans" and config.repo_url:
        base = f"{config.repo_url.rstrip('/')}/edit/main"
        page.edit_url = f"{base}/data/plans/{parts[1]}.yml"
    return page


def on_serve(server: object, **_: object) -> object:
    """Rebuild when a record, a macro or a template changes."""
    for folder in ("data", "macros", "web"):
        server.watch(str(ROOT / folder))  # type: ignore[attr-defined]
    return server
