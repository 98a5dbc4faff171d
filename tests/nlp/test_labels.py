"""Labels of a parser become ours by the tables of its language."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from sayso.lang import load_language
from sayso.lang.needs.parsing import Parsing
from sayso.nlp.labels import DEPENDENCIES, FINE_TAGS, LABELS, NAME_KINDS, PARTS_OF_SPEECH
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import load_tagger
from sayso.nlp.tree import Tree

ENGLISH = load_language("en")


def test_the_english_parser_and_tagger_say_nothing_else() -> None:
    nlp, tables = load_parser(ENGLISH.parser), ENGLISH.parsing
    assert {tables.dependencies.get(label, label) for label in nlp.get_pipe("parser").labels} <= DEPENDENCIES  # type: ignore[attr-defined]
    assert {tables.fine_tags.get(label, label) for label in nlp.get_pipe("tagger").labels} <= FINE_TAGS  # type: ignore[attr-defined]
    labels = load_tagger(ENGLISH.model).meta["labels"]
    assert set(labels["dep"]) <= DEPENDENCIES
    assert set(labels["pos"]) <= PARTS_OF_SPEECH
    kinds = {label[2:] for label in labels["ent"] if label != "O"}
    assert {tables.name_kinds.get(kind, kind) for kind in kinds} <= NAME_KINDS


def test_every_label_of_a_tree_is_ours() -> None:
    tree = Tree(load_parser(ENGLISH.parser)("Ida Brenn of Reuters, who left Velmar on Monday, said 40 were held."))
    assert {*tree.dep, *tree.pos, *tree.tag} - {""} <= LABELS
    assert {*tree.entity} - {""} <= NAME_KINDS


def test_a_parser_with_other_labels_is_mapped_by_a_table() -> None:
    doc = Doc(
        Vocab(), words=["Camps", "were", "shelled"], heads=[2, 2, 2], deps=["nsubj:pass", "aux:pass", "root"],
        pos=["NOUN", "AUX", "VERB"], tags=["N", "A", "VVN"], lemmas=["camp", "be", "shell"], ents=["B-PLACE", "O", "O"],
    )  # fmt: skip
    parsing = Parsing(
        dependencies={"nsubj:pass": "nsubjpass", "aux:pass": "auxpass", "root": "ROOT"},
        fine_tags={"N": "NNS", "A": "VBD", "VVN": "VBN"},
        name_kinds={"PLACE": "LOC"},
    )
    tree = Tree(doc, parsing=parsing)
    assert tree.dep == ["nsubjpass", "auxpass", "ROOT"]
    assert tree.tag == ["NNS", "VBD", "VBN"]
    assert tree.entity == ["LOC", "", ""]
    assert tree.passive(2)
    assert tree.subject(2) == 0
