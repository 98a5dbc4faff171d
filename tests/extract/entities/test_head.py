"""The head that chooses for he and she by the encoder's vectors: its file, its sums, and what it is for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

import sayso_en
from sayso.errors import ModelError
from sayso.extract.entities import entities, judge_of
from sayso.extract.entities.context import ReportContext, build
from sayso.extract.entities.head import FILE, MATRICES, Head, VectorView, load_head, read_head
from sayso.extract.mentions import someones
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import Tagged, load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import vectors_of
from sayso.values.report import Report

ENGLISH = load_language("en")
TEXT = "Anna Berg met Julia Stone in the hall. She said it was late."


def read(text: str) -> tuple[Report, ReportContext, Tagged]:
    report = Report.of(text)
    tagged = load_tagger(ENGLISH.model).tag([text])[0]
    tree = Tree(load_parser(ENGLISH.parser)(text), tagged)
    return report, build(tree, someones(report, tree, ENGLISH), (), (), ENGLISH), tagged


def small_head() -> Head:
    """Vectors of three numbers, projected to two, a hidden layer of two; every number is one but where it says else."""
    shapes = {
        "pronoun": (3, 2), "pronoun_bias": (2,), "candidate": (3, 2), "candidate_bias": (2,), "hidden": (8, 2),
        "hidden_bias": (2,), "out": (2,), "out_bias": (1,), "none": (2,),
    }  # fmt: skip
    return Head({"he.S": {"topic": 1.0}}, {name: np.ones(shape) for name, shape in shapes.items()})


def test_the_head_belongs_to_the_encoder_beside_it() -> None:
    made_for = hashlib.sha256((sayso_en.path() / "encoder.int8.onnx").read_bytes()).hexdigest()[:16]

    assert load_head(ENGLISH.model).encoder == made_for, "run training/coref/head.py on the new encoder"


def test_the_sums_are_those_of_the_docstring() -> None:
    vectors = np.array([[1, 0, 0], [2, 0, 0], [-9, 0, 0]], dtype="float32")
    scores, none = VectorView(small_head(), vectors).scores(0, [1, 2], [1, 2])

    # pronoun 2 and 2; candidates 3 and 3, -8 and -8; products 6 and -16, each twice; two of each, and the bias
    assert scores == [2 * (4 * 6 + 4 * 3 + 1) + 1, 1.0]
    assert none == 4.0


def test_a_candidate_scores_the_same_alone_and_among_others() -> None:
    rng = np.random.default_rng(0)
    head = load_head(ENGLISH.model)
    view = VectorView(head, rng.normal(size=(9, 384)).astype("float32"))
    alone = [view.scores(0, [i], [i + 1])[0][0] for i in range(1, 8)]

    assert view.scores(0, list(range(1, 8)), list(range(2, 9)))[0] == pytest.approx(alone, abs=1e-4)


@pytest.mark.parametrize("missing", MATRICES)
def test_a_head_that_lacks_a_matrix_is_refused(missing: str) -> None:
    matrices = {name: value for name, value in small_head().matrices.items() if name != missing}

    with pytest.raises(ModelError, match=missing):
        Head({}, matrices)


@pytest.mark.parametrize("content", [b"", b"not an archive", b"PK\x05\x06" + bytes(18)])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE
    path.write_bytes(content)

    with pytest.raises(ModelError, match=FILE):
        read_head(path)


def test_with_vectors_the_head_chooses_for_he_and_she_and_for_no_other() -> None:
    _, context, tagged = read(TEXT)
    view = judge_of(context, tagged, ENGLISH.model).view

    assert view is not None
    assert {name.partition(".")[0] for name in view.features} == {"he"}


@pytest.mark.parametrize("text", [TEXT, "", " \n ", "He"])
def test_without_vectors_features_alone_choose(text: str) -> None:
    report, context, _ = read(text)
    found = entities(report, context.tree, None, tuple(i.mention for i in context.items), (), (), ENGLISH)

    assert judge_of(context, None, ENGLISH.model).view is None
    assert sum(len(entity.mentions) for entity in found) == len(context.items)


def test_vectors_are_those_of_the_words_asked_for() -> None:
    _, context, tagged = read(TEXT)
    every, some = vectors_of(context.tree, tagged), vectors_of(context.tree, tagged, [3, 1])

    assert every is not None and some is not None
    assert np.array_equal(every[[3, 1]], some)
