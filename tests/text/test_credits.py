import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang import load_language
from sayso.text.credits import TextCredits, of_text
from sayso.values.report import Report

ENGLISH = load_language("en").text.credits


def read(text: str) -> TextCredits:
    return of_text(text, ENGLISH)


DATELINES = [
    ('HALDMARK, May 2 -- "We stay," he said.', "HALDMARK, May 2", []),
    ("TARN BRIDGE, May 3 (OPS) -- Boats stay.", "TARN BRIDGE, May 3 (OPS)", ["OPS"]),
    ("LONDON (Reuters) - Boats stay.", "LONDON (Reuters)", ["Reuters"]),
    ("NEW YORK/LONDON (Reuters) - Oil rose.", "NEW YORK/LONDON (Reuters)", ["Reuters"]),
    ("KABUL (Pajhwok) – The minister spoke.", "KABUL (Pajhwok)", ["Pajhwok"]),
    ("Kabul (Pajhwok) – The minister spoke.", "Kabul (Pajhwok)", ["Pajhwok"]),
    ("BEIRUT, Lebanon (AP) — Boats stay.", "BEIRUT, Lebanon (AP)", ["AP"]),
    ("VIENNA, Sept. 14 (MNA) – The head spoke.", "VIENNA, Sept. 14 (MNA)", ["Mehr News Agency"]),
    ("BOGOTA, 3 NOV 89 (RADIO ANDES) -- [TEXT] FOUR LEFT.", "BOGOTA, 3 NOV 89 (RADIO ANDES)", ["RADIO ANDES"]),
    ("TEHRAN – The minister said on Friday that the boats would stay in port.", "TEHRAN", []),
    ("PARIS (France) – The minister spoke.", "PARIS (France)", []),
    ("(Reuters) - Boats stay in port.", "(Reuters)", ["Reuters"]),
    ("By Ana Ruiz\n\nLONDON (AP) — Boats stay.", "LONDON (AP)", ["AP"]),
    ("BOATS STAY IN PORT\n\nSORVANE, 11 May -- Three boats stay.", "SORVANE, 11 May", []),
]


@pytest.mark.parametrize(("text", "dateline", "agencies"), DATELINES)
def test_a_dateline_is_found_and_its_agency(text, dateline, agencies):
    found = read(text)
    assert found.dateline is not None and found.dateline.text == dateline
    assert [credit.agency for credit in found.credits] == agencies
    assert all(credit.scope == "report" for credit in found.credits)


NO_DATELINE = [
    "Iran – A country of hope.",
    "Senator Smith (Republican) - He spoke.",
    "The UN (UN) said that the boats would stay.",
    "NATO – Secretary General Lind said on Friday that the boats would stay in port.",
    "UPDATE 1 - Boats stay in port until the wind has dropped, says the harbour master.",
    "Boats stay, he told the Mehr News Agency.",
    "Bread-and-butter - The story of a town.",
]


@pytest.mark.parametrize("text", NO_DATELINE)
def test_what_is_no_dateline_gives_neither_place_nor_agency(text):
    assert (read(text).dateline, read(text).credits) == (None, ())


DATES = [
    ("WASHINGTON, D.C., 3 May 2031 (AP) — Boats stay.", "2031-05-03"),
    ("BOGOTA, 25 OCT 89 (EFE) -- BOATS STAY.", "1989-10-25"),
    ("Wednesday, March 25, 2020\n\nThe boats stay.", "2020-03-25"),
    ("HALDMARK, May 3 (OPS) -- Boats stay.", None),
    ("HALDMARK, 31 June 2031 -- Boats stay.", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_counts_where_its_year_is_known(text, date):
    hints = read(text).hints
    assert (hints.published, hints.published_from) == (date, "dateline" if date else None)


FEET = [
    ("Boats stay in port. – IRNA", ["IRNA"]),
    ("Boats stay in port. (AFP)", ["AFP"]),
    ("Boats stay.\n\nSource: Mehr News", ["Mehr News Agency"]),
    ("Boats stay.\n\nSource: Ostrany Press Service", ["Ostrany Press Service"]),
    ("Boats stay.\n\n(Reporting by Ana Ruiz in Porto; Editing by Bo Lind)", ["Reuters"]),
    ("Boats stay.\n\nWith inputs from PTI", ["PTI"]),
    ("Boats stay.\n\nThe Associated Press contributed to this report.", ["AP"]),
    ("Boats stay, Fars said.", []),
    ("Boats stay, according to Reuters.", []),
    ("“Boats stay,” he told the Associated Press.", []),
]


@pytest.mark.parametrize(("text", "agencies"), FEET)
def test_a_credit_at_the_foot_holds_for_the_report(text, agencies):
    assert [credit.agency for credit in read(text).credits] == agencies


BYLINES = [
    ("By Ana Ruiz\n\nThe boats stay.", "Ana Ruiz"),
    ("By Ana Ruiz and Bo Lind, 4 May 2031\n\nThe boats stay.", "Ana Ruiz and Bo Lind"),
    ("By ANA RUIZ, Associated Press\n\nThe boats stay.", "ANA RUIZ"),
    ("By my own count, about 3,000 boats are left.", None),
    ("By Friday the boats had left.", None),
]


@pytest.mark.parametrize(("text", "name"), BYLINES)
def test_a_byline_stands_alone_at_the_head(text, name):
    assert read(text).hints.byline == name


def test_initials_are_spelled_out_where_the_text_does():
    (credit,) = read("HALDMARK, May 3 (OPS) -- He told the Ostrany Press Service so.").credits
    assert (credit.agency, credit.span.text) == ("Ostrany Press Service", "OPS")


@given(st.text())
def test_every_span_is_true_in_any_text(text):
    found = read(text)
    report = Report.of(text)
    for span in (found.dateline, found.byline, *(credit.span for credit in found.credits)):
        if span is not None:
            report.check(span)
