"""PhraseChains of all phrases: what is a phrase, how pairs are told, and that blocks change nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

import sayso
import sayso_en
from sayso.errors import ModelError
from sayso.extract.entities import chains
from sayso.extract.entities.chaining import (
    SIZES,
    ChainWeights,
    Seen,
    WordMatches,
    chains_of,
    load_someone,
    load_weights,
    network,
    phrases_of,
    rank,
    read_weights,
)
from sayso.extract.entities.chaining.phrases import whole_phrase
from sayso.extract.entities.chaining.someone import SomeoneWeights
from sayso.extract.mentions import mentions, someones
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import vectors_of
from sayso.values.report import Report

ENGLISH = load_language("en")
TEXT = """Parliament passes the water bill

Velmar's parliament passed a bill on the use of water on Monday. It will take effect in May, said Halim Terzo and Ana
Duarte, who wrote it. The law, which farmers had asked for, was opposed by the Front. This surprised the envoy.
"""


def seen_of(text: str) -> Seen:
    report, tree = Report.of(text), Tree(load_parser(ENGLISH.parser)(text))
    (tagged,) = load_tagger(ENGLISH.model).tag([text])
    phrases = phrases_of(report, tree, someones(report, tree, ENGLISH), (), ENGLISH)
    vectors = vectors_of(tree, tagged)
    assert vectors is not None
    return Seen(phrases, tree, ENGLISH, vectors)


def test_a_phrase_has_all_that_hangs_on_it_and_no_conjunct() -> None:
    tree = Tree(load_parser(ENGLISH.parser)(TEXT))

    def phrase(word: str) -> str:
        first, last = whole_phrase(tree, tree.words.index(word))
        return TEXT[tree.start[first] : tree.end[last]]

    assert phrase("law") == "The law, which farmers had asked for"
    assert phrase("Terzo") == "Halim Terzo"
    assert phrase("use") == "the use of water"


def test_things_are_phrases_too_and_a_pronoun_that_points() -> None:
    seen = seen_of(TEXT)
    words = {TEXT[p.item.mention.head.start : p.item.mention.head.end] for p in seen.phrases}
    assert {"bill", "law", "It", "This", "Terzo", "envoy"} <= words


def test_blocks_and_windows_change_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = seen_of(TEXT)
    weights = load_weights(ENGLISH.model)
    whole = rank(seen, weights)
    monkeypatch.setattr(network, "BLOCK", 3)
    parts = rank(seen, weights)
    finite = np.isfinite(whole.scores)
    assert np.array_equal(finite, np.isfinite(parts.scores))
    assert np.allclose(whole.scores[finite], parts.scores[finite], atol=1e-4)
    assert finite.any()
    assert all(whole.antecedents[n][finite[n]].max(initial=-1) < n for n in range(len(seen)))


def test_words_match_by_head_and_by_acronym() -> None:
    text = "The Velmar Water Council met. The VWC said the council will vote."
    seen = seen_of(text)
    at = {TEXT_of(text, seen, n): n for n in range(len(seen))}
    every = range(len(seen))
    block = WordMatches(seen, every, every)
    assert block.matches[at["VWC"], at["Council"]] == 9
    assert block.matches[at["council"], at["Council"]] >= 5


def TEXT_of(text: str, seen: Seen, n: int) -> str:  # noqa: N802
    mention = seen.phrases[n].item.mention
    return text[mention.head.start : mention.head.end]


def test_a_thing_becomes_a_mention_where_a_chain_holds_it_and_ids_stay_apart() -> None:
    report, tree = Report.of(TEXT), Tree(load_parser(ENGLISH.parser)(TEXT))
    (tagged,) = load_tagger(ENGLISH.model).tag([TEXT])
    people = someones(report, tree, ENGLISH)
    found = chains_of(report, tree, tagged, people, (), ENGLISH)
    assert found is not None
    made = mentions(report, people, found)
    assert len({m.id for m in made}) == len(made)
    assert {m.span for m in people} <= {m.span for m in made}
    assert mentions(report, people, None) == people


def test_without_vectors_there_are_no_chains() -> None:
    report, tree = Report.of(TEXT), Tree(load_parser(ENGLISH.parser)(TEXT))
    assert chains(report, tree, None, (), (), ENGLISH) is None


def test_the_heads_belong_to_the_encoder_beside_them() -> None:
    made_for = hashlib.sha256((sayso_en.path() / "encoder.int8.onnx").read_bytes()).hexdigest()
    assert load_weights(ENGLISH.model).encoder == made_for, "run training/coref/chains.py on the new encoder"
    assert load_someone(ENGLISH.model).encoder == made_for, "run training/coref/someone.py on the new encoder"


def test_tables_of_joined_codes_give_the_sums_of_single_ones() -> None:
    weights = load_weights(ENGLISH.model)
    codes = np.array([[size - 1 for size in SIZES], [0] * len(SIZES), [size // 2 for size in SIZES]])
    starts = np.cumsum([0, *SIZES[:-1]])
    assert np.allclose(weights.told(codes), weights.of["features"][codes + starts].sum(axis=1), atol=1e-4)


@pytest.mark.parametrize(
    ("text", "word", "schema"),
    [
        ("Ana Duarte moved to Camp Hurriet in May. The camp was cold.", "Camp Hurriet", "Thing"),
        ("Iran plays a role in the campaign against terrorism, said Ana Duarte.", "the campaign against terrorism", "Thing"),
        ("The campaign said that Ana Duarte was ill.", "The campaign", "Organization"),
        ("Peru and Chile are the other countries where it rained.", "Chile", "Address"),
        ("Peru sent troops to the border.", "Peru", "PublicBody"),
        ("Ana Duarte warned Iranians that it was late.", "Iranians", "Organization"),
    ],
)  # fmt: skip
def test_who_is_nobody_is_learned(text: str, word: str, schema: str) -> None:
    reading = sayso.read_text(text, only=("attributions", "entities"))
    names = {mention.id: mention.span.text for mention in reading.mentions}
    (found,) = (entity for entity in reading.entities if word in {names[mention] for mention in entity.mentions})
    assert found.schema == schema


def test_weights_that_are_not_whole_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not whole"):
        ChainWeights({"span": np.zeros((3, 2))})
    with pytest.raises(ModelError, match="not whole"):
        SomeoneWeights({"bias": np.zeros(2)})
    path = tmp_path / "chains.npz"
    path.write_bytes(b"no archive")
    with pytest.raises(ModelError, match="cannot be read"):
        read_weights(path)
