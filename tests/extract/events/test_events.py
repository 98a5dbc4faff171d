"""Events: triggers, who does what to whom, PLOVER's type and mode, when, where, how many, in whose words."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso_en
from sayso.errors import ModelError
from sayso.extract.events import arguments, read_events
from sayso.extract.events.network import CLASSES, FILE, WEIGHTS, Network, load_network, read_network
from sayso.extract.events.rows import plover_row
from sayso.extract.events.types import by_rule, kind_of_event
from sayso.extract.factuality import judge_events
from sayso.extract.times import find_times
from sayso.lang import load_language
from sayso.lang.needs.events import ObjectRule
from sayso.nlp.linear import Linear, read_linear
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import vectors_of
from sayso.values.findings import Attribution, Event, Mention, Place, Quantity, Time
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import CONTEXTS, MODES

ENGLISH = load_language("en")
KINDS = ENGLISH.events.kinds


@functools.cache
def parsed(text: str) -> tuple[Report, Tree]:
    return Report.of(text), Tree(load_parser(ENGLISH.parser)(text))


@functools.cache
def tagged(text: str) -> Tagged:
    return load_tagger(ENGLISH.model).tag([text])[0]


def events_of(text: str) -> tuple[Event, ...]:
    report, tree = parsed(text)
    return judge_events(report, read_events(report, tree, ENGLISH, tagged(text)), tree, ENGLISH)


def event_of(text: str, trigger: str) -> Event:
    found = [event for event in events_of(text) if trigger in " ".join(span.text for span in event.trigger)]
    assert found, f"{trigger!r} is no trigger of {text!r}"
    return found[0]


def spans(event: Event, *roles: str) -> list[str]:
    return [a.span.text for a in event.arguments if a.role in roles and a.span is not None]


def find(report: Report, words: str) -> tuple[int, int]:
    start = report.text.index(words)
    return start, start + len(words)


def mention(report: Report, words: str) -> Mention:
    start, end = find(report, words)
    head = words.rsplit(" ", 1)[-1]
    return Mention(f"{report.id}/m{start}", report.span(start, end), report.span(end - len(head), end), "nominal")


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "patients"),
    [
        ("Rebels attacked the camp.", "attacked", ["Rebels"], ["the camp"]),
        ("The camp was attacked by rebels.", "attacked", ["rebels"], ["The camp"]),
        ("Rebels attacked the camp and killed two guards.", "killed", ["Rebels"], ["two guards"]),
        ("The men who attacked the camp fled.", "attacked", ["The men"], ["the camp"]),
        ("The army refused to release the prisoners.", "release", ["The army"], ["the prisoners"]),
        ("Police arrested the mayor and his brother.", "arrested", ["Police"], ["the mayor", "his brother"]),
        ("A soldier killed in the clash was buried on Monday.", "killed", [], ["A soldier"]),
    ],
)
def test_agents_and_patients_are_found_in_actives_passives_joined_relative_and_controlled_clauses(
    text: str, trigger: str, agents: list[str], patients: list[str]
) -> None:
    event = event_of(text, trigger)

    assert spans(event, "agent") == agents
    assert spans(event, "patient") == patients


@pytest.mark.parametrize("noun", ["expulsion", "attack", "withdrawal", "arrest", "visit", "explosion"])
def test_a_noun_of_happening_is_an_event(noun: str) -> None:
    assert event_of(f"The {noun} angered the neighbours.", noun).trigger[0].text == noun


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The soldiers took fuel and a device from the bus.", ["fuel", "device", "bus"]),
        ("The alleged plan was sent to neighbouring states.", ["alleged", "neighbouring", "states"]),
        ("GUERRILLAS FIRED ROCKETS AT THE STATION.", ["GUERRILLAS", "ROCKETS", "STATION"]),
        ("The operational costs were complete.", ["operational", "costs", "complete"]),
    ],
)
def test_things_people_and_qualities_are_no_events(text: str, words: list[str]) -> None:
    found = [event.trigger[0].text for event in events_of(text)]

    assert not set(words) & set(found)


def test_a_place_is_told_once_at_its_widest() -> None:
    event = event_of("Rebels attacked the town on the coast of the province in May.", "attacked")
    places = [a.span for a in event.arguments if a.role == "place" and a.span is not None]

    assert not any(one.covers(other) for one in places for other in places if one != other)


def test_a_particle_belongs_to_its_trigger() -> None:
    event = event_of("The police broke up the meeting.", "broke")

    assert [span.text for span in event.trigger] == ["broke", "up"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        ("Police arrested the mayor.", "arrested", "COERCE", "arrest"),
        ("The government deported forty workers.", "deported", "COERCE", "deport"),
        ("The two ministers met in Geneva.", "met", "CONSULT", None),
        ("The minister telephoned his colleague.", "telephoned", "CONSULT", "phone"),
        ("Rebels launched an attack on the port.", "launched", "ASSAULT", None),
        ("A roadside bomb killed two soldiers.", "killed", "ASSAULT", "explosives"),
        ("Gunmen kidnapped a doctor.", "kidnapped", "ASSAULT", "abduct"),
        ("The union called off the strike.", "called", "CONCEDE", None),
        ("The president called for a ceasefire.", "called", "REQUEST", "yield"),
        ("Parliament rejected the proposal for talks.", "rejected", "REJECT", "meet"),
        ("Students staged a rally in the square.", "staged", "PROTEST", "demo"),
        ("The prime minister resigned.", "resigned", "RETREAT", "resign"),
        ("The suicide attack shocked the town.", "attack", "ASSAULT", "suicide-attack"),
        ("The gardener watered the roses.", "watered", None, None),
        ("The two sides struck a deal.", "struck", "AGREE", None),
        ("Rebels struck a convoy.", "struck", "ASSAULT", None),
        ("Miners struck again in March.", "struck", None, None),
        ("The court ruled that the law was valid.", "ruled", None, None),
        ("Kestria ruled out talks.", "ruled", "REJECT", "meet"),
        ("The army lifted the siege.", "lifted", "RETREAT", None),
        ("The government eased the curfew.", "eased", "CONCEDE", None),
        ("Teachers ended the strike.", "ended", "CONCEDE", None),
        ("Dorvania froze aid to its neighbour.", "froze", "SANCTION", "discontinue"),
        ("Dorvania sent blankets to the villagers.", "sent", "AID", None),
        ("Dorvania sent tanks to the border.", "sent", "MOBILIZE", "troops"),
        ("Dorvania sent an envoy to the talks.", "sent", "CONSULT", None),
        ("Dorvania sent inspectors to the plant.", "sent", "ACCUSE", "investigate"),
        ("Dorvania recalled its ambassador.", "recalled", "SANCTION", "withdraw"),
        ("Dorvania pulled its soldiers out.", "pulled", "RETREAT", "withdraw"),
        ("The embassy lodged a protest.", "lodged", "ACCUSE", "disapprove"),
        ("The group voiced outrage.", "voiced", "ACCUSE", "disapprove"),
        ("Police held two students.", "held", "COERCE", "arrest"),
        ("Parliament will hold a vote.", "hold", None, None),
        ("The region received little rain.", "received", None, None),
        ("The president received the envoy.", "received", "CONSULT", None),
        ("The ministry released new rules.", "released", None, None),
        ("An earthquake killed three people.", "killed", None, None),
        ("Three people were killed in a train crash.", "killed", None, None),
        ("The minister called the visit an insult.", "called", None, None),
        ("The bombardment went on for days.", "bombardment", "ASSAULT", "heavy-weapons"),
        ("The mutiny was crushed.", "mutiny", "PROTEST", "riot"),
        ("The exiles sang.", "exiles", None, None),
    ],
)
def test_types_and_modes_follow_the_lexicon(text: str, trigger: str, type_: str | None, mode: str | None) -> None:
    if trigger == "exiles" and all("exiles" not in event.trigger[0].text for event in events_of(text)):
        return  # people are no happening
    event = event_of(text, trigger)

    assert (event.type, event.mode) == (type_, mode)


def test_the_lexicon_names_only_types_modes_and_contexts_that_plover_has() -> None:
    entries = [*KINDS.verbs.values(), *KINDS.nouns.values()]
    entries += [kind for several in KINDS.pairs.values() for _, kind in several]
    entries += [(rule.type, rule.mode) for rule in KINDS.rules]

    assert all(name in MODES and (not mode or mode in MODES[name]) for name, mode in entries)
    for rule in KINDS.rules:
        assert rule.verb in KINDS.classes
        assert rule.thing in KINDS.classes or rule.thing.removeprefix("@") in MODES
    assert set(KINDS.contexts.values()) <= set(CONTEXTS)
    for name, table in KINDS.modes.items():
        assert set(table.values()) <= set(MODES[name])


@pytest.mark.parametrize("rule", [rule for rule in KINDS.rules if rule.example], ids=lambda r: f"{r.verb} {r.thing}")
def test_a_row_of_the_table_acts_on_its_sentence(rule: ObjectRule) -> None:
    _, tree = parsed(rule.example)
    alone = replace(KINDS, rules=(rule,))
    verbs = [i for i, pos in enumerate(tree.pos) if pos == "VERB"]

    kinds = [kind for kind in (by_rule(tree, alone, i) for i in verbs) if kind is not None]

    assert [kind for kind in kinds if kind[0] == rule.type and rule.mode in ("", kind[1])]
    assert rule.type in [kind_of_event(tree, KINDS, i).type for i in verbs], "another entry or row is taken first"


def test_words_that_are_taken_out_are_in_no_table() -> None:
    less = KINDS.without({"bomb", "lift", "set fire"})

    assert KINDS.entries() - less.entries() == {"bomb", "lift", "set fire"} & KINDS.entries()
    assert "bomb" in KINDS.entries()


def test_an_understood_subject_has_its_antecedents_mention_and_no_span() -> None:
    report, tree = parsed("The army refused to release the prisoners.")
    army = mention(report, "The army")

    events = read_events(report, tree, ENGLISH, mentions=[army, mention(report, "the prisoners")])

    release = next(event for event in events if event.trigger[0].text == "release")
    understood = [a for a in release.arguments if a.implicit]
    assert [(a.role, a.mention, a.span) for a in understood] == [("agent", army.id, None)]
    assert release.actors == (army.id,)
    assert len(release.recipients) == 1


def test_an_argument_that_is_an_event_names_it() -> None:
    report, tree = parsed("The president condemned the attack.")
    events = read_events(report, tree, ENGLISH)

    condemned = next(event for event in events if event.trigger[0].text == "condemned")
    attack = next(event for event in events if event.trigger[0].text == "attack")
    assert attack.id in [a.event for a in condemned.arguments]


def test_an_event_is_inside_the_innermost_attribution_that_holds_it() -> None:
    report, tree = parsed("Ali said that Omar claimed that the army shelled the village.")
    outer = Attribution(
        f"{report.id}/a0", content=(report.span(*find(report, "that Omar claimed that the army shelled the village")),)
    )
    inner = Attribution(
        f"{report.id}/a14", content=(report.span(*find(report, "that the army shelled the village")),), inside=outer.id
    )

    events = {event.trigger[0].text: event for event in read_events(report, tree, ENGLISH, attributions=[outer, inner])}

    assert events["shelled"].inside == inner.id
    assert events["claimed"].inside == outer.id
    assert events["said"].inside is None


def test_times_places_and_quantities_of_an_events_parts_are_its_own() -> None:
    report, tree = parsed("Police arrested 40 protesters in Basra on Monday.")
    when = Time(f"{report.id}/t42", report.span(*find(report, "Monday")), "DATE", "2020-03-02")
    place = Place(f"{report.id}/p33", report.span(*find(report, "Basra")))
    count = Quantity(f"{report.id}/q16", report.span(*find(report, "40")), value=40)

    events = read_events(report, tree, ENGLISH, times=[when], places=[place], quantities=[count])

    arrested = next(event for event in events if event.trigger[0].text == "arrested")
    assert [(w.rel, w.time) for w in arrested.when] == [("at", when.id)]
    assert arrested.place == place.id
    assert arrested.quantities == (count.id,)


def test_an_event_that_times_another_is_linked_to_it() -> None:
    report, tree = parsed("He fled after the revolution.")
    events = {event.trigger[0].text: event for event in read_events(report, tree, ENGLISH)}

    if "revolution" in events:  # where the noun is taken for an event
        assert [(w.rel, w.event) for w in events["fled"].when] == [("after", events["revolution"].id)]


def test_a_demanded_act_is_no_row_of_its_own_and_an_intended_one_is_agree_or_threaten() -> None:
    def rows(text: str) -> list[str]:
        events = events_of(text)
        return [row["type"] for row in (plover_row(event, events, ENGLISH.events) for event in events) if row]

    assert rows("Greece demanded the withdrawal of the troops.") == ["REQUEST"]
    assert rows("The army will bomb the port.") == ["THREATEN"]
    assert rows("The army did not bomb the port.") == []


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Kestria imposed a curfew in the town of Orvale.", "COERCE", "Kestria", "Orvale"),
        ("Kestria rejected a call by the miners for talks.", "REJECT", "Kestria", "the miners"),
        ("Kestria cancelled a visit to Dorvania.", "SANCTION", "Kestria", "Dorvania"),
        ("Kestria withdrew its troops from Dorvania.", "RETREAT", "Kestria", "Dorvania"),
        ("Kestria threatened to close the port unless Dorvania frees the pilots.", "THREATEN", "Kestria", "Dorvania"),
        ("Kestria and Dorvania agreed on a pact.", "AGREE", "Kestria", "Dorvania"),
        ("Kestria said it would expel two diplomats.", "THREATEN", "Kestria", "two diplomats"),
        ("Kestria, an ally in the war on the Lasten League, praised Dorvania.", "SUPPORT", "Kestria", "Dorvania"),
    ],
)
def test_a_row_has_those_whom_it_meets_and_not_what_is_done_with(
    text: str, type_: str, source: str, target: str
) -> None:
    events = events_of(text)

    rows = [row for row in (plover_row(event, events, ENGLISH.events) for event in events) if row]

    main = min(rows, key=lambda row: row["depth"])
    assert main["type"] == type_
    assert any(source in text[start:end] for start, end in main["source"])
    assert any(target in text[start:end] for start, end in main["target"])


def test_the_result_is_a_reading_that_checks() -> None:
    report, tree = parsed("Rebels attacked the camp, killing two guards, and fled before the army could arrest them.")
    mentions = [mention(report, "Rebels"), mention(report, "the army")]

    Reading(report, mentions=tuple(mentions), events=read_events(report, tree, ENGLISH, mentions=mentions))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "12 450 3.4 99999 0 -7",
        "A\tB\tC\n1\t2\t3\n4\t5\t6\n",
        "REBELS ATTACKED THE CAMP ON 30 FEBRUARY.",
        "Die Armee griff das Dorf an.",
        "talks, " * 1000,
        "no no no no not never neither",
        "broken \x00 signs \U0001f600 \u202e",
    ],
)
def test_odd_input_gives_events_with_true_spans_and_no_crash(text: str) -> None:
    report, tree = Report.of(text), Tree(load_parser(ENGLISH.parser)(text))

    check(report, judge_events(report, read_events(report, tree, ENGLISH), tree, ENGLISH))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            'the army not if will attack attacked killed , . ? " that said to of by no Rebels camp \n 7'.split(" ")
        ),
        max_size=40,
    )
)
def test_any_row_of_words_gives_events_with_true_spans(words: list[str]) -> None:
    text = " ".join(words)
    report, tree = Report.of(text), Tree(load_parser(ENGLISH.parser)(text))

    check(report, judge_events(report, read_events(report, tree, ENGLISH), tree, ENGLISH))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_gives_events_with_true_spans(text: str) -> None:
    report, tree = Report.of(text), Tree(load_parser(ENGLISH.parser)(text))

    check(report, judge_events(report, read_events(report, tree, ENGLISH), tree, ENGLISH))


def check(report: Report, events: Iterable[Event]) -> None:
    Reading(report, events=tuple(events))


def test_a_tree_knows_edges_sentences_and_passives() -> None:
    doc = load_parser(ENGLISH.parser)("The camp was attacked. Rebels fled.")
    tree = Tree(doc)

    assert tree.sentences == [(0, 5), (5, 8)]
    assert [tree.left[i] for i in range(len(tree))] == [token.left_edge.i for token in doc]
    assert [tree.right[i] for i in range(len(tree))] == [token.right_edge.i for token in doc]
    assert tree.passive(3)
    assert not tree.passive(6)


def test_a_linear_model_reads_back_and_says_what_it_cannot_read() -> None:
    model = read_linear("class\ta\tb\n*\t10\t0\nx\t-50\t50\n")

    assert isinstance(model, Linear)
    assert (model.scores([["x"], []]) * 100).round().tolist() == [[-40, 50], [10, 0]]
    assert model.scores([]).shape == (0, 2)
    with pytest.raises(Exception, match="first line"):
        read_linear("nothing")


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("They lived there until the army invaded in 2003.", "lived", [("until", "invaded"), ("until", "2003")]),
        ("They lived there until the army invaded in 2003.", "invaded", [("at", "2003")]),
        ("He returned to Quell after the police left.", "returned", [("after", "left")]),
        ("The bomb went off a week before the election.", "went", [("before", "election")]),
        ("Two days after the raid the minister resigned.", "resigned", [("after", "raid")]),
        (
            "Shortly after the victory of the rising in 1979 the generals fled.",
            "fled",
            [("after", "victory"), ("at", "1979")],
        ),
        ("After the coup of 1980 he fled.", "fled", [("after", "coup")]),
        ("The army attacked on Monday and withdrew on Wednesday.", "attacked", [("at", "Monday")]),
        ("The army attacked on Monday and withdrew on Wednesday.", "withdrew", [("at", "Wednesday")]),
        ("The group, founded in 1965, moved to Quell in 1981.", "moved", [("at", "1981")]),
        ("The raid was on Monday. Two men were wounded.", "wounded", [("at", "Monday")]),
        ("The raid was on Monday.\n\nTwo men were wounded.", "wounded", []),
        ("The raid was on Monday. Two men are wanted.", "wanted", []),
    ],
)
def test_when_points_at_the_times_and_events_that_time_an_event(
    text: str, trigger: str, when: list[tuple[str, str]]
) -> None:
    _, tree = parsed(text)
    report = Report.of(text, published="2031-05-12", published_from="user")
    times = find_times(report)
    events = read_events(report, tree, ENGLISH, times=times)
    words = {time.id: time.span.text for time in times} | {event.id: event.trigger[0].text for event in events}
    (event,) = [event for event in events if event.trigger[0].text.startswith(trigger)]
    assert [(w.rel, words[w.time or w.event or ""]) for w in event.when] == when


def test_a_day_on_which_something_was_said_is_not_that_of_what_was_said() -> None:
    text = "He said on Monday that rebels had left the town."
    _, tree = parsed(text)
    report = Report.of(text, published="2031-05-12", published_from="user")
    content = report.span(*find(report, "that rebels had left the town"))
    said = Attribution(f"{report.id}/a3", (content,), cue=(report.span(*find(report, "said")),))
    events = read_events(report, tree, ENGLISH, times=find_times(report), attributions=[said])
    assert [len(event.when) for event in events] == [1, 0]


def test_the_weights_of_roles_belong_to_the_encoder_beside_them() -> None:
    made_for = hashlib.sha256((sayso_en.path() / "encoder.int8.onnx").read_bytes()).hexdigest()[:16]

    assert load_network(ENGLISH.model).encoder == made_for, "run training/events/roles.py on the new encoder"


def small_network() -> Network:
    """Two features, two inner numbers, vectors of three; every matrix full of ones but where it says else."""
    shapes = {
        "parse": (2, 4), "parse_bias": (4,), "candidate": (3, 4), "trigger": (3, 4), "candidate_pair": (3, 2),
        "candidate_pair_bias": (2,), "trigger_pair": (3, 2), "trigger_pair_bias": (2,), "pair": (2, 4),
        "middle": (4, 4), "middle_bias": (4,), "out": (4, 8), "out_bias": (8,),
    }  # fmt: skip
    weights = {name: np.zeros(shape) if "bias" in name else np.ones(shape) for name, shape in shapes.items()}
    table = np.zeros((2, 2 + len(CLASSES)))
    table[0, :2] = 1  # the first feature adds to the hidden numbers
    table[1, 3] = 5  # the second speaks for the agent alone
    return Network(["deep", "direct"], table, weights)


def test_network_adds_what_parse_and_vectors_say() -> None:
    vectors = np.array([[1, 0, 0], [0, 2, 0]], dtype="float32")

    blind = small_network().scores([["deep"], ["direct", "unknown"]], [0, 0], [1, 1])
    seeing = small_network().scores([["deep"], []], [0, 0], [1, 1], vectors)

    # deep: 2 in each of 4 hidden numbers, 2 + 8 after the second layer, 4 of them in each role
    assert blind[0].tolist() == [40.0] * 8
    assert blind[1].tolist() == [0, 5, 0, 0, 0, 0, 0, 0]
    # vectors: 1 of the candidate, 2 of the trigger, 2 * (1 * 2) of the pair
    assert seeing[1].tolist() == [7 * 5 * 4] * 8


def test_a_file_of_weights_that_is_not_whole_is_named(tmp_path: Path) -> None:
    np.savez(tmp_path / FILE, features=np.frombuffer(b"a", dtype="uint8"))
    with pytest.raises(ModelError, match=FILE):
        read_network(tmp_path / FILE)
    with pytest.raises(ModelError, match="not whole"):
        Network([], np.zeros((0, 10)), {name: np.zeros((2, 2)) for name in WEIGHTS[1:]})


def test_parts_are_the_same_in_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Rebels attacked the camp and killed two guards, the army said, before soldiers arrested three of them."
    whole = events_of(text)

    monkeypatch.setattr(arguments, "BLOCK", 1)

    assert events_of(text) == whole


@given(st.text(alphabet=st.sampled_from("ab .'’\n-é"), max_size=60))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_each_word_of_the_parse_has_a_vector(text: str) -> None:
    _, tree = parsed(text)
    vectors = vectors_of(tree, tagged(text))

    assert vectors is None or vectors.shape == (len(tree), 384)
    assert vectors is not None or not text.strip()
