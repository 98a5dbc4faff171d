"""Types by the head beside the lexicon: what it adds, what it leaves alone, and quad classes."""

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest

import sayso
import sayso_en
from sayso.errors import ModelError
from sayso.extract.events import load_types, read_types
from sayso.extract.events.learned import CLASSES, SLOTS, TypeHead, slots, word_of
from sayso.extract.events.types import Kind
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.findings import Event
from sayso.values.terms import QUAD, QUADS

ENGLISH = load_language("en")


def parsed(text: str) -> Tree:
    return Tree(load_parser(ENGLISH.parser)(text))


def around(text: str, word: str) -> dict[str, str]:
    tree = parsed(text)
    return {name: tree.words[token] for name, token in slots(tree, tree.words.index(word)).items()}


def test_the_words_around_an_event_are_those_that_tell_its_type() -> None:
    assert around("The council turned the offer down on Monday.", "turned") == {
        "trigger": "turned", "doer": "council", "object": "offer", "small": "down", "behind": "Monday",
    }  # fmt: skip


def test_an_event_is_known_by_its_verb_with_its_particle_first() -> None:
    tree = parsed("The council turned down the offer after the plea.")

    assert word_of(tree, tree.words.index("turned")) == ("turn down/v", "turn/v")
    assert word_of(tree, tree.words.index("plea")) == ("plea/n",)


def small_head(lean: str, *, sure: float = 0.5) -> TypeHead:
    """A head of vectors of three, that the word "lampoon" alone moves: towards one type, by 1."""
    table = np.zeros((1, len(CLASSES)))
    table[0, CLASSES.index(lean)] = 1
    matrices = {
        "slots": np.zeros((len(SLOTS), 3, len(CLASSES))),
        "part": np.zeros((2, len(CLASSES))),
        "bias": np.zeros(len(CLASSES)),
    }
    return TypeHead(["lampoon/v"], table, matrices, (sure, 0.5, 6.0))


def weighed(head: TypeHead, kind: Kind, word: str = "lampooned") -> tuple[str | None, str | None, float | None]:
    tree = parsed("The paper lampooned the mayor and ate a cake.")
    (one,) = head.weigh(tree, np.ones((len(tree), 3), dtype="float32"), [tree.words.index(word)], [kind])
    return one.kind.type, one.quad, one.score


def test_a_type_is_added_only_where_the_lexicon_is_silent_and_the_head_is_sure() -> None:
    assert weighed(small_head("ACCUSE"), Kind())[:2] == ("ACCUSE", "verbal conflict")
    assert weighed(small_head("ACCUSE", sure=1.5), Kind())[:2] == (None, "verbal conflict")
    assert weighed(small_head("ACCUSE"), Kind("AID"))[:2] == ("AID", "material cooperation")
    assert weighed(small_head("ACCUSE"), Kind(), "ate")[0] is None


def test_the_quad_class_is_likelier_where_lexicon_and_head_agree() -> None:
    agreed, alone, against = (
        weighed(small_head(lean), Kind("ACCUSE"), word)[2] or 0
        for lean, word in (("ACCUSE", "lampooned"), ("ACCUSE", "ate"), ("AID", "lampooned"))
    )

    assert 1 >= agreed > alone > against > 0


def test_a_head_is_whole_or_not_read(tmp_path: Path) -> None:
    path = tmp_path / "types.npz"
    path.write_bytes(b"no archive")

    with pytest.raises(ModelError, match="types"):
        read_types(path)


@pytest.mark.model
def test_the_weights_of_types_belong_to_the_encoder_beside_them() -> None:
    made_for = hashlib.sha256((sayso_en.path() / "encoder.int8.onnx").read_bytes()).hexdigest()[:16]

    assert load_types(ENGLISH.model).encoder == made_for, "run training/events/type_head.py on the new encoder"


def events_of(text: str) -> dict[str, Event]:
    return {event.trigger[0].text: event for event in sayso.read_text(text).events}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The weekly lampooned the general and his wife.", "lampooned", "ACCUSE"),
        ("The two ministers inked a memorandum on fishing.", "inked", "SUPPORT"),
        ("Thugs bludgeoned a photographer outside the court.", "bludgeoned", "ASSAULT"),
        ("The river rose by two metres in the night.", "rose", None),
        ("The museum displays two crowns.", "displays", None),
    ],
)
def test_words_that_the_lexicon_lacks_get_the_type_of_those_they_are_like(
    text: str, word: str, kind: str | None
) -> None:
    assert events_of(text)[word].type == kind


@pytest.mark.model
def test_every_event_has_a_quad_class_with_its_chance() -> None:
    found = events_of("Rebels attacked the camp. The river rose. The envoy praised the king, who ate a cake.")

    assert len(found) > 3
    for event in found.values():
        assert event.quad in QUADS
        assert event.quad_score is not None and 0 <= event.quad_score <= 1
        if event.type is not None:
            assert event.quad == QUAD[event.type]
    assert (found["attacked"].quad_score or 0) > 0.5 > (found["rose"].quad_score or math.inf)
