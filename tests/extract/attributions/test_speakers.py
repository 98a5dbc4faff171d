"""Who speaks and who carries the words, class by class: descriptions kept whole, outlets, offices, pronouns, manners."""

from __future__ import annotations

import pytest

from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(("attributions", "entities", "claims"))


def read(pipeline: Pipeline, text: str) -> Reading:
    (reading,) = pipeline.read([Report.of(text)])
    assert not isinstance(reading, Failure), reading
    return reading


def chains(reading: Reading) -> list[list[str]]:
    claims = {claim.about: claim for claim in reading.claims}
    return [[voice.name or "" for voice in claims[a.id].chain] for a in reading.attributions]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We heard the pumps stop,” said two of the divers. A third shrugged: “They never ran.”", "A third"),
        ("A note on the church door read, “The bell is sold.”", "A note on the church door"),
        ("THE HARBOUR LEDGER SHOWS THAT NINE BARGES LEFT AT NIGHT.", "THE HARBOUR LEDGER"),
        ("Aerial photographs show the bridge was whole on Monday.", "Aerial photographs"),
        ("Paragraph four of the Lake Treaty states: “No net shall be cast in May.”", "Paragraph four of the Lake Treaty"),
        ("Grain traders along the Oder said the price would fall.", "Grain traders along the Oder"),
        ("According to passengers who slept on the deck, the captain had gone ashore.", "passengers who slept on the deck"),
        ("Guards at two of the gates told us that nobody had left.", "Guards at two of the gates"),
    ],
)  # fmt: skip
def test_a_description_that_speaks_is_kept_whole(pipeline: Pipeline, text: str, speaker: str) -> None:
    assert chains(read(pipeline, text))[-1][-1] == speaker


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("In an interview with Al-Fajr radio, Senator Ana Duarte said that the levy would stay.", ["Al-Fajr radio", "Ana Duarte"]),
        ("In an interview with the newspaper Zarya, Halim Terzo said that the mill had burned.", ["Zarya", "Halim Terzo"]),
        ("The bridge will close for a month, engineer Ida Brenn was quoted by Quell-Inform as saying.", ["Quell-Inform", "Ida Brenn"]),
        ("Minister Rurik Aldo is quoted in Il Giornale di Quell as having told the union that the fund was empty.", ["Il Giornale di Quell", "Rurik Aldo"]),
        ("A farmer from Haldmark spoke to Agence Velmar and said, “The well is dry.”", ["Agence Velmar", "A farmer from Haldmark"]),
        ("Juno Salk told the council that the roof leaked; she later told Reuters it had been mended.", ["Juno Salk"]),
        ("According to letters by two nurses, printed in Friday's edition of El Faro, the ward had no light.", ["El Faro", "letters by two nurses"]),
    ],
)  # fmt: skip
def test_an_outlet_that_carried_the_words_stands_before_who_spoke(
    pipeline: Pipeline, text: str, chain: list[str]
) -> None:
    assert chain in chains(read(pipeline, text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Colonel Juno Salk inspected the trench. The officer added, “Dig it deeper.”", "Juno Salk"),
        ("Bishop Anton Mirz was released at dawn. The cleric said he had been fed.", "Anton Mirz"),
        ("Ingénieurs d'Afrique left the valley. The organization said its trucks had been taken.", "Ingénieurs d'Afrique"),
        ("Ingénieurs d'Afrique left the valley. IDA said its trucks had been taken.", "Ingénieurs d'Afrique"),
        ("The roof will hold, she said. Nobody asked how. Ana Duarte has built bridges for years.", "Ana Duarte"),
        ("It added that the ferry was full. The Harbour Authority had been silent all week.", "The Harbour Authority"),
        ("The nurses said forty patients had fled. They also said two had come back.", "The nurses"),
        ("COLONEL HALIM TERZO SAID THE FORT HAD FALLEN. SOME 30 GUESTS HAD FLED. HE ALSO SAID IT WOULD BE TAKEN BACK.", "HALIM TERZO"),
        ("Ferry pilot Otto Went told the panel that the lamp was out.", "Otto Went"),
    ],
)  # fmt: skip
def test_a_role_a_pronoun_or_initials_lead_to_who_was_named(pipeline: Pipeline, text: str, speaker: str) -> None:
    names = [chain[-1].removeprefix("the ").removeprefix("The ") for chain in chains(read(pipeline, text)) if chain]
    assert names[-1] == speaker.removeprefix("The ")


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“Where did you sleep?” a neighbour shouted.", "asks"),
        ("Ana Duarte said, “He rang and asked: why are you digging? We kept digging.”", "says"),
        ("The minister asked the mayor to open the gate.", "demands"),
        ("“It isn't true that the mill was sold,” said Halim Terzo.", "denies"),
        ("Four officers have sworn to avenge the captain.", "promises"),
        ("Ana Duarte told the guards to leave.", "demands"),
        ("“Velmar is ready to close the mine,” Ana Duarte told Reuters.", "says"),
        ("The owners insist that the mill be sold.", "demands"),
    ],
)
def test_the_form_of_what_is_said_tells_the_manner(pipeline: Pipeline, text: str, manner: str) -> None:
    assert read(pipeline, text).attributions[0].manner == manner


