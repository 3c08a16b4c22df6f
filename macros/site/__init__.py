"""The site: pages and fragments of pages, made from the records."""
