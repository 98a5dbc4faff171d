"""The case as a page: views of a case for a browser on this machine."""
