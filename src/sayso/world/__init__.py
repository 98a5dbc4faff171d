"""Facts of no language: places, countries, agencies."""
