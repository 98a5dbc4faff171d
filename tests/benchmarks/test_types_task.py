"""The gold of types, and what the folds of PLOVER's records hide."""

from collections import Counter

import pytest

from benchmarks.gold_types import read_marked, token_at
from benchmarks.plover import FOLDS, fold_of, hidden_by, without_words
from benchmarks.task import PROJECT
from sayso.lang import load_language
from sayso.lang.needs.events import KindWords
from sayso.lang.needs.senses import SenseWords
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.terms import EVENT_TYPES

GOLD = PROJECT / "tests/gold/types/types.txt"
LESSONS = PROJECT / "training/events/lessons.txt"


def test_each_type_has_sentences_and_about_a_third_of_them_is_kept() -> None:
    gold = read_marked(GOLD.read_text(encoding="utf-8"))

    assert set(Counter(one.type for one in gold)) == {None, *EVENT_TYPES}
    assert 0.3 < sum(one.kept for one in gold) / len(gold) < 0.37
    for one in gold:
        assert all(one.text[start:end].strip() for start, end in one.spans)


def test_no_lesson_is_a_sentence_that_is_kept() -> None:
    kept = {one.text for one in read_marked(GOLD.read_text(encoding="utf-8")) if one.kept}

    assert not kept & {one.text for one in read_marked(LESSONS.read_text(encoding="utf-8"))}


def test_a_sentence_without_a_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="no word is marked"):
        read_marked("= AID\nCuba sent doctors.")


def test_the_head_of_a_marked_phrase_is_the_event() -> None:
    tree = Tree(load_parser(load_language("en").parser)("The army carried out a raid."))

    start = tree.text.index("a raid")
    assert tree.words[token_at(tree, start, start + 6) or 0] == "raid"
    assert token_at(tree, 90, 95) is None


def test_a_fold_hides_its_words_their_kin_and_no_others() -> None:
    kinds = KindWords(
        verbs={"deport": ("COERCE", "deport"), "meet": ("CONSULT", "")},
        nouns={"deportation": ("COERCE", "deport"), "plea": ("REQUEST", "")},
        pairs={"set": (("fire", ("ASSAULT", "")), ("free", ("RETREAT", "release")))},
        light=frozenset({"make", "hold"}),
        of=frozenset({"of"}),
        families=(("ation", ""),),
        senses=SenseWords(games=frozenset({"goal", "cup"})),
    )
    records = [{"deport", "goal", "hold", "of", "set", "free"}, {"fire"}]

    assert hidden_by(kinds, records) == {"deport", "deportation", "set free"}
    less = without_words(kinds, records)
    assert less.entries() == {"meet", "plea", "set fire"}
    assert [set(words) for words in (less.light, less.of, less.senses.games)] == [{"make"}, {"of"}, {"cup"}]


def test_every_record_lies_in_one_fold() -> None:
    assert {fold_of(str(number)) for number in range(200)} == set(range(FOLDS))
