"""Search: an index built from the records, and the ranking that the browser mirrors."""
