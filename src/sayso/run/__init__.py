"""From reports to readings: the order of steps, and where they run."""
