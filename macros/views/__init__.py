"""Views: from a record to block trees, one idea a file."""
