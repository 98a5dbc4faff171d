"""Where an event is: from its clause, then from what was told before; never from the dateline or from who acts."""

import pytest

from sayso import read_text


def where(text: str, word: str) -> str | None:
    reading = read_text(text, published="2031-05-15")
    names = {place.id: place.span.text for place in reading.places}
    event = next(event for event in reading.events if event.trigger[0].text == word)
    return names.get(event.place or "")


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("NAIROBI (AP) — Gunmen killed twelve villagers near Goma on Monday.", "killed", "Goma"),
        ("BERLIN: The army shelled Homs on Monday, a resident said by telephone.", "shelled", "Homs"),
        ("GENEVA, May 9 (Reuters) - Rebels raided a market in Bunia and burned the stalls.", "raided", "Bunia"),
        ("Jets struck the town of Taiz overnight, killing two nurses and wounding four.", "wounding", "Taiz"),
        ("A bomb went off in Quetta on Monday. Nine people were killed.", "killed", "Quetta"),
        ("CAIRO — Police arrested nine men in Luxor and seized rifles.", "seized", "Luxor"),
        # of several places the narrowest that hangs on the deed itself
        ("Police fought gunmen in Tarnak in northern Iran.\nTwo men died in Iraq's Basra.", "died", "Basra"),
        (
            "The force killed five members of the Party for Life in Kurdistan in the city of Sardasht.",
            "killed",
            "Sardasht",
        ),
        ("Thousands rallied in the US capital city of Washington on Monday.", "rallied", "Washington"),
        ("Troops entered the northern Iraqi city of Mosul from Syria.", "entered", "Mosul"),
        ("In two attacks on a shrine in Tehran, 17 people were killed and 56 injured.", "killed", "Tehran"),
        ("Soldiers killed the mayor of Jenin in Nablus.", "killed", "Nablus"),
        ("Lawmakers in Paris condemned the bombing of a bus in Kabul.", "bombing", "Kabul"),
        ("Lawmakers in Paris condemned the bombing of a bus in Kabul.", "condemned", "Paris"),
        ("Police in Homs arrested men who had fled from Aleppo.", "arrested", "Homs"),
        # the city of the dateline is the place only where the text says so
        ("KAZAN (AP) - The team lost to Spain here on Wednesday.", "lost", "KAZAN"),
        (
            "GUATEMALA CITY, 22 DEC 89 (AFP) -- Two men were stabbed yesterday in this capital.",
            "stabbed",
            "GUATEMALA CITY",
        ),
        ("KAZAN (AP) - The team lost on Wednesday.", "lost", None),
        ("GUATEMALA CITY, 22 DEC 89 (AFP) -- Two men of this capital fled to Tapachula.", "fled", "Tapachula"),
        # at the end of the phrases of the clause; what is sent somewhere; a verb that is joined
        ("The two signed a pact on the sidelines of a fair for toys in Cologne on Monday.", "signed", "Cologne"),
        ("The rifles were sent to Lyon for tests on Monday.", "sent", "Lyon"),
        ("The deal was signed in Lyon and it comes into force on June 7.", "comes", None),
        ("The rifles found at the scene were sent to Lyon for tests.", "found", None),
        # whose place nobody tells
        ("A bomb was thrown at the U.S. consulate on Monday.", "thrown", None),
        ("The murders were attributed to the Lyon cartel on Monday.", "attributed", None),
        ("Honduras demanded from Nicaragua a withdrawal of its troops.", "demanded", None),
        ("Nine men who had bombed a bus in Homs were arrested on Monday.", "arrested", None),
        ("Velmar communicated its protest to Austria and Belgium.", "communicated", None),
        ("Italy's trade minister was stabbed on Monday.", "stabbed", None),
        ("The ministry denounced the detention of a diplomat in Belgium.", "denounced", None),
        ("Iran rejects any act of sabotage in the Red Sea.", "rejects", None),
        ("India shared the file with Pakistan after the Kashmir attack.", "shared", None),
        ("CAIRO, May 9 (AFP) - Police arrested nine men on Sunday, the ministry said.", "arrested", None),
        ("Karachi: Police arrested a driver on Sunday, the mayor said.", "arrested", None),
        ("Russian troops burned a school on Monday, the governor said.", "burned", None),
        ("The king of Jordan was wounded on Monday.", "wounded", None),
        ("Soldiers killed nine men in Jenin on Monday, the envoy said.", "said", None),
        ("A bomb went off in Quetta. Another killed nine people in Karachi. Two men were held.", "killed", "Karachi"),
        # the deed of a noun and what it did; what is none of the deeds told
        ("The earthquake that hit Izmir on May 2 killed nine people.", "killed", "Izmir"),
        ("A bomb went off in Quetta.\n\nNine people died. The bomb was in a car.", "died", None),
        ("A bomb went off in Quetta on May 9. In another attack, two men were wounded.", "wounded", None),
        ("Jets hit a camp near Quetta and a mill was burned in Olmandi.", "burned", None),
        # where the teller is, whom one calls on and what is talked about are no place of it
        ("Officials in Quetta said that the river had flooded nine villages.", "flooded", None),
        ("The ministry called on Pakistan on Friday to release the men.", "called", None),
        ("The ministers met on Monday in Geneva to discuss the war in Sudan.", "met", "Geneva"),
        ("The ministers met on Monday to discuss the war in Sudan.", "met", None),
        ("The ministers held talks at a hotel in Geneva on Monday.", "talks", "Geneva"),
        ("An attack on a Kabul hotel killed nine people.", "attack", "Kabul"),
        ("The minister spoke of sanctions against Iran.", "sanctions", None),
        ("A bomb went off in Quetta.\n\nThe minister resigned on Monday.", "resigned", None),
    ],
)
def test_the_place_of_an_event_is_the_one_that_is_told(text: str, word: str, place: str | None) -> None:
    assert where(text, word) == place


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Case\n\nBAGHDAD, May 15 (Reuters) - At least 12 people were killed when rebels shelled a market.",
        "NAIROBI (AP) — Gunmen attacked a village on Sunday, killing 12.",
        "LAGOS: Gunmen attacked a village on Sunday, killing 12 people, the police said.",
        "By Bo Lind in Cairo\n\nThe army killed nine men on Sunday.",
        "JERUSALEM — The army raided a camp on Wednesday and arrested 15 men.",
        "May 15 (Reuters) - Police arrested a driver on Sunday, the mayor said.",
    ],
)
def test_dateline_and_byline_are_no_part_of_an_event(text: str) -> None:
    reading = read_text(text, published="2031-05-15")
    edge = max(zone.span.end for zone in reading.zones if zone.kind in ("dateline", "byline"))
    assert reading.events
    assert all(a.span.start >= edge for event in reading.events for a in event.arguments if a.span is not None)
    assert all(span.start >= edge for one in reading.attributions for span in one.content)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        # a deed in the past is not of a day after its printing, nor of the day of another deed in its clause
        ("On May 20, a patrol fired on a bus by mistake.", "fired", "2030-05-20"),
        ("Velmar invaded Ostrany in the wake of the September 11, 2001 attacks.", "invaded", None),
        ("Police held a man who is to appear in court on May 20, 2031.", "held", None),
        ("The court will hear the driver on May 20.", "hear", "2031-05-20"),
        ("The bus hit a bridge at about 8:10 am this morning.", "hit", "2031-05-15TMO"),
        # what somebody was is no time; what did not happen has not the day of the sentence before
        ("The premier named Ilka Brandt, a former general, minister in 2016.", "named", "2016"),
        ("The editor has been held since 2015 and was found guilty in 2016 of libel.", "found", "2016"),
        ("A bomb went off on May 9. The police did not speak of it.", "speak", None),
        ("The army took the fort in 1998. It left on June 3.", "left", "XXXX-06-03"),
        ("Rebels shelled the town on May 9.", "shelled", "2031-05-09"),
        # a time of day is of the one day that was told, the weekend and the Sunday of a past deed are over
        (
            "A pipe burst on Monday.\n\nIt is of iron. It is old. Crews closed the street at 6:30 pm.",
            "closed",
            "2031-05-12T18:30",
        ),
        (
            "A pipe burst on Monday. A bridge fell on May 9.\n\nIt is old. It is of iron. Crews closed it at 6:30 pm.",
            "closed",
            "XXXX-XX-XXT18:30",
        ),
        # the day of a deed is that of what it did, of the same word with an article, and of its range
        ("The earthquake that hit Izmir on May 2 killed nine people.", "killed", "2031-05-02"),
        (
            "Rebels launched an attack on May 9.\n\nIt is quiet.\n\nThe attack left nine dead.",
            "left",
            "2031-05-09",
        ),
        ("The fair was held from May 2 to May 7.", "held", "2031-05-02"),
        ("The bridge, where nine people died, was closed since the river rose in 2030.", "closed", "2030"),
        # that of what was said is not that of what was done, nor is a word such as recently a day
        ("The envoy said on Monday that the talks had failed. Two men were wounded.", "wounded", None),
        ("The hall recently underwent repairs.", "underwent", None),
        ("The envoy condemned on Sunday terrorist attacks in London.", "condemned", "2031-05-11"),
        ("The envoy condemned on Sunday terrorist attacks in London.", "attacks", None),
        ("Before the evening prayers on May 9, gunmen attacked the shrine.", "attacked", "2031-05-09"),
        (
            "Iran delivered the first consignment of aid consisting of 95 tons of food to Lebanon on May 2.",
            "delivered",
            "2031-05-02",
        ),
        ("A bomb went off on May 9. In another raid, two men were held.", "held", None),
        ("The visit is tomorrow, Friday, May 16, 2031.", "visit", "2031-05-16"),
        ("This Sunday she crossed the strait on a board.", "crossed", "2031-05-11"),
        ("This Sunday she will cross the strait on a board.", "cross", "2031-05-18"),
        ("A memorial was held this weekend in Tarn.", "held", "2031-W19-WE"),
        ("A memorial will be held this weekend in Tarn.", "held", "2031-W20-WE"),
        # what only says which one a thing is; quoted words; what one is now; who takes a stand on a deed
        ("The team lost a match of the 2030 cup on Wednesday.", "lost", "2031-05-14"),
        ('The office issued a statement: "There was an assault on May 9 at the prison."', "issued", None),
        ("He was taken to a ward and is currently stable.", "taken", None),
        ("The party won nine seats in the 2030 election.", "won", "2030"),
        ("The house was built and opened in September 2011.", "built", "2011-09"),
        ("The house was built in 2001 and opened in September 2011.", "built", "2001"),
        ("The ship was leased by forging papers since 2018.", "leased", "2018"),
        ("Envoys condemned the bombing on May 9.", "bombing", None),
        # the clause that only says when
        ("The firm has been in Tarn since 2001, when it drilled a well.", "drilled", "2001"),
        ("When the cook missed his shift on May 9, the owner alerted the police.", "alerted", "2031-05-09"),
        ("Two men were killed in the clashes that took place on May 9.", "clashes", "2031-05-09"),
        ("Nine men were detained on May 9 during an operation in Tarn.", "operation", "2031-05-09"),
        ("Police arrested a man who had robbed a bank on May 2.", "arrested", None),
        ("Nine men were held on May 9. The police found cars that they had stolen.", "stolen", None),
        ("A bomb went off on May 9. No group has claimed it.", "claimed", None),
        ("The aide says rebels have been shelling Tarn since May 2.", "shelling", "2031-05-02"),
        ("The aide said on May 2 that rebels had shelled Tarn.", "shelled", None),
    ],
)
def test_a_deed_has_the_day_that_its_clause_tells(text: str, word: str, when: str | None) -> None:
    reading = read_text(text, published="2031-05-15")
    values = {time.id: time.value for time in reading.times}
    event = next(event for event in reading.events if event.trigger[0].text == word)
    assert next((values[w.time] for w in event.when if w.time is not None), None) == when


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # what nobody tells is not taken from a year that is told of something else
        ("The ship was leased in 2018. It was seized earlier this month.", "earlier this month", "XXXX-XX"),
        ("She lost at the 2018 cup. The team plays Tarn five days later.", "five days later", "XXXX-XX-XX"),
        ("He arrives on Sunday, May 4, 2031. He will visit the court on Tuesday.", "Tuesday", "2031-05-06"),
    ],
)
def test_without_a_day_of_printing_nothing_is_guessed(text: str, words: str, value: str) -> None:
    assert next(time.value for time in read_text(text).times if time.span.text == words) == value
