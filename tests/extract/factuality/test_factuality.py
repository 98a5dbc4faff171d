"""Factuality: did it happen, in the eyes of the voice that tells it, and by which words."""

from __future__ import annotations

import functools
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.extract.events import read_events
from sayso.extract.factuality import factuality
from sayso.extract.factuality.rules import Judge
from sayso.extract.factuality.view import SIGNS, View, flip
from sayso.lang import load_language
from sayso.lang.needs.factuality import Signs
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.run.pipeline import Pipeline
from sayso.values.findings import Attribution
from sayso.values.report import Report

ENGLISH = load_language("en")


@functools.cache
def tree_of(text: str) -> Tree:
    return Tree(load_parser(ENGLISH.parser)(text))


def judged(text: str, word: str) -> tuple[str, str, list[str]]:
    tree = tree_of(text)
    view = Judge(tree, ENGLISH.factuality).view(tree.words.index(word))
    return view.value, view.state, [tree.words[i] for i in view.because]


CASES = {
    "what is told plainly is done": [
        ("Police arrested four men.", "arrested", "CT+", "done"),
        ("The bomb had killed nine people.", "killed", "CT+", "done"),
    ],
    "what is denied is denied": [
        ("The police did not arrest him.", "arrest", "CT-", "denied"),
        ("He never returned.", "returned", "CT-", "denied"),
        ("Nobody was hurt.", "hurt", "CT-", "denied"),
        ("No shots were fired.", "fired", "CT-", "denied"),
        ("Not one family left the camp.", "left", "CT-", "denied"),
        ("Not only the army but also the police left.", "left", "CT+", "done"),
        ("She left without signing the paper.", "signing", "CT-", "denied"),
        ("Instead of paying, he sued.", "paying", "CT-", "denied"),
    ],
    "two denials make one event": [
        ("She did not leave without signing the paper.", "signing", "CT+", "done"),
        ("The army did not deny having fired.", "fired", "PS+", "unknown"),
    ],
    "the future is not yet": [
        ("The two ministers will meet on Monday.", "meet", "PR+", "not_yet"),
        ("The firm would sell its shares, he said.", "sell", "PR+", "not_yet"),
        ("He is due to resign.", "resign", "PR+", "not_yet"),
        ("The army will not withdraw.", "withdraw", "PR-", "denied"),
    ],
    "modals of possibility leave it open": [
        ("The army may attack.", "attack", "PS+", "unknown"),
        ("The rebels might not attend.", "attend", "PS-", "unknown"),
        ("The inspectors could not verify the claim.", "verify", "CT-", "denied"),
        ("They should have warned us.", "warned", "CT-", "denied"),
    ],
    "plans, demands, promises and threats are not yet": [
        ("The city plans to build two dams.", "build", "Uu", "not_yet"),
        ("They demanded that he resign.", "resign", "Uu", "not_yet"),
        ("The party agreed to join the talks.", "join", "PR+", "not_yet"),
        ("The union threatened to strike.", "strike", "Uu", "not_yet"),
        ("The ministry has no plans to expel the group.", "expel", "PR-", "denied"),
        ("He called for the expulsion of the group.", "expulsion", "Uu", "not_yet"),
        ("Parliament approved the sale of the ships.", "sale", "PR+", "not_yet"),
    ],
    "words of failing, refusing and preventing deny what is under them": [
        ("The bomb failed to explode.", "explode", "CT-", "denied"),
        ("The board refused to extradite him.", "extradite", "CT-", "denied"),
        ("The guards prevented him from leaving.", "leaving", "CT-", "denied"),
        ("Parliament rejected the sale of the ships.", "sale", "CT-", "denied"),
        ("The failure to consult the tribes angered them.", "consult", "CT-", "denied"),
    ],
    "words of managing tell what is under them": [
        ("He managed to escape.", "escape", "CT+", "done"),
        ("She did not manage to escape.", "escape", "CT-", "denied"),
        ("They forced the mayor to resign.", "resign", "CT+", "done"),
        ("The soldiers obeyed the order to retreat.", "retreat", "CT+", "done"),
    ],
    "both sides of a condition are hypothetical": [
        ("If they attack, we will answer.", "attack", "Uu", "hypothetical"),
        ("If they attack, we will answer.", "answer", "Uu", "hypothetical"),
        ("The group will be expelled unless it disarms.", "expelled", "Uu", "hypothetical"),
    ],
    "a question that yes or no answers is hypothetical, a question who is not": [
        ("Did the soldiers kill the mayor?", "kill", "Uu", "hypothetical"),
        ("Who killed the mayor?", "killed", "CT+", "done"),
        ("It is unclear whether the army attacked.", "attacked", "Uu", "hypothetical"),
    ],
    "hearsay and suspicion weaken": [
        ("The minister allegedly took bribes.", "took", "PS+", "unknown"),
        ("He is believed to have died in 2003.", "died", "PR+", "done"),
        ("The two are suspected of planting the mine.", "planting", "PS+", "unknown"),
        ("The alleged plot was uncovered.", "plot", "PS+", "unknown"),
    ],
    "an order is not yet": [
        ("Release the prisoners.", "Release", "Uu", "not_yet"),
        ("Do not shoot.", "shoot", "Uu", "not_yet"),
    ],
    "a clause with a past of its own is told, not wanted": [
        ("They promised that they had left.", "left", "CT+", "done"),
        ("It was wrongly reported that the site was destroyed.", "destroyed", "CT-", "denied"),
        ("There is no evidence that the plant made gas.", "made", "PR-", "denied"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "text", "word", "value", "state"),
    [(rule, *case) for rule, cases in CASES.items() for case in cases],
)
def test_each_rule_of_factuality(rule: str, text: str, word: str, value: str, state: str) -> None:
    assert judged(text, word)[:2] == (value, state), rule


@pytest.mark.parametrize(
    ("text", "word", "because"),
    [
        ("The police did not arrest him.", "arrest", "not"),
        ("The board refused to extradite him.", "extradite", "refused"),
        ("If they attack, we will answer.", "answer", "If"),
        ("The minister allegedly took bribes.", "took", "allegedly"),
        ("The planned march angered many.", "march", "planned"),
    ],
)
def test_the_reason_is_the_word_that_makes_it_so(text: str, word: str, because: str) -> None:
    assert because in judged(text, word)[2]


def test_the_step_judges_events_and_gives_spans_as_reasons() -> None:
    report = Report.of("The board refused to extradite him.")
    tree = Tree(load_parser(ENGLISH.parser)(report.text))

    events = {e.trigger[0].text: e for e in factuality(report, read_events(report, tree, ENGLISH), tree, (), ENGLISH)}

    assert (events["refused"].factuality, events["refused"].state) == ("CT+", "done")
    assert (events["extradite"].factuality, events["extradite"].state) == ("CT-", "denied")
    assert [span.text for span in events["extradite"].because] == ["refused"]


def test_the_first_event_of_a_denial_is_denied_and_what_it_presupposes_is_not() -> None:
    report = Report.of("Their denial was short: the army shelled the village after the guards fled.")
    tree = Tree(load_parser(ENGLISH.parser)(report.text))
    start = report.text.index("the army")
    cue = report.text.index("denial")
    denial = Attribution(
        f"{report.id}/a0",
        content=(report.span(start, len(report.text) - 1),),
        cue=(report.span(cue, cue + 6),),
        manner="denies",
    )

    bare = read_events(report, tree, ENGLISH, attributions=[denial])
    events = {e.trigger[0].text: e for e in factuality(report, bare, tree, (denial,), ENGLISH)}

    assert events["shelled"].state == "denied"
    assert [span.text for span in events["shelled"].because] == ["denial"]
    assert events["fled"].state == "done"
    says = factuality(report, bare, tree, (replace(denial, manner="says"),), ENGLISH)
    assert {e.trigger[0].text: e.state for e in says}["shelled"] == "done"


def test_denying_twice_gives_back_what_was_certain() -> None:
    for view in SIGNS.values():
        if view.value.startswith("CT"):
            assert flip(flip(view)) == view
    assert flip(View("Uu", "hypothetical")) == View("Uu", "hypothetical")


def test_every_signature_is_one_that_the_rules_know() -> None:
    for table in fields(Signs):
        for sign in getattr(ENGLISH.factuality.signs, table.name).values():
            assert all(part in (*SIGNS, "c") for part in sign.split("/"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            "the army not if will may attack to refused deny without no doubt whether ? , . that had were said until".split()
        ),
        max_size=30,
    )
)
def test_any_row_of_words_is_judged(row: list[str]) -> None:
    tree = tree_of(" ".join(row))
    judge = Judge(tree, ENGLISH.factuality)

    for token in range(len(tree)):
        assert all(0 <= i < len(tree) for i in judge.view(token).because)


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("Rumours say the mayor fled to Quell.", "PS+", "unknown"),
        ("Ninety people are feared drowned in the lake at Orrin.", "PS+", "unknown"),
        ("Reports say the mayor fled to Quell.", "PR+", "done"),
        ("Ilse Dorn said the mayor fled to Quell.", "CT+", "done"),
    ],
)
def test_what_only_hearsay_tells_is_no_certain_event(text, value, state):
    (reading,) = Pipeline().read([Report.of(text)])
    event = next(e for e in reading.events if e.trigger[0].text in ("fled", "drowned"))
    assert (event.factuality, event.state) == (value, state)
