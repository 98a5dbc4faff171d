"""No word of a language stands in code: rules name no word themselves, `lang/` holds them as data.

A string literal of extract/, text/ or nlp/ must not hold two letters in a row, once what is no word is taken away: the
syntax of patterns, and names. What is a name is told by where it stands (`NAMED_BY`), or by a closed list: the terms of
values, the labels of the parser, the names of the model's own inputs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

import pytest

from sayso.extract.attributions import NAMES as FEATURES
from sayso.extract.attributions import RULES
from sayso.extract.entities.chaining import FILE as CHAINS_FILE
from sayso.extract.entities.chaining import MATRICES as CHAINS_MATRICES
from sayso.extract.entities.chaining.seen import ROLES as ROLES_OF_MENTIONS
from sayso.extract.entities.chaining.someone import FILE as SOMEONE_FILE
from sayso.extract.entities.chaining.someone import MATRICES as SOMEONE_MATRICES
from sayso.extract.entities.features import PARTS
from sayso.extract.entities.head import FILE, MATRICES
from sayso.extract.entities.pronouns import FILE as FEATURES_FILE
from sayso.extract.entities.taken_up import LEAST
from sayso.extract.events.learned import FILE as TYPES_FILE
from sayso.extract.events.learned import MATRICES as TYPES_MATRICES
from sayso.extract.events.learned import SLOTS
from sayso.extract.events.network import CLASSES as ROLES
from sayso.extract.events.network import FILE as ROLE_FILE
from sayso.extract.events.network import WEIGHTS as ROLE_WEIGHTS
from sayso.extract.events.triggers import FILE as TRIGGER_FILE
from sayso.extract.factuality.score import FILE as HAPPENED_FILE
from sayso.extract.relations import FILE as STANCE_FILE
from sayso.extract.relations import MATRICES as STANCE_MATRICES
from sayso.nlp import labels
from sayso.nlp.commonness import VOCABULARY
from sayso.nlp.names import FILE as NAMES_FILE
from sayso.nlp.names.likeness import FEATURES as LIKENESS
from sayso.nlp.wording import FILE as WORDS_FILE
from sayso.text.language import NO_LANGUAGE
from sayso.values import terms

SRC: Final = Path(__file__).resolve().parents[2] / "src" / "sayso"
CLEAN: Final = (
    "extract/attributions", "extract/zones", "extract/claims", "extract/mentions", "extract/entities", "extract/times",
    "extract/quantities", "extract/places", "extract/events", "extract/factuality", "extract/labels",
    "extract/relations",
    "text", "nlp",
)  # fmt: skip

# a call whose strings are names: groups of a pattern, encodings, files and inputs of the model, steps, kinds of types
NAMED_BY: Final = frozenset(
    {"span", "start", "end", "group", "getattr", "encode", "decode", "read_text", "normalize", "cast", "load_language"}
)
NAMED_ARGUMENTS: Final = frozenset({"encoding", "side", "dtype"})
DECORATORS: Final = frozenset({"drop", "mend", "add", "join", "extractor"})  # their ids and examples; no code
SYNTAX: Final = re.compile(r"\(\?P[<=]\w+[>)]|\(\?[aiLmsux-]+[:)]|\\u[0-9a-fA-F]{4}|\\[A-Za-z]|\[[^\]]*\]|\{[\d,]*\}")
WORD: Final = re.compile(r"[^\W\d_]{2,}")


def closed_lists() -> frozenset[str]:
    """Every term that a value may hold, and the labels."""
    found = set(labels.LABELS)
    found.add(VOCABULARY)
    for held in vars(terms).values():
        found.update(word for word in get_args(held) if isinstance(word, str))
        if isinstance(held, dict | tuple):
            found.update(word for word in held if isinstance(word, str))
    return frozenset(found)


NAMES: Final = closed_lists()


def called(node: ast.expr) -> str:
    """The last name of what is called: span of match.span."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The string literals of a module that say something, with their lines."""
    if isinstance(tree, ast.Raise | ast.Assert):
        return  # what is told to people
    if isinstance(tree, ast.Call) and called(tree.func) in NAMED_BY | DECORATORS:
        parts: list[Any] = [tree.func, *(a for a in tree.args if not isinstance(a, ast.Constant))]
        parts += [] if called(tree.func) in DECORATORS else tree.keywords
    elif isinstance(tree, ast.keyword) and tree.arg in NAMED_ARGUMENTS:
        parts = []
    elif isinstance(tree, ast.Subscript) and isinstance(tree.slice, ast.Constant):
        parts = [tree.value]  # a group, a key of the model's meta, a type
    elif isinstance(tree, ast.AnnAssign):
        parts = [tree.value] if tree.value is not None else []
    elif isinstance(tree, ast.FunctionDef):
        parts = [*tree.decorator_list, *tree.body]
    elif isinstance(tree, ast.Assign) and any(called(t) in ("__all__", "__slots__") for t in tree.targets):
        parts = []
    elif isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant):
        parts = []  # a docstring
    elif isinstance(tree, ast.Constant):
        if isinstance(tree.value, str):
            yield tree.lineno, tree.value
        return
    else:
        parts = list(ast.iter_child_nodes(tree))
    for part in parts:
        yield from literals(part)


