"""Why a statement was found, and why another was not."""

from __future__ import annotations

import pytest

from sayso.run.explain import explain
from sayso.run.pipeline import Pipeline
from sayso.steps import Settings
from sayso.values.reading import Reading
from sayso.values.report import Report

pytestmark = pytest.mark.model
TEXT = (
    "Camp to close: minister\n\nEnvoy Halim Terzo said nothing for a week. He told the two monitors that the camp would "
    "be closed. Two were shot at dawn, according to a statement from the court.\n\nResidents were promised safety. — Ida Brenn (@idabrenn) May 3, 2031\n\n"
    "Terzo said the government of Velmar had promised him that the men would be handed over."
)


def test_what_is_explained_as_kept_is_what_a_reading_holds() -> None:
    explanation = explain(Report.of(TEXT))
    (reading,) = Pipeline(("attributions",)).read([Report.of(TEXT)])
    assert isinstance(reading, Reading)
    assert [one.id for one in explanation.statements] == [a.id for a in reading.attributions]
    assert [(one.source, one.cue, one.content) for one in explanation.statements] == [
        (a.source, a.cue, a.content) for a in reading.attributions
    ]
    assert [one.chance and round(one.chance, 3) for one in explanation.statements] == [
        a.score for a in reading.attributions
    ]


def test_each_kept_statement_names_the_rules_that_made_it() -> None:
    explanation = explain(Report.of(TEXT))
    rules = {" ".join(span.text for span in one.source): one for one in explanation.statements}
    assert rules["minister"].rules[0] == "headline" and rules["minister"].model_score is None
    assert rules["Ida Brenn (@idabrenn)"].rules == ("post",)
    assert "nested" in rules["the government of Velmar"].rules
    found = rules["He"]
    assert found.rules == ("plainly-said",) and found.model_score is None
    scored = [one.model_score for one in explanation.statements if one.model_score is not None]
    assert scored and all(0 < score <= 1 for score in scored)
    assert {name for name, _ in found.weighed} <= {
        "one",
        "score",
        "direct",
        "no source",
        "length",
        "no cue",
        "held",
        "known cue",
    }
    assert len(found.weighed) == 3
    assert "shown the content of another" in dict(explanation.rules)["nested"]
    assert dict(explanation.rules)["headline"].startswith("In a headline")


def test_what_was_removed_names_what_removed_it() -> None:
    explanation = explain(Report.of(TEXT))
    start = TEXT.index("nothing")
    removed = [one for one in explanation.at(start, start + 7) if one.id is None]
    assert [one.removed_by for one in removed if one.cue[0].text == "said"] == ["said-nothing"]
    assert all(one.removed_by for one in explanation.removed)


def test_a_least_score_shows_as_unlikely() -> None:
    explanation = explain(Report.of(TEXT), settings=Settings(min_score=0.999))
    unlikely = [one for one in explanation.removed if one.removed_by == "unlikely"]
    assert unlikely and all(one.chance is not None and one.chance < 0.999 for one in unlikely)


def test_an_attribution_is_found_by_its_id() -> None:
    explanation = explain(Report.of(TEXT))
    first = explanation.statements[0]
    assert explanation.of(first.id or "") is first
    assert explanation.of("no/a1") is None


def test_a_report_in_another_language_has_nothing_to_explain() -> None:
    explanation = explain(Report.of("Il ministro ha detto di no.", lang="it"))
    assert (explanation.statements, explanation.removed, explanation.rules) == ((), (), ())
