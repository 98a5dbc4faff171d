"""The actors of a report: who of its entities is someone, and what they are called."""

from __future__ import annotations

import pytest

from sayso.compare.actors import actors
from sayso.values.findings import Attribution, Entity, Mention, Relation
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import MentionKind, Schema


def reading(words: str, schema: Schema, kind: MentionKind, *, speaks: bool) -> Reading:
    """A report with one entity, named by its first words, and what somebody says."""
    report = Report.of(f"{words} said it was over.")
    span, said = report.span(0, len(words)), report.span(len(words) + 6, len(words) + 17)
    mention = Mention(f"{report.id}/m0", span, span, kind, schema)
    entity = Entity(f"{report.id}/n0", (mention.id,), words if kind == "name" else None, schema)
    speaker = mention.id if speaks else None
    attribution = Attribution(f"{report.id}/a0", (said,), (span,) if speaks else (), speaker=speaker)
    return Reading(report, mentions=(mention,), entities=(entity,), attributions=(attribution,))


@pytest.mark.parametrize("speaks", [True, False])
@pytest.mark.parametrize(
    ("words", "schema", "kind"),
    [
        ("the bill", "Thing", "nominal"),
        ("Thursday", "Thing", "name"),
        ("the report", "Document", "nominal"),
        ("Tarn Treaty", "Document", "name"),
    ],
)
def test_a_thing_and_a_document_are_nobody(words: str, schema: Schema, kind: MentionKind, speaks: bool) -> None:
    assert actors(reading(words, schema, kind, speaks=speaks)) == ()


@pytest.mark.parametrize("schema", ["Person", "Organization", "PublicBody", "LegalEntity"])
def test_persons_and_bodies_are_someone(schema: Schema) -> None:
    (one,) = actors(reading("Terzo", schema, "name", speaks=False))
    assert (one.name, one.schema) == ("Terzo", schema)


def test_a_place_is_someone_where_it_speaks_and_is_then_the_body_that_sits_there() -> None:
    assert actors(reading("Haldmark Palace", "Address", "name", speaks=False)) == ()
    (one,) = actors(reading("Haldmark Palace", "Address", "name", speaks=True))
    assert (one.name, one.schema) == ("Haldmark Palace", "PublicBody")


def test_a_country_that_is_told_to_be_for_somebody_is_someone() -> None:
    report = Report.of("Syria is an ally of Iran.")
    mentions = tuple(
        Mention(f"{report.id}/m{start}", report.span(start, end), report.span(start, end), "name", "Address")
        for start, end in ((0, 5), (20, 24))
    )
    entities = tuple(Entity(f"{report.id}/n{one.span.start}", (one.id,), one.span.text, "Address") for one in mentions)
    ally = Relation(f"{report.id}/r12", mentions[0].id, mentions[1].id, 1, "told", (report.span(12, 16),))
    assert actors(Reading(report, mentions=mentions, entities=entities)) == ()
    found = actors(Reading(report, mentions=mentions, entities=entities, relations=(ally,)))
    assert [(one.name, one.schema) for one in found] == [("Syria", "PublicBody"), ("Iran", "PublicBody")]


def test_a_body_is_of_whose_name_stands_before_it() -> None:
    report = Report.of("Velmar’s Interior Ministry met. Interior Ministry staff of Velmar left.")
    mentions = tuple(
        Mention(f"{report.id}/m{start}", report.span(start, end), report.span(start, end), "name", "PublicBody")
        for start, end in ((0, 6), (9, 26), (32, 49))
    )
    entities = tuple(
        Entity(f"{report.id}/n{mention.span.start}", (mention.id,), mention.span.text, "PublicBody")
        for mention in mentions
    )
    assert [one.of for one in actors(Reading(report, mentions=mentions, entities=entities))] == [(), ("Velmar",), ()]
