"""Write docs/reference/steps.md from the registry of steps: what each needs and gives, in the order in which they run.

    python tools/steps_page.py

tests/docs/test_made_pages.py fails if the page is not what this gives.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from sayso.compare import CASE_STEPS, load_case_steps
from sayso.run.pipeline import DEFAULT, load_steps
from sayso.steps import GIVEN, STEPS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "steps.md"
HEAD = """\
# The steps

<!-- made by tools/steps_page.py; do not edit -->

A reading is made by these steps, in this order. A step is handed the results that it needs, which are the names of
its parameters, and calls no other step. What it gives is kept in the [reading](output.md) if the reading has a field
of that name. `sayso annotate --only times` runs one step and those that it needs; a reading's `steps` say which made
it.

`report`, `language` and `settings` are there from the beginning. "batch": the step takes many reports at once.
"""
CASE_HEAD = """
## Steps over a case

These compare reports. They run when a case is asked for what they give, and work out anew only what changed.
"""


def first_sentence(function: object) -> str:
    """Return the first sentence of a docstring, on one line."""
    text = inspect.getdoc(function) or ""
    assert text, f"{function} has no docstring"
    sentence = re.split(r"(?<=\.)\s", " ".join(text.split("\n\n")[0].split()))[0]
    return sentence.rstrip(".").replace("|", "\\|")


def names(found: tuple[str, ...]) -> str:
    """Return names as code, with commas between."""
    return ", ".join(f"`{name}`" for name in found) or "nothing"


def page() -> str:
    """Return the page as Markdown."""
    load_steps()
    load_case_steps()
    lines = [HEAD, "| step | needs | gives | what it does | where |", "|---|---|---|---|---|"]
    own = {name: step for name, step in STEPS.items() if step.function.__module__.startswith("sayso.")}
    for name in (*DEFAULT, *sorted(own.keys() - set(DEFAULT))):
        step = own[name]
        needs = tuple(need for need in step.needs if need not in GIVEN[1:])
        gives = f"`{step.gives}`" + (", batch" if step.many else "")
        module = step.function.__module__
        lines.append(f"| {name} | {names(needs)} | {gives} | {first_sentence(step.function)} | `{module}` |")
    lines.append(CASE_HEAD)
    case_steps = {name: step for name, step in CASE_STEPS.items() if step.function.__module__.startswith("sayso.")}
    if not case_steps:
        lines.append("There is none yet.")
    else:
        lines += ["| step | needs | gives | what it does | where |", "|---|---|---|---|---|"]
    for name, made in sorted(case_steps.items()):
        gives, module = f"`{made.gives}`", made.function.__module__
        lines.append(f"| {name} | {names(made.needs)} | {gives} | {first_sentence(made.function)} | `{module}` |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
