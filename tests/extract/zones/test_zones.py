import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.values.report import Report

ENGLISH = load_language("en")
LONG = "The harbour master said on Friday that the boats would stay in port until the wind had dropped."


def kinds(text: str, **others) -> list[tuple[str, str]]:
    return [(zone.kind, zone.span.text) for zone in zones(Report.of(text, **others), ENGLISH)]


CASES = [
    ("a title and a heading", f"Boats stay in port\n\n{LONG}\n\nA long wait\n\n{LONG}",
     ["title:Boats stay in port", f"body:{LONG}", "heading:A long wait", f"body:{LONG}"]),
    ("a byline", f"Boats stay in port\n\nBy Ana Ruiz\n\n{LONG}", ["title:Boats stay in port", "byline:By Ana Ruiz", f"body:{LONG}"]),
    ("a dateline inside its paragraph", f"PORTO, May 2 -- {LONG}", [f"body:PORTO, May 2 -- {LONG}", "dateline:PORTO, May 2"]),
    ("a heading run into the text", f"{LONG}\n\nBoats in dispute The Front put them at nil, and then at ninety or so.",
     [f"body:{LONG}\n\nBoats in dispute The Front put them at nil, and then at ninety or so.", "heading:Boats in dispute"]),
    ("a caption", f"{LONG}\n\nBoats in the port (Image: A. Ruiz)", [f"body:{LONG}", "caption:Boats in the port (Image: A. Ruiz)"]),
    ("a post", f"{LONG}\n\nStill blowing. — Ana Ruiz (@anaruiz) May 3, 2031\n\n{LONG}",
     [f"body:{LONG}", "embed:Still blowing. — Ana Ruiz (@anaruiz) May 3, 2031", f"body:{LONG}"]),
    ("a quotation over paragraphs", f"{LONG}\n\n“We came here in the year of the flood.\n\n“We shall not leave before the next.”",
     [f"body:{LONG}", "quote:“We came here in the year of the flood.\n\n“We shall not leave before the next.”"]),
    ("stock at the foot", f"{LONG}\n\nSign up for our newsletter", [f"body:{LONG}", "boilerplate:Sign up for our newsletter"]),
    ("an editor's initials", f"{LONG} MH/PA", [f"body:{LONG} MH/PA", "boilerplate:MH/PA"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_text_has_these_zones(text, expected):
    assert [f"{kind}:{words}" for kind, words in kinds(text)] == expected


INTERVIEWS = [
    ("Q: Who is there?\n\nA: The master of the port.\n\nHe has been there since May.\n\nQ: And who else?",
     ["Q: Who is there?", "A: The master of the port.\n\nHe has been there since May.", "Q: And who else?"]),
    ("Al-Masar: Will you sign?\nSheikh Mubarak: If they stop.\nAl-Masar: And if not?\nSheikh Mubarak: Then no.",
     ["Al-Masar: Will you sign?", "Sheikh Mubarak: If they stop.", "Al-Masar: And if not?", "Sheikh Mubarak: Then no."]),
    ("[REPORTER] WILL THEY GO? [LARREA] NO, THEY WILL NOT GO. [LAUGHTER]",
     ["[REPORTER] WILL THEY GO?", "[LARREA] NO, THEY WILL NOT GO. [LAUGHTER]"]),
    ("Witness 12: I was in the barn. Judge Rosa Quint: Alone? Witness 12: With the dog.",
     ["Witness 12: I was in the barn.", "Judge Rosa Quint: Alone?", "Witness 12: With the dog."]),
    ("((Radio Andes)) : Will they go?\n\n((Ana Ruiz)) : No.", ["((Radio Andes)) : Will they go?", "((Ana Ruiz)) : No."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "turns"), INTERVIEWS)
def test_an_interview_is_a_row_of_turns(text, turns):
    assert kinds(text) == [("turn", turn) for turn in turns]


NO_INTERVIEW = [
    f"{LONG}\n\nSpokeswoman Ida Brenn: “Nobody has packed so much as a spoon.”\n\n{LONG}",
    f"{LONG}\n\nSpokeswoman Ida Brenn: “Nobody has packed.”\n\n{LONG}\n\nMinister Aldo: “They have.”\n\n{LONG}",
    f"Date: May 3\n\nPlace: Porto\n\nPhoto: A. Ruiz\n\n{LONG}",
    f"KABUL: The minister spoke on Friday.\n\n{LONG}",
    "Opening hours: 8 a.m. to noon.\n\nContact: Samir Haddad, room 4.\n\nPrice of a permit: 30 dinars.",
]


@pytest.mark.parametrize("text", NO_INTERVIEW)
def test_a_colon_in_an_article_makes_no_interview(text):
    assert "turn" not in dict(kinds(text))


def test_a_text_that_begins_or_ends_in_mid_sentence_says_so():
    def cut(text):
        return [zone.fragment for zone in zones(Report.of(text), ENGLISH) if zone.kind == "body"]

    assert cut(f"and so I read it out. {LONG}\n\nQ: Who?\n\nA: He.") == [True]
    assert cut(f"{LONG} He added that the boats of the") == [True]
    assert cut(f"{LONG} He had no boat") == [False]
    assert cut(f"iPhone sales rose. {LONG}") == [False]


def test_the_first_line_that_repeats_the_title_is_the_title():
    assert kinds(f"Boats stay, says master.\n\n{LONG}", title="Boats stay, says master")[0] == (
        "title",
        "Boats stay, says master.",
    )


words = st.sampled_from(
    [
        "Q: ",
        "A: ",
        "[REPORTER] ",
        "ALDO: ",
        "“",
        "”",
        "\n\n",
        "\n",
        LONG,
        "Boats",
        " The ",
        "(AP) -- ",
        "@",
        "MH/PA",
        "\r",
    ]
)


@given(st.one_of(st.text(), st.lists(words, max_size=15).map("".join)))
def test_zones_of_any_text_are_true_and_those_of_one_kind_lie_apart(text):
    report = Report.of(text)
    found = zones(report, ENGLISH)
    for zone in found:
        report.check(zone.span)
    for left, right in itertools.combinations(found, 2):
        assert left.kind != right.kind or not left.span.overlaps(right.span)


def test_questions_and_answers_inside_a_paragraph_are_turns_where_both_stand_there():
    turns = ["Q: Why did he go?", "A: He had to. So it is.", "Q: And now?", "A: He waits."]
    body = "A writer says it. The text of the interview:"
    assert kinds(f"{body} {' '.join(turns)}") == [("body", body), *(("turn", turn) for turn in turns)]


@pytest.mark.parametrize(
    "text",
    [
        "He began with a list. A: boats. He ended with a promise.",
        "The form asked two things. Question: who pays? Nobody wrote a word below it.",
        "Vitamin A: good. Plan Q: none.",
    ],
)
def test_a_letter_and_a_colon_inside_a_paragraph_are_no_turn_alone(text):
    assert "turn" not in dict(kinds(text))
