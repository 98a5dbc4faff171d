"""What each command does; the grammar is in :mod:`sayso.cli`."""
