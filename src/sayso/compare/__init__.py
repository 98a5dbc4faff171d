"""Case steps: what is worked out from the readings of several reports."""
