"""Measurements: each module has a ``main(arguments) -> int``; scripts/bench.py calls it by name."""
