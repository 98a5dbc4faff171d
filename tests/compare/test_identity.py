"""Identities: who is joined across reports, who is not, ids that stay, and what people decide."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections.abc import Sequence

import pytest

from sayso.compare.identity import identities as identities_of
from sayso.values.case import Judgement, Subject
from sayso.values.identities import Actor, Form, Identity, identity_id
from sayso.values.spans import Span
from sayso.values.terms import Schema, Verb

Reports = dict[str, list[Actor]]


def identities(by_report: Reports, judgements: Sequence[Judgement]) -> dict[str, Identity]:
    """The identities, of reports that came in the order of their ids."""
    return identities_of(by_report, judgements, {report: int(report, 16) for report in by_report})


def report(number: int) -> str:
    return f"{number:016x}"


def actor(
    place: int,
    at: int,
    *names: str,
    schema: Schema = "Person",
    roles: Sequence[str] = (),
    of: Sequence[str] = (),
    described: Sequence[str] = (),
    anonymous: bool = False,
) -> Actor:
    """An entity of the report of this number, of which each name stands once."""
    forms = (*(Form(name, True) for name in names), *(Form(text) for text in described))
    spans = tuple((100 * at + 20 * i, 100 * at + 20 * i + 10) for i in range(max(len(forms), 1)))
    longest = max(names, key=len, default="")
    return Actor(f"{report(place)}/n{at}", longest, forms, spans, schema, tuple(roles), tuple(of), anonymous)


def made(*actors: Actor) -> Reports:
    found: Reports = {}
    for one in actors:
        found.setdefault(one.report, []).append(one)
    return found


def subject(one: Actor) -> Subject:
    return Subject(one.report, "entities", tuple(Span(start, end, "x" * (end - start)) for start, end in one.spans))


def judged(number: int, verb: Verb, *subjects: Actor, value: object = None) -> Judgement:
    return Judgement(f"j{number}", verb, tuple(map(subject, subjects)), value)


def together(found: dict[str, Identity], *actors: Actor) -> bool:
    return len({holder(found, one).id for one in actors}) == 1


def holder(found: dict[str, Identity], one: Actor) -> Identity:
    (held,) = [identity for identity in found.values() if one.id in identity.entities]
    return held


TERZO = actor(1, 0, "Halim Terzo", "Terzo", roles=["envoy"], described=["the envoy"])
LUNN = actor(1, 1, "Greta Lunn")


@pytest.mark.parametrize(
    "other",
    [
        actor(2, 0, "Envoy Halim Terzo"),
        actor(2, 0, "Halim K. Terzo"),
        actor(2, 0, "Halim Terzow", roles=["envoy"]),
        actor(2, 0, "Terzo"),
        actor(2, 0, "Mr Terzo"),
        actor(2, 0, "Халим Терзо", roles=["envoy"]),
    ],
    ids=lambda one: one.name,
)
def test_forms_of_one_name_are_one_someone(other: Actor) -> None:
    found = identities(made(TERZO, LUNN, other), [])
    assert together(found, TERZO, other)
    join = holder(found, other).why[0]
    assert {join.left, join.right} == {TERZO.id, other.id} and join.reasons and 0 < join.score <= 1


@pytest.mark.parametrize(
    "other",
    [
        actor(2, 0, "Mrs Terzo"),
        actor(2, 0, "Rurik Aldo"),
        actor(2, 0, "Halim Terzo", anonymous=True),
        actor(2, 0, described=["the envoy"]),
        actor(2, 0, "Halim Terzo", schema="Organization"),
        actor(1, 2, "Halim Terzo"),  # the report itself keeps them apart
        actor(2, 0),
        actor(2, 0, "x" * 5000),
        actor(2, 0, "\u202e\x1b[31m"),
    ],
    ids=lambda one: one.name[:20],
)
def test_others_stay_apart(other: Actor) -> None:
    assert not together(identities(made(TERZO, LUNN, other), []), TERZO, other)


def test_two_of_one_surname_stay_two_and_the_bare_surname_joins_neither() -> None:
    rurik, mira = actor(1, 0, "Rurik Aldo", roles=["minister"]), actor(1, 1, "Mira Aldo", roles=["lawyer"])
    aldo, minister, ms = actor(2, 0, "Aldo"), actor(3, 0, "Aldo", roles=["minister"]), actor(4, 0, "Ms Aldo")
    found = identities(made(rurik, mira, aldo, minister, ms), [])
    assert not together(found, rurik, mira)
    assert holder(found, aldo).entities == (aldo.id,)
    assert together(found, rurik, minister), "a role tells which"
    assert together(found, mira, ms), "a title tells which"


def test_two_of_one_name_stay_two_where_the_reports_speak_of_two() -> None:
    one = actor(1, 0, "John Varga", roles=["striker"], of=["Velmar United"])
    other = actor(2, 0, "John Varga", roles=["senator"], of=["Liberty Party"])
    assert not together(identities(made(one, other), []), one, other)
    beside = [actor(1, 1, "Greta Lunn"), actor(2, 1, "Greta Lunn")]
    assert together(identities(made(one, beside[0], other, beside[1]), []), one, other), "the same people beside both"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Front for a Free Ostrany", "FFO", True),
        ("Front for a Free Ostrany", "the Front", True),
        ("Front for a Free Ostrany", "Ostrany", False),
        ("Federated Isles", "the Isles", True),
        ("Bank of Velmar", "Velmar", False),
        ("Ward 3", "Ward 4", False),
        ("3rd Tank Brigade", "4th Tank Brigade", False),
        ("Embassy of Iran", "Embassy of Iraq", False),
    ],
)
def test_bodies(one: str, other: str, same: bool) -> None:
    left, right = actor(1, 0, one, schema="Organization"), actor(2, 0, other, schema="Organization")
    assert together(identities(made(left, right), []), left, right) is same


def test_a_short_name_that_two_bodies_may_have_joins_neither() -> None:
    free = actor(1, 0, "Front for a Free Ostrany", schema="Organization")
    popular = actor(2, 0, "Popular Front", schema="Organization")
    short = actor(3, 0, "the Front", schema="Organization")
    assert holder(identities(made(free, popular, short), []), short).entities == (short.id,)


def test_the_government_of_a_state_is_the_state() -> None:
    velmar = actor(1, 0, "Velmar", schema="PublicBody")
    of = actor(2, 0, schema="PublicBody", described=["the government of Velmar"])
    bare = actor(3, 0, schema="PublicBody", described=["the government"])
    found = identities(made(velmar, of, bare), [])
    assert together(found, velmar, of) and not together(found, velmar, bare)


# ids


def test_who_came_first_gives_the_id() -> None:
    other = actor(2, 0, "Halim Terzo")
    found = identities_of(made(TERZO, other), [], {report(1): 7, report(2): 3})
    assert list(found) == [identity_id(other.id)]


def test_an_id_stays_when_reports_come_and_a_former_one_leads_on() -> None:
    aldo = actor(1, 0, "R. Aldo")
    other = actor(2, 0, "Rurik Aldo")
    first = identities(made(aldo), [])
    later = identities(made(aldo, other), [])
    assert list(first) == [identity_id(aldo.id)] == [holder(later, other).id]
    alone = identities(made(other), [])
    assert list(alone) == [identity_id(other.id)], (
        "what was another's id before they met is that of one of its entities"
    )


def test_a_split_leaves_the_id_with_the_older_part() -> None:
    other = actor(2, 0, "Halim Terzo")
    assert together(identities(made(TERZO, other), []), TERZO, other)
    split = identities(made(TERZO, other), [judged(1, "differ", TERZO, other)])
    assert holder(split, TERZO).id == identity_id(TERZO.id) and holder(split, other).id == identity_id(other.id)


def test_every_entity_is_in_exactly_one_identity_whatever_stands_in_it() -> None:
    rng = random.Random(7)
    names = ["Halim Terzo", "Terzo", "H. Terzo", "Mira Aldo", "Aldo", "FFO", "Front for a Free Ostrany", "", "?", "III"]
    schemas: list[Schema] = ["Person", "Organization", "PublicBody", "Thing"]
    actors = [
        actor(place, at, *filter(None, rng.sample(names, rng.randrange(3))), schema=rng.choice(schemas))
        for place in range(30)
        for at in range(4)
    ]
    judgements = [judged(number, rng.choice(["same", "differ"]), *rng.sample(actors, 2)) for number in range(1, 40)]
    for some in ([], judgements):
        found = identities(made(*actors), some)
        held = [entity for identity in found.values() for entity in identity.entities]
        assert sorted(held) == sorted(one.id for one in actors)
        assert all(id_ == one.id == identity_id(one.entities[0]) for id_, one in found.items())
        assert found == identities(made(*actors), some)
        arrivals = {report(place): -place for place in range(30)}
        others = identities_of(made(*actors), some, arrivals)
        groups = {frozenset(one.entities) for one in found.values()}
        assert groups == {frozenset(one.entities) for one in others.values()}, "the order only decides ids"


# judgements


def test_same_joins_and_differ_parts_at_once() -> None:
    envoy = actor(2, 0, described=["Ostrany's chief diplomat"])
    found = identities(made(TERZO, envoy), [judged(1, "same", TERZO, envoy)])
    assert together(found, TERZO, envoy) and holder(found, envoy).why[0].reasons == ("judged", "j1")
    other = actor(2, 0, "Halim Terzo")
    assert not together(identities(made(TERZO, other), [judged(1, "differ", TERZO, other)]), TERZO, other)


def test_what_differs_stays_apart_whoever_comes_between() -> None:
    other, third = actor(2, 0, "Halim Terzo"), actor(3, 0, "Halim Terzo")
    found = identities(made(TERZO, other, third), [judged(1, "differ", TERZO, other)])
    assert not together(found, TERZO, other) and together(found, TERZO, third)


def test_the_newest_of_what_contradicts_counts_and_an_alarm_names_both() -> None:
    other = actor(2, 0, "Rurik Aldo")
    same, differ = judged(1, "same", TERZO, other), judged(2, "differ", TERZO, other)
    found = identities(made(TERZO, other), [same, differ])
    assert not together(found, TERZO, other)
    assert all("j1" in (text := holder(found, one).alarms[0]) and "Rurik Aldo" in text for one in (TERZO, other))
    later = judged(3, "same", TERZO, other)
    found = identities(made(TERZO, other), [same, differ, later])
    assert together(found, TERZO, other) and "j2" in holder(found, TERZO).alarms[0]


def test_who_fits_both_of_two_that_are_kept_apart_is_told() -> None:
    rurik, mira, aldo = actor(1, 0, "Rurik Aldo"), actor(2, 0, "Mira Aldo"), actor(3, 0, "Aldo")
    found = identities(made(rurik, mira, aldo), [judged(1, "differ", rurik, mira), judged(2, "same", rurik, aldo)])
    assert any(
        "'Aldo' is joined with 'Rurik Aldo' and fits 'Mira Aldo'" in alarm for alarm in holder(found, aldo).alarms
    )


def test_a_cycle_of_same_and_differ_is_told_and_does_no_harm() -> None:
    three = [actor(place, 0, name) for place, name in enumerate(["Halim Terzo", "Rurik Aldo", "Osk Dravin"])]
    for order in itertools.permutations((1, 2, 3)):
        judgements = [
            judged(order[0], "same", three[0], three[1]),
            judged(order[1], "same", three[1], three[2]),
            judged(order[2], "differ", three[0], three[2]),
        ]
        found = identities(made(*three), judgements)
        oldest = judgements[order.index(1)]
        assert any(oldest.id in alarm for one in found.values() for alarm in one.alarms)
        assert sum(len(one.entities) for one in found.values()) == 3


def test_a_new_name_holds_for_the_whole_identity() -> None:
    other = actor(2, 0, "Terzo")
    found = identities(made(TERZO, other), [judged(1, "rename", TERZO, value="The Envoy"), judged(2, "note", TERZO)])
    assert holder(found, other).name == "The Envoy" and "Terzo" in holder(found, other).names


def test_a_judgement_of_what_is_gone_is_passed_over() -> None:
    gone = actor(9, 0, "Nobody Here")
    moved = actor(1, 5, "Halim Terzo")
    for stray in (gone, moved):
        assert len(identities(made(TERZO, LUNN), [judged(1, "same", TERZO, stray)])) == 2


# bodies, by whose they are and where they sit


VELMAR = actor(1, 0, "Velmar", schema="PublicBody")
OSTRANY = actor(1, 1, "Ostrany", schema="PublicBody")


def speaking(one: Actor) -> Actor:
    return dataclasses.replace(one, speaks=True)


def test_a_ministry_is_known_by_whose_it_is() -> None:
    described = actor(2, 0, described=["Velmar's interior ministry"], schema="PublicBody")
    named = actor(3, 0, "Interior Ministry", schema="PublicBody", of=["Velmar"])
    other = actor(4, 0, "Interior Ministry", schema="PublicBody", of=["Ostrany"])
    nobodys = actor(5, 0, described=["the interior ministry"], schema="PublicBody")
    found = identities(made(VELMAR, OSTRANY, described, named, other, nobodys), [])
    assert together(found, described, named)
    assert not together(found, named, other) and not together(found, described, other)
    assert len(holder(found, nobodys).entities) == 1


def seat(spoken_for: str, *, speaks: bool = True) -> list[Actor]:
    """A place, the government in it, and someone who speaks for that in one report and for another in the next."""
    place = actor(2, 0, "Haldmark", schema="Organization")
    return [
        speaking(place) if speaks else place,
        actor(2, 1, described=["the government in Haldmark"], schema="PublicBody"),
        actor(2, 2, "Doran Vesk", of=["the government in Haldmark"]),
        actor(3, 0, "Doran Vesk", of=[spoken_for]),
        actor(3, 1, "Velmar", schema="PublicBody"),
    ]


def test_who_speaks_for_two_governments_tells_where_one_sits() -> None:
    place, government, *_ = held = seat("the Velmar government")
    assert together(identities(made(VELMAR, *held), []), VELMAR, place, government)


def test_a_seat_joins_no_state_that_nothing_tells() -> None:
    place, government, *_ = held = seat("the Front")
    found = identities(made(VELMAR, *held), [])
    assert together(found, place, government) and not together(found, VELMAR, place)
    place, government, *_ = held = seat("the Velmar government", speaks=False)
    assert not together(identities(made(VELMAR, *held), []), place, government), "a mere place acts for nobody"
    place, government, vesk, *_ = held = seat("the Velmar government")
    both = actor(4, 0, "Doran Vesk", of=["the Ostrany government"])
    found = identities(made(VELMAR, OSTRANY, *held, both), [])
    assert not together(found, VELMAR, place) and not together(found, OSTRANY, place), "two states are told"


def test_a_capital_that_speaks_is_the_state_that_the_report_names() -> None:
    paris = speaking(actor(2, 0, "Paris", schema="PublicBody"))
    france = actor(2, 1, "France", schema="PublicBody")
    assert together(identities(made(paris, france), []), paris, france)
    elsewhere = actor(3, 1, "France", schema="PublicBody")
    assert not together(identities(made(paris, elsewhere), []), paris, elsewhere)
    silent = dataclasses.replace(paris, speaks=False)
    assert not together(identities(made(silent, france), []), silent, france)
    found = identities(made(paris, france, town := actor(4, 0, "Paris", schema="PublicBody")), [])
    assert together(found, paris, france) and not together(found, paris, town), "a town is not its country"
    lyon = speaking(actor(2, 0, "Lyon", schema="PublicBody"))
    assert not together(identities(made(lyon, france), []), lyon, france)


def test_an_embassy_is_the_only_one_that_is_told() -> None:
    bare = actor(3, 0, described=["Ostrany's embassy"], schema="PublicBody")
    placed = actor(2, 0, described=["Ostrany's embassy in Paris"], schema="PublicBody")
    paris, france = actor(2, 1, "Paris", schema="PublicBody"), actor(3, 1, "France", schema="PublicBody")
    assert together(identities(made(OSTRANY, bare, placed, paris, france), []), bare, placed)
    assert not together(identities(made(OSTRANY, bare, placed, paris), []), bare, placed), "nothing leads there"
    second = actor(4, 0, described=["Ostrany's embassy in Lima"], schema="PublicBody")
    lima = actor(4, 1, "Lima", schema="PublicBody")
    found = identities(made(OSTRANY, bare, placed, paris, france, second, lima), [])
    assert not together(found, bare, placed) and not together(found, placed, second)


# what reports that come touch, and no more


def world(seed: int, count: int) -> Reports:
    rng = random.Random(seed)
    first = ["Halim", "Mira", "Rurik", "Greta", "Osk", "Ida"]
    last = ["Terzo", "Terzow", "Aldo", "Lunn", "Brenn", "Dravin", "Qazemi", "Kazemi"]
    bodies = ["Front for a Free Ostrany", "FFO", "the Front", "Velmar", "Ostrany", "Interior Ministry"]
    made_up = [
        actor(place, at, *rng.sample(bodies, 1), schema="PublicBody", of=rng.sample(["Velmar", "Ostrany", ""], 1))
        if rng.random() < 0.4
        else actor(place, at, f"{rng.choice(first)} {rng.choice(last)}", *rng.sample(last, 1))
        for place in range(1, count + 1)
        for at in range(rng.randrange(1, 5))
    ]
    return made(*made_up)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_taken_over_from_before_is_what_comes_from_nothing(seed: int) -> None:
    reports = world(seed, 24)
    arrivals = {id_: int(id_, 16) for id_ in reports}
    ids = list(reports)
    random.Random(seed).shuffle(ids)
    known: dict[str, Identity] = {}
    for end in (8, 16, 20, len(ids)):
        held = {id_: reports[id_] for id_ in ids[:end]}
        known = identities_of(held, [], arrivals, known, frozenset(ids[max(0, end - 8) : end]))
        assert known == identities_of(held, [], arrivals)
    gone = {id_: reports[id_] for id_ in ids[3:]}
    assert identities_of(gone, [], arrivals, known, frozenset(ids[:3])) == identities_of(gone, [], arrivals)


def test_who_is_in_no_report_that_came_is_taken_as_he_was() -> None:
    reports = made(TERZO, LUNN, actor(2, 0, "Osk Dravin"))
    first = identities(reports, [])
    later = reports | made(actor(3, 0, "Halim Terzo"))
    arrivals = {id_: int(id_, 16) for id_ in later}
    again = identities_of(later, [], arrivals, first, frozenset([report(3)]))
    same = {one.name for id_, one in again.items() if first.get(id_) is one}
    assert same == {"Greta Lunn", "Osk Dravin"} and len(holder(again, TERZO).entities) == 2
