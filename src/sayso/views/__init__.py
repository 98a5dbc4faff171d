"""A reading in words and rows: the only place that words them."""
