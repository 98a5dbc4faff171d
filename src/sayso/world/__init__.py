"""Facts of no language: places and their points, news agencies, the calendar, distances.

A name is a fact about what bears it, in whatever language it is given, so the names and abbreviations of places and
agencies stand here ("UAE", "Ala.", "Agence France-Presse"). Words that a language forms from names, such as demonyms
("Emirati"), are its own and stand in its folder of sayso/lang. Nothing here imports what reads or analyses a report.
"""
