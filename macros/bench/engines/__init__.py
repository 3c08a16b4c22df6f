"""The engines that are compared, each behind the same functions."""

from macros.bench.engines.engine import Engine
from macros.bench.engines.material import Material, Tuned
from macros.bench.engines.minisearch import MiniSearch
from macros.bench.engines.own import Own
from macros.bench.engines.pagefind import Pagefind

ENGINES: tuple[type[Engine], ...] = (Material, Tuned, Pagefind, MiniSearch, Own)
"""Every engine, in the order of the table."""
