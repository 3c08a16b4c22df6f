"""方案骨架库: plan templates as data, pages and files as views of them.

The house has six rooms and data flows one way through them:
``model`` (records) -> ``time`` (dates) -> ``rules`` (findings) -> ``views``
(block trees) -> ``writers`` (files) -> ``site`` (pages).
"""
