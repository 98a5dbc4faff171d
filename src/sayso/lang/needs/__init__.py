"""What each step asks of a language."""
