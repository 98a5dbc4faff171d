"""Models over text: the encoder, the tagger, the parser and the tree that steps look at."""
