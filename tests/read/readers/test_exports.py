"""Exports of news databases: split into their documents, each with its own head."""

from __future__ import annotations

import pytest

from sayso.read import Failure, LeftOut, Original, Read, read_original, reader_for

FIRST = "The envoy told reporters on Monday that the camp would be closed before the summer."
SECOND = "The ministry denied it. A spokeswoman said that nobody had left since the second of May."
LEXIS = """


                               {n} of 2 DOCUMENTS


                              The Ostrany Herald

                             May {n}, 2031 Saturday
                              Late Edition - Final

Camp {n} to close
before the summer

BYLINE: By IDA BRENN

SECTION: Section A; Column 1; Foreign Desk; Pg. 3

LENGTH: 812 words

DATELINE: OSTRANY, May 2

{text}

UN officials were silent.

LOAD-DATE: May 9, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                   Copyright 2031 The Ostrany Herald Company
                              All Rights Reserved
"""
NEXIS = """Camp {n} to close before the summer
The Ostrany Herald
May {n}, 2031 Saturday

Copyright 2031 The Ostrany Herald All Rights Reserved
Section: NEWS; Pg. 3
Length: 812 words
Byline: Ida Brenn
Body

{text}

UN officials were silent.

Classification

Language: ENGLISH
Load-Date: May 9, 2031
End of Document
"""
CODED = """HD  Camp {n} to close before the summer
BY  By Ida Brenn
WC  812 words
PD  {n} May 2031
SN  The Ostrany Herald
SC  OSTH
LA  English
CY  Copyright 2031. The Ostrany Herald.
LP
{text}

TD
UN officials were silent.

NS  gcat : Political News
AN  Document OSTH000020310503e7530001{n}

Document OSTH000020310503e7530001{n}

"""
SHOWN = """Camp {n} to close before the summer
By Ida Brenn
812 words
{n} May 2031
The Ostrany Herald
OSTH
3
English
Copyright 2031. The Ostrany Herald. All rights reserved.

{text}

UN officials were silent.

Document OSTH000020310503e7530001{n}

"""
PROQUEST = """____________________________________________________________

Document {n} of 2

Title: Camp {n} to close before the summer

Author: Ida Brenn.

Publication info: The Ostrany Herald ; Ostrany [Ostrany]0{n} May 2031: A.3.

Links: https://proquest.example/1

Full text: {text}

UN officials were silent.

Subject: Camps; Envoys

Publication title: The Ostrany Herald

Pages: A.3

Publication date: May {n}, 2031

Document URL: https://proquest.example/docview/{n}

Copyright: Copyright 2031

Database: Ostrany Newsstand

"""
FORMS = {"LexisNexis": LEXIS, "Nexis Uni": NEXIS, "Factiva": CODED, "Factiva as shown": SHOWN, "ProQuest": PROQUEST}


def export(form: str) -> str:
    return "".join(FORMS[form].format(n=n, text=text) for n, text in ((1, FIRST), (2, SECOND)))


def found_in(data: bytes, name: str = "a.txt") -> list[Read | Failure | LeftOut]:
    return list(read_original(Original(name, data=data)))


def rtf(text: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "".join(f"{line}\\line\n" for line in text.split("\n")) + "}").encode(
        "latin-1"
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["text", "windows", "rtf"])
def test_an_export_is_split_into_its_reports_with_their_own_heads(form: str, kind: str) -> None:
    text = export(form)
    if kind == "rtf":
        found = found_in(rtf(text), "a.rtf")
    else:
        found = found_in((text.replace("\n", "\r\n") if kind == "windows" else text).encode())
    reads = [one for one in found if isinstance(one, Read)]
    assert len(reads) == 2 and not any(isinstance(one, Failure) for one in found)
    for n, (one, said) in enumerate(zip(reads, (FIRST, SECOND), strict=True), start=1):
        report = one.report
        assert report.paths[0].endswith(f"!/{n}")
        assert report.text.split("\n\n") == [said, "UN officials were silent."]
        assert report.title == f"Camp {n} to close before the summer"
        assert (report.outlet or "").removeprefix("The ") == "Ostrany Herald"
        assert (report.published, report.published_from) == (f"2031-05-0{n}", "meta")
        assert (report.byline or "").lower().strip(".") == "ida brenn"


@pytest.mark.parametrize("form", FORMS)
def test_a_document_without_text_fails_alone(form: str) -> None:
    text = "".join(FORMS[form].format(n=n, text=text) for n, text in ((1, FIRST), (2, "")))
    empty = text[: text.rindex("UN officials")] + text[text.rindex("UN officials") :].replace(
        "UN officials were silent.", ""
    )
    found = found_in(empty.encode())
    assert [type(one) for one in found if not isinstance(one, LeftOut)] == [Read, Failure]


@pytest.mark.parametrize(
    "text",
    [
        "Length: 3 words are enough, he said.\n\nBody and soul, she said.\n",
        "He wrote 300 words.\n\n3 May 2031\n\nThe camp was closed.\n",
        "Title: The camp\n\nDocument 1 of 2 was lost, he said.\n",
    ],
)
def test_a_text_with_such_words_stays_one_text(text: str) -> None:
    entry = reader_for(Original("a.txt", data=text.encode()))
    assert entry is not None and entry.name == "plain"


def test_the_list_before_the_first_document_is_left_out() -> None:
    cover = (
        "Documents (2)\n1. Camp 1 to close before the summer\n2. Camp 2 to close before the summer\nEnd of Document\n\n"
    )
    left, *reads = found_in((cover + export("Nexis Uni")).encode())
    assert isinstance(left, LeftOut) and [type(one) for one in reads] == [Read, Read]
