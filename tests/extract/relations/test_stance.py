"""The network that says how words speak of somebody: what it sees, that its weights are whole, and what it has learned."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.extract.relations import FILE, MATRICES, StanceNetwork, load_stance, spoken_of, stance_towards, word_codes
from sayso.extract.relations.stance import FARTHEST, PATHS, PLACES, TONES, read_stance
from sayso.lang import load_language
from sayso.nlp.files import model_folder
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import WordVectors

ENGLISH = load_language("en")


def seen(text: str) -> tuple[Tree, WordVectors]:
    (tagged,) = load_tagger(ENGLISH.model).tag([text])
    tree = Tree(load_parser(ENGLISH.parser)(text), tagged)
    vectors = WordVectors.of(tree, tagged)
    assert vectors is not None
    return tree, vectors


def stance(text: str, name: str) -> int:
    tree, vectors = seen(text)
    start = text.index(name)
    chances = stance_towards(tree, vectors, ENGLISH, (start, start + len(name)))
    assert sum(chances) == pytest.approx(1, abs=1e-4)
    return chances.index(max(chances)) - 1


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Critics called Marlow a corrupt liar who has disgraced his office.", "Marlow", -1),
        ("Marlow is a disaster and a racist, and he should resign in shame.", "Marlow", -1),
        ("Voters love Marlow, a brilliant and honest leader.", "Marlow", 1),
        ("Marlow arrived in Keld on Tuesday and met reporters.", "Marlow", 0),
    ],
)
def test_plain_words_of_praise_and_blame_are_understood(text: str, name: str, expected: int) -> None:
    assert stance(text, name) == expected


def test_what_the_network_sees_of_a_sentence() -> None:
    tree, _ = seen("Rain fell. Critics do not like honest Marlow at all.")
    head = tree.words.index("Marlow")
    found = spoken_of(tree, head, head, head)
    tone, _ = word_codes(tree, ENGLISH.relations, found.words)
    assert [tree.words[word] for word in found.words] == "Critics do not like honest Marlow at all .".split()
    assert found.aim == (5,) and found.path[5] == 0 and found.place[5] == PLACES // 2
    assert tone[2] == TONES - 1 and tone[4] > tone[7] and set(found.path) <= set(range(PATHS))
    assert found.path[3] == FARTHEST + 1  # one step up


def test_of_no_words_it_says_neither() -> None:
    tree, vectors = seen("Marlow left.")
    assert stance_towards(tree, vectors, ENGLISH, (12, 12)) == (0.0, 1.0, 0.0)


def test_the_weights_belong_to_the_encoder_that_ships() -> None:
    digest = hashlib.sha256((model_folder(ENGLISH.model) / "encoder.int8.onnx").read_bytes()).hexdigest()
    assert load_stance(ENGLISH.model).encoder == digest, "run training/relations/train.py again"


def test_weights_that_are_not_whole_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        StanceNetwork({name: np.zeros(1) for name in MATRICES[1:]})
    (tmp_path / FILE).write_bytes(b"no archive")
    with pytest.raises(ModelError, match=r"stance\.npz cannot be read"):
        read_stance(tmp_path / FILE)
