"""What a parser regularly misreads in news, set right in a tree.

    gapped    "12 were killed and [30 wounded]": the second subject is that of a passive too, however it was parsed
    blamed    "accused him of [sheltering rebels]": a participle in front of a noun that is its object
    doubled   "In Karm, a village, a school was burned": of two subjects the one next to the verb is its own

Called by Tree alone, once, when its lists are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sayso.lang.needs.parsing import Parsing
    from sayso.nlp.tree import Tree

NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
PARTICIPLES: Final = frozenset({"VBN", "VBD", "JJ"})
HELPERS: Final = frozenset({"aux", "auxpass", "dobj", "nsubjpass"})
LOOSE: Final = frozenset({"npadvmod", "nmod", "dep", "nsubj"})
WIDEST: Final = 40  # children of one word that are looked at; a table read as a sentence has thousands


def mend(tree: Tree, parsing: Parsing) -> bool:
    """Set labels and heads right; whether a head was changed, so that children must be listed anew."""
    turned = False
    for token, label in enumerate(tree.dep):
        if tree.tag[token] in ("VBN", "VBD") and label != "conj":
            _bare(tree, parsing, token)
        if label == "conj":
            if tree.pos[token] in NOMINAL:
                turned = _gapped_noun(tree, parsing, token) or turned
            elif tree.tag[token] in PARTICIPLES:
                _gapped_verb(tree, parsing, token)
        elif label in ("prep", "dep") and tree.tag[token] == "VBN":
            turned = _stray(tree, token) or turned
        elif label == "nsubj" or label == "nsubjpass":
            _doubled(tree, token)
        elif tree.tag[token] == "VBG" and label in ("amod", "pcomp"):
            turned = (_blamed if label == "amod" else _blamed_whole)(tree, parsing, token) or turned
        elif label == "advmod" and tree.pos[token] == "PROPN" and tree.head[token] == token - 1:
            if tree.pos[token - 1] == "VERB" and not any(tree.dep[kid] == "dobj" for kid in tree.kids[token - 1]):
                tree.dep[token] = "dobj"  # "suspects Velmar of": a name is no adverb
    return turned


def _passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is a passive by an auxiliary of its own, or was mended to be one."""
    return tree.tag[verb] == "VBN" and any(
        tree.dep[kid] in ("auxpass", "nsubjpass") for kid in tree.kids[verb][:WIDEST]
    )


def _participle(tree: Tree, parsing: Parsing, word: int) -> bool:
    """Whether a word may be a bare participle; a past tense only of a verb that is nothing without an object."""
    if any(tree.dep[kid] in HELPERS for kid in tree.kids[word][:WIDEST]):
        return False
    return tree.tag[word] == "VBN" or tree.lemma[word] in parsing.undergone or tree.lower[word] in parsing.undergone


def _stems(participle: str) -> tuple[str, str]:
    """What a regular participle may be of: "wounded" of "wound", "damaged" of "damage"."""
    return participle[:-2], participle[:-1]


def _gapped_verb(tree: Tree, parsing: Parsing, verb: int) -> None:
    """ "... were killed and 30 wounded", parsed as an active verb with a subject."""
    if not _passive(tree, tree.head[verb]) or not _participle(tree, parsing, verb):
        return
    for kid in tree.kids[verb][:WIDEST]:
        if tree.dep[kid] == "nsubj" and kid < verb:
            tree.dep[kid] = "nsubjpass"
            tree.tag[verb], tree.pos[verb] = "VBN", "VERB"


def _gapped_noun(tree: Tree, parsing: Parsing, noun: int) -> bool:
    """ "... was killed and two others injured", parsed as a noun joined to the verb, which a participle describes."""
    verb = tree.head[noun]
    if verb > noun or not _passive(tree, verb):
        return False
    for word in tree.kids[noun][:WIDEST]:
        if word > noun and tree.dep[word] in ("acl", "amod") and _participle(tree, parsing, word):
            for kid in tree.kids[noun]:
                if kid > word:
                    tree.head[kid] = word
            tree.head[word], tree.dep[word] = verb, "conj"
            tree.head[noun], tree.dep[noun] = word, "nsubjpass"
            tree.tag[word], tree.pos[word] = "VBN", "VERB"
            tree.lemma[word] = next(
                (one for one in _stems(tree.lower[word]) if one in parsing.undergone), tree.lemma[word]
            )
            return True
    return False


def _stray(tree: Tree, verb: int) -> bool:
    """ "... were burned, a bridge damaged": a participle with a noun in front, hung on a comma or by a stray label."""
    above = tree.head[verb]
    if tree.pos[above] == "PUNCT" and 0 < above < verb:
        above -= 1
        while tree.head[above] < above and tree.pos[above] != "VERB":
            above = tree.head[above]
    if above > verb or not _passive(tree, above) or any(tree.dep[kid] in HELPERS for kid in tree.kids[verb][:WIDEST]):
        return False
    for kid in tree.kids[verb][:WIDEST]:
        if kid < verb and tree.dep[kid] in LOOSE and tree.pos[kid] in NOMINAL:
            tree.dep[verb], tree.dep[kid], tree.pos[verb] = "conj", "nsubjpass", "VERB"
            tree.head[verb] = above
            return True
    return False


def _blamed(tree: Tree, parsing: Parsing, verb: int) -> bool:
    """ "accused its neighbour of sheltering rebels", parsed as rebels that shelter."""
    noun = tree.head[verb]
    preposition = tree.head[noun]
    if tree.dep[noun] != "pobj" or preposition != verb - 1 or tree.left[noun] != verb:
        return False
    above = tree.head[preposition]
    if tree.dep[above] == "dobj" and tree.pos[above] in NOMINAL:
        above = tree.head[above]
    if tree.lemma[above] not in parsing.blaming or tree.lower[preposition] not in parsing.blamed_for:
        return False
    tree.head[preposition] = above
    tree.head[verb], tree.dep[verb], tree.pos[verb] = preposition, "pcomp", "VERB"
    tree.head[noun], tree.dep[noun] = verb, "dobj"
    return True


def _blamed_whole(tree: Tree, parsing: Parsing, verb: int) -> bool:
    """ "accused the forces of killing migrants", parsed as forces of killing."""
    preposition = tree.head[verb]
    noun = tree.head[preposition]
    above = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.pos[noun] not in NOMINAL or tree.lemma[above] not in parsing.blaming:
        return False
    if tree.lower[preposition] not in parsing.blamed_for:
        return False
    tree.head[preposition] = above
    return True


def _bare(tree: Tree, parsing: Parsing, verb: int) -> None:
    """ "Five killed in Karm", "left 30 wounded": of what only happens to someone, a number is who it happens to."""
    if tree.lemma[verb] not in parsing.undergone or any(tree.dep[kid] in HELPERS for kid in tree.kids[verb][:WIDEST]):
        return
    for kid in tree.kids[verb][:WIDEST]:
        counted = tree.pos[kid] == "NUM" or any(tree.dep[k] == "nummod" for k in tree.kids[kid])
        if tree.dep[kid] == "nsubj" and kid < verb and counted:
            tree.dep[kid] = "nsubjpass"
            tree.tag[verb] = "VBN"


def _doubled(tree: Tree, subject: int) -> None:
    """Leave a verb the last of the subjects in front of it."""
    verb = tree.head[subject]
    if subject < verb and any(
        subject < kid < verb and tree.dep[kid] in ("nsubj", "nsubjpass") for kid in tree.kids[verb][:WIDEST]
    ):
        tree.dep[subject] = "dep"
