"""What someone is called is decided in one place."""

from __future__ import annotations

import pytest

from sayso.values.findings import Entity, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import MentionKind
from sayso.views.names import NOT_NAMED, Names

REPORT = Report.of("The envoy said he was tired. She was not.")


def _mention(words: str, kind: MentionKind = "nominal") -> Mention:
    start = REPORT.text.index(words)
    span = REPORT.span(start, start + len(words))
    return Mention(f"{REPORT.id}/m{start}", span, span, kind)


ENVOY, HE, SHE = _mention("The envoy"), _mention("he", "pronoun"), _mention("She", "pronoun")


def _names(name: str | None) -> Names:
    entity = Entity(f"{REPORT.id}/n0", (HE.id, ENVOY.id), name)
    return Names(Reading(REPORT, mentions=(ENVOY, HE, SHE), entities=(entity,)))


def test_the_name_comes_first_then_the_first_words_that_are_no_pronoun() -> None:
    assert _names("Halim Terzo").of(HE.id) == "Halim Terzo"
    assert _names(None).of(HE.id) == "The envoy"


def test_a_list_has_a_description_as_inside_a_sentence_and_no_pronoun() -> None:
    text = f"{REPORT.text} Terzo met the envoy."
    assert _names("Halim Terzo").listed(HE.id, text) == "Halim Terzo"
    assert _names(None).listed(HE.id, text) == "the envoy"
    assert _names(None).listed(HE.id, REPORT.text) == "The envoy", "nothing shows that it is no name"
    alone = Entity(f"{REPORT.id}/n34", (SHE.id,), None)
    assert Names(Reading(REPORT, mentions=(SHE,), entities=(alone,))).listed(SHE.id, text) == NOT_NAMED
    assert _names(None).listed(SHE.id, text) == "She", "who is who was not asked"


def test_without_an_entity_it_is_the_words_themselves() -> None:
    names = _names(None)
    assert names.of(SHE.id) == "She"
    assert names.someone(SHE.id) == SHE.id
    assert names.someone(HE.id) == f"{REPORT.id}/n0"
    with pytest.raises(KeyError):
        names.of("nobody")


def test_an_unfinished_reading_gives_the_same_names() -> None:
    assert Names.among((HE, SHE), (Entity(f"{REPORT.id}/n0", (HE.id,)),)).of(HE.id) == "he"