def test_the_a_of_an_interview_is_who_was_introduced(pipeline: Pipeline) -> None:
    text = "The chemist Ana Duarte explains the smell of the lake.\n\nQ: Is it safe?\n\nA: Nobody has measured it.\n"
    assert chains(read(pipeline, text))[-1] == ["Ana Duarte"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Brenn praised the Velmar Atomic Agency (VAA), which has repeatedly confirmed that the plant is safe.", "Velmar Atomic Agency"),
        ("They met the Tarvik Front, which said that it would not lay down its arms.", "Tarvik Front"),
        ("They cited a resolution of Velmar that called for a return of the boats.", None),
        ("Sales rose to nine tons, which shows that the market has come back.", None),
    ],
)  # fmt: skip
def test_which_leads_to_the_body_that_stands_before_it(pipeline: Pipeline, text: str, speaker: str | None) -> None:
    reading = read(pipeline, text)
    owner = {mention: entity for entity in reading.entities for mention in entity.mentions}
    clauses = [a for a in reading.attributions if a.source and a.source[0].text in ("which", "that")]
    assert {owner[a.speaker].name if a.speaker else None for a in clauses} <= {speaker}
    assert speaker is None or clauses


LOST_LINES = (
    "QUELL – Ida Brenn, who builds bridges, says that President Omar Terzo waited too long. “It must open,” Brenn tells"
    " the Herald. Following is the text of the interview: Q: Why did he wait? A: I told him to. We had no steel."
    " Q: And now? A: Now it is here."
)


def test_an_interview_whose_line_ends_were_lost_has_turns_and_who_answers_is_who_spoke_before(
    pipeline: Pipeline,
) -> None:
    reading = read(pipeline, LOST_LINES)
    owner = {mention: entity for entity in reading.entities for mention in entity.mentions}
    turns = [
        (a.source[0].text, a.content[0].text, owner[a.speaker].name if a.speaker else None)
        for a in reading.attributions
        if a.source[0].text in ("Q", "A")
    ]
    assert turns == [
        ("Q", "Why did he wait?", None),
        ("A", "I told him to. We had no steel.", "Ida Brenn"),
        ("Q", "And now?", None),
        ("A", "Now it is here.", "Ida Brenn"),
    ]
    said_i = next(m for m in reading.mentions if m.span.text == "I")
    assert owner[said_i.id].name == "Ida Brenn"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Good morning.\n\nMs. Duarte, you have ten minutes.\n\nThank you. I will be brief.", "I", "Duarte"),
        ("Ms. Duarte, you have ten minutes.", "you", "Duarte"),
        ("Good evening. My name is Halim Terzo and I speak for the dockers.", "I", "Halim Terzo"),
    ],
)
def test_in_a_dialogue_without_labels_names_tell_who_speaks_to_whom(
    pipeline: Pipeline, text: str, pronoun: str, name: str
) -> None:
    reading = read(pipeline, text)
    called = {mention: entity.name for entity in reading.entities for mention in entity.mentions}
    assert [called[m.id] for m in reading.mentions if m.span.text == pronoun][-1:] == [name]


def test_in_a_line_of_capitals_a_common_noun_is_no_name(pipeline: Pipeline) -> None:
    text = "THE EXPLOSION DAMAGED THE MILL. COLONEL ANA DUARTE SPOKE OF SABOTAGE. SHE LEFT AT NOON WITH DETERMINATION."
    names = {m.span.text for m in read(pipeline, text).mentions if m.kind == "name"}
    assert "COLONEL ANA DUARTE" in names
    assert not names & {"THE EXPLOSION", "SABOTAGE", "DETERMINATION", "EXPLOSION", "NOON"}


def test_a_role_is_told_without_the_name_beside_it(pipeline: Pipeline) -> None:
    (reading,) = pipeline.read(
        [Report.of("Halim Terzo left with his wife Mary on Friday. Mary Terzo said she was tired.")]
    )
    assert not isinstance(reading, Failure)
    facts = {fact.value for entity in reading.entities for fact in entity.facts if fact.kind == "role"}
    assert facts <= {"his wife"}


