"""One file a kind of original."""
