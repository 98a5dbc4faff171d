"""The case as pages: `sayso serve` shows with them what the other commands print, from the same methods of `Case`.

    pages = Pages("my.sayso", Doorway(hosts, "sayso_8000"), Sessions())     an ASGI application, `pages.app`

A view is a function in `views/` that looks at a case and gives a `Shown`, a template in `templates/`, and a line in
VIEWS of `views/__init__`; JSON and CSV of it are there by themselves. A deed (a judgement) is a function and a line
in DEEDS. What is drawn is made in `charts/`, as SVG that needs no script.
"""
