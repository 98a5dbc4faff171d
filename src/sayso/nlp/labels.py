"""Our own names for what a parser and a tagger say of a word: dependencies, parts of speech, fine tags, kinds of names.

Steps compare with these and with no others. A parser that says the same in other words is mapped by the tables of its
language (lang/needs/parsing.py); today's English parser uses our names, so its tables are all but empty.

A dependency has the direction that the ClearNLP style gives it: a preposition is the head of its noun ("prep", then
"pobj"), a form of "be" the head of what it links ("attr", "acomp"). A table changes names only. A parser that draws its
arcs in another way, as Universal Dependencies does for prepositions, needs its arcs turned before the table is used.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Dependency = Literal[
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
]  # fmt: skip
PartOfSpeech = Literal[
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SPACE", "SYM", "VERB", "X",
]  # fmt: skip
# Penn Treebank, as in OntoNotes 5; only a few steps look at these.
FineTag = Literal[
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ", "JJR",
    "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM",
    "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "_SP", "``",
]  # fmt: skip
# OntoNotes 5, and MISC for the kinds that the tagger does not tell apart.
NameKind = Literal[
    "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MISC", "MONEY", "NORP", "ORDINAL", "ORG",
    "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
]  # fmt: skip

DEPENDENCIES: Final[frozenset[str]] = frozenset(get_args(Dependency))
PARTS_OF_SPEECH: Final[frozenset[str]] = frozenset(get_args(PartOfSpeech))
FINE_TAGS: Final[frozenset[str]] = frozenset(get_args(FineTag))
NAME_KINDS: Final[frozenset[str]] = frozenset(get_args(NameKind))
LABELS: Final = DEPENDENCIES | PARTS_OF_SPEECH | FINE_TAGS | NAME_KINDS
