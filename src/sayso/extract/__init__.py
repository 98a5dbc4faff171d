"""Steps of a reading. They are handed each other's results and don't call each other."""
