"""Filling: a compiled program and a person's values become settled documents.

Mirrored one to one by the browser scripts; shared vectors keep the two alike.
"""
