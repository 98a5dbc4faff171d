"""Two things of two reports, how do they stand to each other: numbers, events. For case steps and for questions."""
