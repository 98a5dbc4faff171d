"""Where a case is kept: rows in, rows out."""
