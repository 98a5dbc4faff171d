"""What is said, with its invariants: the values of a reading and of a case, and their JSON."""