def words_in(code: str) -> list[tuple[int, str]]:
    """The words of a language in the string literals of a module: line and literal."""
    return [
        (line, text)
        for line, text in literals(ast.parse(code))
        if text not in NAMES and WORD.search(SYNTAX.sub(" ", text))
    ]


def modules() -> list[Path]:
    return sorted(path for folder in CLEAN for path in (SRC / folder).rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_no_word_of_a_language_stands_in_code(path: Path) -> None:
    assert [row for row in words_in(path.read_text("utf-8")) if row[1] not in allowed(path)] == []


def allowed(path: Path) -> frozenset[str]:
    """Names of one module that no place shows: each is a name of our own, not a word that a text may hold."""
    name = str(path.relative_to(SRC))
    return frozenset(word for place, words in OWN.items() if name.startswith(place) for word in words)


OWN: Final[dict[str, frozenset[str]]] = {
    "extract/attributions/explain.py": frozenset({"unlikely", "nested"}),  # what a trace names beside ids of rules
    "extract/attributions/rules/__init__.py": frozenset(RULES),
    "extract/attributions/rules/registry.py": frozenset({"add", "mend", "drop", "join"}),  # kinds of rules
    "extract/attributions/score.py": frozenset(FEATURES),
    "extract/entities/features.py": PARTS,  # names of fitted features
    "extract/entities/head.py": frozenset({FILE, *MATRICES, "float64"}),  # a file, its arrays and a type
    "extract/entities/pronouns.py": frozenset({FEATURES_FILE}),
    # a file, its arrays, layouts of memory and types; letters of roles; kinds of mentions
    "extract/entities/chaining/network.py": frozenset({CHAINS_FILE, *CHAINS_MATRICES, "float32", "stable"}),
    "extract/relations/stance.py": frozenset({STANCE_FILE, *STANCE_MATRICES, "float32"}),
    "extract/entities/chaining/seen.py": frozenset({ROLES_OF_MENTIONS, "float16"}),
    "extract/entities/chaining/someone.py": frozenset({SOMEONE_FILE, *SOMEONE_MATRICES, "float32"}),
    "extract/entities/chaining/pairs.py": frozenset({"left", "right"}),
    "extract/entities/taken_up.py": frozenset({*LEAST, "speaking"}),
    # the roles that the network tells; its file, matrices and type; beginnings of features; ways through a parse; a kind
    "extract/events/arguments.py": frozenset(
        {*ROLES, "NAME", "^conj/nsubj", "^conj/nsubjpass", "^relcl@", "agent>pobj", ">conj", ">compound"}
    ),
    "extract/events/candidates.py": frozenset(
        [
            *(f"{name} " for name in "ck cv cw gb gc gk gn gr lk lv ms ul up us uv wb wc wd we wk wr ws wv".split()),
            *(">as", ">conj", "NAME", "PLACE"),
        ]
    ),
    "extract/events/network.py": frozenset({*ROLES, *ROLE_WEIGHTS, ROLE_FILE, "float32"}),
    "extract/events/aims.py": frozenset(ROLES),
    "extract/events/learned.py": frozenset(
        {TYPES_FILE, *TYPES_MATRICES, *SLOTS, "table", "scale", "numbers", "float32"}
    ),
    "extract/events/rows.py": frozenset({"source", "target", "depth"}),  # of a row of PLOVER
    "extract/events/senses.py": frozenset({"strike", "arrest"}),  # modes of PLOVER
    "extract/events/triggers.py": frozenset(
        [TRIGGER_FILE, *(f"{n} " for n in "bare kc kp lp ne ph plover pp".split())]
    ),
    "extract/events/understood.py": frozenset(ROLES),
    "extract/factuality/score.py": frozenset(
        [HAPPENED_FILE, "noun", *(f"{name} " for name in "ha hs ht lt pc pp sa sd sdt sl st wt".split())]
    ),
    "extract/places/": frozenset({"site", "countries.csv", "regions.csv", "stable"}),  # of the gazetteer; of NumPy
    "extract/quantities/": frozenset({"inf"}),  # infinity
    "extract/events/when.py": frozenset({"PRESENT_REF"}),  # a value of TIMEX3
    # a part of spaCy's pipeline, its tables and their parts of speech
    "nlp/casing.py": frozenset("lemmatizer lemma_index lemma_exc lemma_rules noun verb adj adv".split()),
    # pieces of TIMEX3 values, what anchors a time, fields of an expression, classes of words for units
    "extract/times/": frozenset(
        "-XX BC FUTURE_REF NI PAST_REF PRESENT_REF SFWQ TXX XXXX XXXX- XXXX-WXX- XXXX-XX XXXX-XX- XXXX-XX-XX XXXX-XX-XXT "
        "_REF none published stated mod relation of_year year dayord unit_ units_".split()
    ),
    "text/credits.py": frozenset({"date", "more"}),  # groups that only some patterns have
    "text/erased_names.py": frozenset({"key", "whole", "parts", "lengths", "reports"}),  # names of what is stored
    "text/printable.py": frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}),  # categories of Unicode
    "text/language.py": NO_LANGUAGE,  # codes of ISO 639
    "nlp/encoder.py": frozenset({"Mn"}),  # a category of Unicode
    "nlp/linear.py": frozenset({"class", "float32"}),  # a column and a type of the weights' file
    "nlp/names/likeness.py": frozenset({" ".join(LIKENESS)}),  # names of fitted features
    "nlp/wording.py": frozenset({WORDS_FILE, "vectors", "rows"}),
    "nlp/names/": frozenset({NAMES_FILE, *get_args(terms.NameReason), *get_args(terms.NameBlock)}),
    "nlp/parser.py": frozenset({"attribute_ruler", "lemmatizer", "ner"}),  # parts of a spaCy pipeline
    "nlp/tagger.py": frozenset(  # files, inputs and outputs of the model, and names of ONNX Runtime
        "encoder.int8.onnx heads.int8.onnx vocab.txt meta.json logits inside seen pos dep ent SkipLayerNormFusion "
        "CPUExecutionProvider".split()
    ),
    "nlp/vectors.py": frozenset({"float32"}),  # a type of NumPy
    "nlp/word_classes.py": frozenset("DEP IS_SPACE LEMMA LOWER MORPH REGEX TAG".split()),  # spaCy's attributes
}


@pytest.mark.parametrize(
    "code",
    [
        'x = "said"',
        'ok = word in ("no", "nos")',
        'P = re.compile(r"\\b(?:but|and)\\b")',
        'f"{x} to {y}"',
        'm.startswith("al-")',
    ],
)
def test_a_word_in_code_is_seen(code: str) -> None:
    assert words_in(code)


@pytest.mark.parametrize(
    "code",
    ['"""A docstring."""', 'raise ValueError("no such thing")', 'm.span("cue")', 'm["cue"]', 'x.kind == "pronoun"',
     'P = re.compile(r"(?P<cue>[A-Z]\\w+)\\s")', '@drop("said-nothing", example="He said no.", keeps="")\ndef f(): pass',
     'x: "Draft" = 1', 'path.read_text(encoding="utf-8")'],
)  # fmt: skip
def test_a_name_in_code_is_no_word(code: str) -> None:
    assert words_in(code) == []


def test_every_folder_is_watched() -> None:
    folders = {f"extract/{p.name}" for p in (SRC / "extract").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders | {"text", "nlp"} == set(CLEAN)
