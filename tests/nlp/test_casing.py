"""Lines in capitals, as the parser sees them."""

from __future__ import annotations

import pytest

from sayso.lang import load_language
from sayso.nlp.parser import load_casing, load_parser, parse
from sayso.nlp.tree import Tree
from sayso.values.report import Report

ENGLISH = load_language("en")


def shown(text: str) -> str:
    doc = load_parser(ENGLISH.parser).make_doc(text)
    words = load_casing(ENGLISH.parser, "en").shown([token.text for token in doc])
    return "".join(word + token.whitespace_ for word, token in zip(words, doc, strict=True))


@pytest.mark.parametrize(
    ("text", "small"),
    [
        (
            "A BOMB EXPLODED TONIGHT IN THE VELMARI CITY OF MEDELLIN. TWO POLICEMEN WERE HURT.",
            "A bomb exploded tonight in the Velmari city of Medellin. Two policemen were hurt.",
        ),
        (
            "THREATS HAVE BEEN MADE SINCE MAY, AND MORE MAY COME BY 3 MARCH.",
            "Threats have been made since May, and more may come by 3 March.",
        ),
        (
            "THE FMLN SAID ON TUESDAY THAT JULIO SAMAYOA AND I HAD LEFT.",
            "The FMLN said on Tuesday that Julio Samayoa and I had left.",
        ),
        ("THE U.S. EMBASSY IN OSLO WAS BOMBED BY COLOMBIAN REBELS.", "The U.S. embassy in Oslo was bombed by Colombian rebels."),
        ("Mayor freed\nTHE MAYOR WAS FREED NEAR THE OLD BRIDGE.\nHe is well.", "Mayor freed\nThe mayor was freed near the old bridge.\nHe is well."),
    ],
)  # fmt: skip
def test_a_line_in_capitals_is_set_in_small_letters(text: str, small: str) -> None:
    assert shown(text) == small


@pytest.mark.parametrize(
    "text",
    [
        "The UN, NATO, OPEC, UNICEF, UNESCO and FIFA met in Ostrany to talk about it.",
        "OSTRANY NEWS AGENCY",
        "TEHRAN - The minister of Velmar arrived on Monday for talks with his colleagues.",
        "EXPLOSION IN OSTRANY",
        "12 34 56 78 -- 90",
        "",
    ],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_the_tree_has_the_words_as_they_stand() -> None:
    text = "A POWERFUL BOMB EXPLODED TONIGHT IN THE CITY OF MEDELLIN, AND GUNMEN SHOT DEAD A JUDGE."
    (doc,) = parse([Report.of(text)], [ENGLISH])
    tree = Tree(doc)
    exploded, bomb = tree.words.index("EXPLODED"), tree.words.index("BOMB")
    assert doc.text == text
    assert (tree.tag[exploded], tree.head[bomb], tree.dep[bomb]) == ("VBD", exploded, "nsubj")
    assert tree.pos[tree.words.index("MEDELLIN")] == "PROPN"
    shot = tree.words.index("SHOT")
    assert (tree.dep[shot], tree.head[tree.words.index("DEAD")]) == ("conj", shot)
