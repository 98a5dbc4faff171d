"""Every named rule on its own two sentences: it acts on the one and leaves the other alone."""

from __future__ import annotations

import pytest
from make_drafts import ENGLISH, context_of, shown, unmarked

from sayso.extract.attributions.rules import ORDER, RULES, in_order, run_rules
from sayso.extract.attributions.rules.registry import Rule, Trace, drop
from sayso.nlp.tagger import Tagged, load_tagger


def tagged(rule: Rule, text: str) -> Tagged | None:
    """What the tagger says where the rule asks it."""
    return load_tagger(ENGLISH.model).tag([text])[0] if rule.tags else None


def run(rule: Rule, marked: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], Trace]:
    """The drafts of a marked sentence before and after a rule."""
    text, drafts = unmarked(marked)
    before, trace = shown(text, drafts), Trace()
    context = context_of(text, drafts, tagged(rule, text))
    run_rules([rule], context, trace)
    return before, shown(text, context.drafts), trace


def cases(*kinds: str) -> list[object]:
    """The rules of some kinds; those that ask the tagger need the model's files."""
    return [
        pytest.param(rule, id=rule.id, marks=[pytest.mark.model] if rule.tags else [])
        for rule in in_order()
        if rule.kind in kinds
    ]


@pytest.mark.parametrize("rule", cases("mend", "join"))
def test_a_rule_makes_of_its_example_what_it_says(rule: Rule) -> None:
    before, after, trace = run(rule, rule.example)
    text, drafts = unmarked(rule.becomes or "")
    assert text == unmarked(rule.example)[0], "the two sentences differ in more than their marks"
    assert after == shown(text, drafts)
    assert before != after
    assert trace.counts.get(rule.id)


@pytest.mark.parametrize("rule", cases("drop"))
def test_a_rule_takes_out_a_draft_of_its_example(rule: Rule) -> None:
    before, after, trace = run(rule, rule.example)
    assert len(after) == len(before) - 1
    assert [name for _, name in trace.removed] == [rule.id]


@pytest.mark.parametrize("rule", cases("add"))
def test_a_rule_finds_the_draft_of_its_example(rule: Rule) -> None:
    """Its example shows all drafts; it is handed all but one, in turn, and finds that one in at least one turn."""
    text, drafts = unmarked(rule.example)
    wanted = shown(text, drafts)
    found = []
    for given in [[], *([one for one in drafts if one is not left] for left in drafts)]:
        context, trace = context_of(text, given, tagged(rule, text)), Trace()
        run_rules([rule], context, trace)
        after = [(*row[:3], "") for row in shown(text, context.drafts)]
        found.append(after == wanted and len(context.drafts) > len(given) and rule.id in trace.counts)
    assert any(found)


@pytest.mark.parametrize("rule", cases("add", "mend", "join", "drop"))
def test_a_rule_leaves_alone_what_it_keeps(rule: Rule) -> None:
    before, after, trace = run(rule, rule.keeps)
    assert after == before
    assert trace.counts == {} and trace.touched == {} and trace.removed == []


def test_every_rule_stands_once_in_the_order_and_has_a_sentence() -> None:
    assert sorted(ORDER) == sorted(RULES)
    assert all(rule.about.endswith((".", "?")) for rule in RULES.values()), [
        r.id for r in RULES.values() if not r.about.endswith(".")
    ]


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two rules are called 'said-nothing'"):
        drop("said-nothing", example="", keeps="")(lambda draft, context: False)


def test_a_rule_without_a_trace_does_the_same() -> None:
    rule = RULES["said-nothing"]
    text, drafts = unmarked(rule.example)
    context = context_of(text, drafts)
    run_rules([rule], context)
    assert context.drafts == []