def test_marks_of_editors_and_words_before_a_name_are_nobody(pipeline: Pipeline) -> None:
    text = "The Egyptian, Cypriot, and French ministers met. According to Ana Duarte, the lake is dry.\n\nSP/PA\n"
    names = {entity.name for entity in read(pipeline, text).entities}
    assert not names & {"Cypriot", "According", "SP/PA"}
    assert "Ana Duarte" in names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The head of the salt office Ida Brenn announced a sale. She said it was late.", "Ida Brenn"),
        ("Major Juno Salk told the panel that the lieutenant had said the gate was shut.", "the lieutenant"),
        ("Ostrian President Halim Terzo met Omani traders. The Omani president said ties were good.", "The Omani president"),
        ("Iranian President Halim Terzo met traders from Quell. The Iranian president said ties were good.", "Halim Terzo"),
        ("Ambassador Halim Terzo met farmers on Friday. The Finnish envoy promised forty pumps.", "Halim Terzo"),
        ("Rurik Aldo, the spokesman for the ministry, said it was late. The spokesperson said it rained.", "Rurik Aldo"),
        ("Halim Terzo said the fund was empty, adding that the union knew.", "Halim Terzo"),
        ("Noting that the fund was empty, Halim Terzo said the union knew.", "Halim Terzo"),
        ("TEHRAN- Halim Terzo was held for years. Terzo said he had slept well.", "Halim Terzo"),
        ("WHO urges rich countries to share vaccines with the poor.", "WHO"),
        ("President of Argentina Ana Duarte said the bill was late.", "Ana Duarte"),
        ("The lawyer of Brenn and Ana Duarte said the bill was late.", "The lawyer of Brenn"),
        ("Halim Terzo's statement read: “The fund is empty.”", "Halim Terzo"),
        ("According to reports from the ministry of roads, the bridge was shut.", "the ministry of roads"),
        ("THIS IS A WARNING TO PRESIDENT HALIM TERZO WHO HAS ANNOUNCED THAT THE MINE WILL BE SHUT.", "HALIM TERZO"),
        ("TALMIN: The mayor said the mine would close.", "The mayor"),
        ("[BEGIN RECORDING] [HALIM TERZO] THE COUNTRY HAS BEEN ATTACKED FOR YEARS. THE FORT IS LOST. [END RECORDING]", "HALIM TERZO"),
        ("Der Spiegel sold well. The German weekly magazine said it was late.", "Der Spiegel"),
        ("Der Spiegel sold well. A German weekly magazine said it was late.", "A German weekly magazine"),
        ("SPOKESMAN HALIM TERZO SAID THAT THE FORT HAD FALLEN AND THAT NOBODY WAS HURT.", "HALIM TERZO"),
    ],
)  # fmt: skip
def test_offices_peoples_and_participles_lead_to_who_speaks(pipeline: Pipeline, text: str, speaker: str) -> None:
    assert [chain[-1] for chain in chains(read(pipeline, text))][-1].casefold() == speaker.casefold()


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Halim Terzo told CNN on Sunday that the talks were over.", ["CNN", "Halim Terzo"]),
        ("Halim Terzo told the BBC the talks were over.", ["BBC", "Halim Terzo"]),
        ("Halim Terzo told Al-Quell, a television channel of his cousin's, that the talks were over.", ["Al-Quell", "Halim Terzo"]),
        ("In an interview with the French daily Le Monde, Halim Terzo said he would stay.", ["Le Monde", "Halim Terzo"]),
        ("Halim Terzo told the FBI that the money was gone.", ["Halim Terzo"]),
    ],
)  # fmt: skip
def test_a_paper_or_station_is_known_by_its_name_or_its_kind(pipeline: Pipeline, text: str, chain: list[str]) -> None:
    assert chain in chains(read(pipeline, text))


@pytest.mark.parametrize(
    "office",
    [
        "Velmaran Minister of Science, Research and Technology",
        "Minister of Roads and Urban Development",
        "The minister of trade, industry and mines",
        "Head of NRWX",
        "Deputy Industry, Mining and Trade Minister",
        "Finance and Economic Affairs Minister",
    ],
)
def test_behind_an_office_and_what_it_is_for_the_name_speaks(pipeline: Pipeline, office: str) -> None:
    assert chains(read(pipeline, f"{office} Karl Vesk said the road was open."))[-1][-1] == "Karl Vesk"
