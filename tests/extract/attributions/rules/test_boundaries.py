"""Rules that put right what the tagger cut wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_drafts import ENGLISH, draft, parts, run

from sayso.extract.attributions.drafts import Draft
from sayso.nlp.tagger import Tagger, load_tagger

NOT_STATEMENTS = (
    "said-already how-it-is said-nothing no-verb-of-telling only-naming nothing-proven listing by-which by-plan "
    "interview-announced"
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger(ENGLISH.model)


def test_what_is_feared_is_said_by_nobody_in_particular() -> None:
    text = "It rained. Some ninety people are feared dead under the hill at Quell."
    drafts: list[Draft] = []
    drafts = run("believed", text, drafts)
    assert [parts(text, d) for d in drafts] == [
        ([], ["are feared"], ["Some ninety people", "dead under the hill at Quell"])
    ]


def test_talk_is_nobodys() -> None:
    text = "There is talk in the harbour that the mine will close. It rained."
    drafts = [draft(text, "the harbour", "talk", "that the mine will close")]
    drafts = run("talk", text, drafts)
    assert [parts(text, d) for d in drafts] == [([], ["There is talk"], ["that the mine will close"])]


def test_the_first_words_of_a_sentence_may_name_its_source() -> None:
    text = "Per the last census, nine in ten islanders own no boat. Per capita, they own little."
    drafts: list[Draft] = []
    drafts = run("fronted-source", text, drafts)
    assert [parts(text, d) for d in drafts] == [
        (["the last census"], ["Per"], ["nine in ten islanders own no boat"]),
    ]


def test_a_verb_between_capital_words_is_a_name() -> None:
    text = "Governor Said Hamdan sat beside him. There too was Yusuf bin Said. The governor said Hamdan was late."
    drafts = [draft(text, "Governor", "Said", "Hamdan sat beside him")]
    drafts.append(draft(text, "Yusuf bin", "Said", "There too was"))
    drafts[1].cue = [(text.index("bin Said") + 4, text.index("bin Said") + 8)]
    drafts.append(draft(text, "The governor", "said", "Hamdan was late"))
    drafts = run("name-not-verb", text, drafts)
    assert [parts(text, d)[0] for d in drafts] == [["The governor"]]


def test_according_to_is_two_words_and_who_says_so_says_it_all() -> None:
    text = "Half of it was spoilt, according to the ward's own log, Dr. Brenn said."
    drafts = [draft(text, "the ward's own log", "according to", "Half of it was spoilt")]
    drafts.append(draft(text, "Dr. Brenn", "said", "Half of it was spoilt"))
    drafts = run("according-to according-to-inside according-to-and-said", text, drafts)
    assert parts(text, drafts[1])[2] == ["Half of it was spoilt, according to the ward's own log"]

    text = "Two were shot at dawn, according to a statement from the court."
    drafts = [draft(text, "from the court", "according to a statement", "Two were shot at dawn")]
    drafts = run("according-to according-to-inside according-to-and-said", text, drafts)
    assert parts(text, drafts[0])[:2] == (["a statement from the court"], ["according to"])


@pytest.mark.parametrize(
    ("text", "source", "content", "right"),
    [
        ("The snow will stay, Latif Ruse, a forecaster with the weather office, said.",
         "a forecaster with the weather office", "The snow will stay, Latif Ruse",
         (["Latif Ruse, a forecaster with the weather office"], ["The snow will stay"])),
        ("The snow will stay, its manager, Ida Brenn, said.", "Ida Brenn", "The snow will stay, its manager",
         (["its manager, Ida Brenn"], ["The snow will stay"])),
        ("The snow will stay in Quell and Ostran, a man said.", "a man", "The snow will stay in Quell and Ostran",
         (["a man"], ["The snow will stay in Quell and Ostran"])),
    ],
)  # fmt: skip
def test_a_name_and_its_role_are_one_source(text: str, source: str, content: str, right: tuple[list[str], ...]) -> None:
    drafts = [draft(text, source, "said", content)]
    drafts = run("speaker-behind-content told-whom-no-source met-is-no-source name-and-role", text, drafts)
    assert parts(text, drafts[0])[::2] == right


def test_whom_it_was_told_is_no_part_of_what_was_told(tagger: Tagger) -> None:
    text = "Farmers told the two monitors they had heard lorries."
    drafts = [draft(text, "Farmers", "told", "the two monitors they had heard lorries")]
    (tagged,) = tagger.tag([text])
    drafts = run("told-whom-no-content", text, drafts, tagged)
    assert parts(text, drafts[0])[2] == ["they had heard lorries"]


def test_a_clause_behind_the_verb_is_what_is_said(tagger: Tagger) -> None:
    text = "The clerk and a second man, both of them new to the bank, said Quell had emptied the safe in May."
    drafts = [
        draft(text, "Quell had emptied the safe", "said", "The clerk and a second man, both of them new to the bank")
    ]
    (tagged,) = tagger.tag([text])
    drafts = run("verb-behind-clause", text, drafts, tagged)
    assert parts(text, drafts[0])[::2] == (
        ["The clerk and a second man, both of them new to the bank"], ["Quell had emptied the safe in May"]
    )  # fmt: skip


def test_a_subject_alone_says_nothing(tagger: Tagger) -> None:
    text = "Exports of salt, according to the customs office, fell by a third last year."
    drafts = [draft(text, "the customs office", "according to", "Exports of salt")]
    (tagged,) = tagger.tag([text])
    drafts = run("parted-subject", text, drafts, tagged)
    assert parts(text, drafts[0])[2] == ["Exports of salt", "fell by a third last year"]


def test_a_content_does_not_begin_with_of() -> None:
    text = "It rained. Snow in the south of the country will stay, Radio Velmar reported."
    drafts = [draft(text, "Radio Velmar", "reported", "of the country will stay")]
    drafts = run("begins-with-its-sentence", text, drafts)
    assert parts(text, drafts[0])[2] == ["Snow in the south of the country will stay"]


@pytest.mark.parametrize("asking", [", who fears for her post if she is named,", ", asking that her name not be used,"])
def test_who_asks_not_to_be_named_says_only_what_follows(asking: str) -> None:
    text = f"A senior clerk in Quell{asking} said the money was gone."
    verb = next(word for word in ("fears", "asking") if word in text)
    drafts = [draft(text, "A senior clerk in Quell", verb, "her")]
    drafts.append(draft(text, "A senior clerk in Quell", "said", "the money was gone"))
    drafts = run("asking-not-to-be-named", text, drafts)
    assert [parts(text, d) for d in drafts] == [(["A senior clerk in Quell"], ["said"], ["the money was gone"])]


def test_a_quotation_that_begins_small_goes_on_from_the_one_before() -> None:
    text = "“What they call a fence”, Ida Brenn said, “is a wall”, and she repeated the word, “a wall.” “No,” he said."
    drafts = [draft(text, "Ida Brenn", "said", "“What they call a fence”")]
    drafts.append(draft(text, "she", "repeated", "the word, “a wall.”"))
    drafts[0].content.append((text.index("“is"), text.index("”, and") + 1))
    drafts = run("quotation-in-pieces", text, drafts)
    assert [parts(text, d) for d in drafts] == [
        (["Ida Brenn"], ["said", "repeated"], ["“What they call a fence”", "“is a wall”", "“a wall.”"])
    ]


@given(st.text('ab \n.,“”"wasquotedciting', max_size=120))
def test_no_text_makes_a_piece_without_a_word(text: str) -> None:
    found = run("was-quoted quoted-him had-him-say citing believed talk fronted-source", text)
    drafts = run(NOT_STATEMENTS, text, found)
    for one in drafts:
        for start, end in [*one.source, *one.cue, *one.content]:
            assert any(character.isalnum() for character in text[start:end])


def test_who_speaks_behind_a_statement_is_no_part_of_it() -> None:
    text = "The road is shut, Ida Brenn, a forecaster with the weather office, said, Kestria Radio reported."
    drafts = [draft(text, "", "said", "The road is shut, Ida Brenn, a forecaster with the weather office")]
    drafts = run("speaker-behind-content told-whom-no-source met-is-no-source name-and-role", text, drafts)
    assert parts(text, drafts[0])[::2] == (["Ida Brenn, a forecaster with the weather office"], ["The road is shut"])


def test_a_list_at_the_end_of_a_statement_is_nobody() -> None:
    text = "They lost Kestria Mills, Port Aldo, the old road, said the mayor."
    drafts = [draft(text, "", "said", "They lost Kestria Mills, Port Aldo, the old road")]
    drafts = run("speaker-behind-content told-whom-no-source met-is-no-source name-and-role", text, drafts)
    assert drafts[0].source == []


def test_according_to_inside_a_statement_is_a_statement() -> None:
    text = "Masked men took the herd, according to boys who hid in the barn, Father Aldo explained."
    drafts = [
        draft(text, "Father Aldo", "explained", "Masked men took the herd, according to boys who hid in the barn")
    ]
    drafts = run("according-to according-to-inside according-to-and-said", text, drafts)
    assert [parts(text, one)[0] for one in drafts] == [["Father Aldo"], ["boys who hid in the barn"]]
    assert parts(text, drafts[1])[2] == ["Masked men took the herd"]
