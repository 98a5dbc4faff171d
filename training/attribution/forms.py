"""Sentences with answers, made from patterns: forms of attribution that PolNeAR's campaign news seldom shows.

A pattern is a sentence with slots, in which the parts of each attribution are marked:

    [s:{P}] [c:was quoted by] {A} [c:as saying] [k:that {C}].

s is source, c cue, k content; figures after the letter number the attributions where a sentence has several ([s2:...]
belongs to the second, [k12:...] to both).
{P} someone who speaks, {A} an agency or paper, {O} who is told, {C} a clause, {Q} quoted words with their own stop,
{V} what a clause may go on with, {T} a time, {W} somewhere, {n} a plain noun. Clauses and quoted words are taken from
the training part of PolNeAR, and sentences without any attribution stand between. Nothing here was made from the texts
of tests/gold. Reports come out as {"text", "attributions": [{"source", "cue", "content": [[start, end]]}]}.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

FIRST = (
    "Amina Bashir Carlos Dalia Edouard Fatima Goran Hanan Ibrahim Jelena Kofi Leila Mahmoud Nasrin Oleg Paulina Qais "
    "Rania Samir Tariq Ursula Valentina Walid Xavier Yusuf Zainab Alejandro Beatriz Chinedu Dmitri Emine Farhad Gloria "
    "Hassan Irina Javad Katarina Luis Mariam Nikolai Omar Petra Reza Sofia Thabo Umar Vera Wei Yasmin Zoran Anh Bongani "
    "Ciro Djamila Ernesto Feras Grace Hiroshi Indira Jorge"
).split()
LAST = (
    "Abbasi Bennett Castro Demir Eriksen Farouk Guzman Haddad Ivanov Jimenez Karimi Lopez Mbeki Nazari Okafor Petrovic "
    "Qureshi Rahimi Santos Taleb Ustinov Vargas Weber Yilmaz Zandi Al-Masri Ben-Ami Cohen Dlamini Escobar Fischer "
    "Ghorbani Hosseini Ismail Jovanovic Khalil Lindqvist Mansour Navarro Obaid Popescu Rezaei Shevchenko Tanaka "
    "Umarov Velasquez Wallace Yousef Zubair Al-Jaafari Contreras Duarte"
).split()
ROLES = (
    "spokesman|spokeswoman|foreign minister|army commander|governor|mayor|police chief|ambassador|deputy minister|"
    "opposition leader|doctor|aid worker|farmer|judge|prosecutor|lawyer|analyst|professor|bishop|imam|union leader|"
    "general|lawmaker|negotiator|director of the hospital|head of the commission|witness|survivor|shopkeeper|engineer|"
    "teacher|president|prime minister|senator|envoy|economist|aide|coach|nurse|driver|fisherman|activist"
).split("|")
BODIES = (
    "the Foreign Ministry|the government|the army|the United Nations|the rebels|the opposition|the Red Cross|the police|"
    "the ministry|the committee|the Interior Ministry|Moscow|Tehran|Washington|Ankara|Damascus|the EU|the group|the "
    "organization|the union|the party|the court|the commission|the White House|the defence ministry|the company|"
    "Human Rights Watch|local residents|two officials|aid workers|diplomats|the families|the guerrillas|NATO|Baghdad"
).split("|")
AGENCIES = (
    "Reuters|the Associated Press|AFP|IRNA|the Mehr News Agency|Xinhua|Interfax|the newspaper El Pais|Al Jazeera|"
    "state television|Radio Liberty|the BBC|the Anadolu agency|Kyodo|the daily Haaretz|TASS|EFE|the Fars agency|"
    "the Guardian|Press TV|a local radio station|the New York Times|ISNA|Der Spiegel|the state news agency SANA"
).split("|")
TOLD = "reporters|journalists|lawmakers|parliament|the crowd|supporters|the court|the council|a news conference".split(
    "|"
)
TIMES = (
    "on Monday|on Tuesday|on Thursday|late Friday|on Sunday|yesterday|last week|this month|on 4 May|in a statement"
).split("|")
PLACES = "in Geneva|in the capital|at the border|in Vienna|at the camp|in Beirut|in parliament|at the airport".split(
    "|"
)
GOES_ON = (
    "has angered the neighbours|did not convince anyone|was left out of the report|drew laughter in the hall|"
    "has been repeated all week|is hard to check|came as a surprise|kept the markets closed|were ignored in the capital|"
    "led to three resignations|split the cabinet|has never been proven|cost the minister his post|spread within hours|"
    "was met with silence|are dividing the party|delayed the vote|reached the front pages|made the round of the cafes|"
    "forced the council to meet|caught the army off guard|will be tested in court|sent prices up|failed to calm the town"
).split("|")
NOUNS = "bridge|road|school|treaty|budget|harbour|camp|election|pipeline|market|law|border|hospital|army|truce".split(
    "|"
)
SAY = (
    "said says stated noted added explained announced declared stressed claimed argued insisted warned reported "
    "confirmed acknowledged recalled underlined pointed_out admitted maintained remarked replied emphasized predicted"
).split()
SAY_THAT = (
    "said that|says|said|stated that|warned that|added that|claimed that|believes that|insists|announced that".split(
        "|"
    )
)
CLAIM = (
    "claim allegation assertion belief warning promise accusation statement admission finding conviction fear report "
    "suspicion hope argument conclusion assurance prediction suggestion denial announcement pledge threat remark"
).split()
CLAIMS = (
    "claims allegations assertions warnings promises accusations reports fears suspicions hopes assurances predictions "
    "suggestions denials threats rumours"
).split()

PATTERNS: dict[str, Sequence[str]] = {
    "plain": (
        "[s:{P}] [c:{say}] [k:that {C}].",
        "[s:{P}] [c:{say}] {T} [k:that {C}].",
        "[k:{Cc}], [s:{P}] [c:{say}].",
        "[k:“{Q,}”] [s:{P}] [c:{say}].",
        "[k:“{Q,}”] [c:{say}] [s:{P}].",
        "[s:{P}] [c:{say}]: [k:“{Q}”]",
        "[s:{P}], [c:speaking] {W}, [c:{say}] [k:{C}].",
    ),
    "split": (
        "[k:“{Q,}”] [s:{P}] [c:{say}], [k:“{q}”]",
        '[k:"{Q,}"] [c:{say}] [s:{P}]. [k:"{Q}"]',
        "[k:“{Q,}”] [s:{P}] [c:{say}] {W}, and after a pause, [k:“{q}”]",
        "[k:“{Q,}”] [s:{P}] [c:told] {O}, and then, with a look at the {n}, [k:“{q}”]",
        "[k:“{Q,}”] [s:{P}] [c:{say}], [k:“{q,}”] and turned to the {n}.",
        "[k:'{Q,}'] [s:{P}] [c:{say}], [k:'{q}']",
    ),
    "colon": (
        "[s:{N}][c::] [k:“{Q}”]",
        '[s:{N}, {r}][c::] [k:"{Q}"]',
        "[s:The {r}][c::] [k:“{Q}”]",
        "[s:{P}] [c:had this to say:] [k:“{Q}”]",
        "[s:{P}] [c:put it this way:] [k:{Cc}.]",
        "[s:The {r}]'s [c:answer:] [k:{C}.]",
        "[s:{P}] [c:had one question:] [k:why {C}?]",
        "There were three points on the list: the {n}, the {n} and the {n}.",
        "[s:{B}] [c:in a statement:] [k:“{Q}”]",
    ),
    "turns": (
        "[s:{N}][c::] [k:{Q}]\n\n[s2:{N}][c2::] [k2:{Q}]\n\n[s3:{N}][c3::] [k3:{Q}]",
        "[s:Q][c::] [k:{Q}]\n\n[s2:A][c2::] [k2:{Q}]",
        "[s:{r!}][c::] [k:{Q}] [s2:{r!}][c2::] [k2:{Q}]",
    ),
    "dash": (
        "[k:“{Q}”] [c:–] [s:{N}, {r}]",
        '[k:"{Q}"] [c:--] [s:{N}]',
        "[k:“{Q}”] [c:—] [s:a {r} {W}]",
        "[k:{Q}] [c:—] [s:{N}, {r}]",
        "[s:{N}] [c:–] [k:“{Q}”] – left the hall early.",
        "[k:“{Q}”]\n[c:-] [s:{N}, {r}]",
    ),
    "according": (
        "[c:According to] [s:{P}], [k:{C}].",
        "[k:{Cc}], [c:according to] [s:{P}].",
        "[c:In the words of] [s:{P}], [k:“{q}”]",
        "[c:For] [s:{P}], [k:{C}].",
        "[c:In the view of] [s:{P}], [k:{C}].",
        "[c:To hear] [s:{P}] [c:tell it], [k:{C}].",
        "[k:{Cc}], [c:as] [s:{P}] [c:put it].",
        "[c:If] [s:{P}] [c:is to be believed], [k:{C}].",
        "They agreed on a plan according to which each {n} would be paid for in advance.",
        "The men left in accordance with the plan, under which every {n} was to be handed over.",
        "[k:{Cc}], [c:by] [s:{P}]'s [c:account].",
        "[c:According to] [s:a report by {A}], [k:{C}].",
    ),
    "nominal": (
        "[s:{P'}] [c:{claim}] [k:that {C}] {V}.",
        "[c:The {claim}] [k:that {C}] {V}.",
        "[c:The {claim}] [c:by] [s:{P}] [k:that {C}] {V}.",
        "[c:{Claims}] [c:from] [s:{P}] [k:that {C}] {V}.",
        "[c:{Claims}] [k:that {C}] {V}.",
        "Despite [c:{claims}] [c:by] [s:{P}] [k:that {C}], the {n} stayed shut.",
        "Behind the talks lay [s:{P'}] [c:{claim}] [k:that {C}].",
        "In [s:his] [c:{claim}] [k:that {C}], {N} left out the {n}.",
        "[s:{P'}] [c:conclusion:] [k:{C}.]",
        "There is no truth in [c:the {claim}] [k:that {C}], and the {n} {V}.",
        "[s:{P}] [c:repeated] [s:his] [c:{claim}] [k:that {C}].",
        "[c:Talk] [k:that {C}] {V}.",
    ),
    "quoted": (
        "[s:{P}] [c:was quoted as saying] [k:that {C}].",
        "[s:{P}] [c:was quoted by] {A} [c:as saying] [k:that {C}].",
        "[s:{P}] [c:was quoted as saying] by {A} [k:that {C}].",
        "{A!} [c:quoted] [s:{P}] [c:as saying] [k:that {C}].",
        "{A!} [c:quoted] [s:{P}] [c:as saying:] [k:“{Q}”]",
        "{A!} [c:cited] [s:{P}] [c:as saying] [k:{C}].",
        "[k:“{Q,}”] {A} [c:quoted] [s:{P}] [c:as saying].",
        "[k:“{Q,}”] [s:{P}] [c:was quoted as saying] by {A}.",
        "[k:{Cc}], [s:{P}] [c:was quoted as saying] {T}.",
        "[k:{Cc}], [s:{P}] [c:was quoted] by {A} [c:as saying].",
        "[s:{P}] [c:was cited by] {A} [c:as saying] [k:{C}].",
        "[s:{P}] [c:is quoted] in {A} [c:as having told] {O} [k:that {C}].",
        "[k12:{Cc}], [s2:{A}] [c2:reported], [c:citing] [s:{P}].",
        "[k12:{Cc}], [s2:{A}] [c2:reported] {T}, [c:quoting] [s:{P}].",
        "[k12:“{Q,}”] [s2:{A}] [c2:wrote], [c:quoting] [s:{P}].",
        "[s2:{A!}], [c:citing] [s:{P}], [c2:said] [k12:{C}].",
        "[s:{P}] [c:is reported to have said] [k:that {C}].",
        "[s:{P}] [c:was heard saying] [k:“{q}”]",
    ),
    "carried": (
        "[s:{P}] [c:told] {A} {T} [k:that {C}].",
        "[k:“{Q,}”] [s:he] [c:told] {A}.",
        "In an interview with {A}, [s:{P}] [c:{say}] [k:that {C}].",
        "[s:{P}] [c:said in an interview with] {A} [k:that {C}].",
        "In a statement carried by {A}, [s:{P}] [c:{say}] [k:{C}].",
        "[k:{Cc}], [s:{P}] [c:told] {A}.",
        "[k:{Cc}], [s:{A}] [c:reported] {T}.",
        "[k:“{Q,}”] [s:a {r}] [c:told] {A} [c:on condition of anonymity].",
    ),
    "anonymous": (
        "[s:A {r} who asked that his name be left out because the {n} is at stake] [c:said] [k:{C}].",
        "Speaking on condition of anonymity, [s:a {r}] [c:said] [k:that {C}].",
        "Speaking on condition that she not be named, [s:the {r}] [c:said], [k:“{Q}”]",
        "[s:A senior {r}, who did not want to be identified,] [c:{say}] [k:that {C}].",
        "[k:“{Q,}”] [c:said] [s:one of the {r}s].",
        "[s:Another] [c:nodded:] [k:“{Q}”]",
        "[k:“{Q,}”] [s:a {r}] [c:said] on condition of anonymity.",
    ),
    "hearsay": (
        "[k:The {n}] [c:is reportedly] [k:to be sold before the summer].",
        "[k:The {r}] [c:will reportedly] [k:be replaced {T}].",
        "[k:{N}] [c:is said to] [k:have left the country].",
        "[k:{N}] [c:is believed to] [k:be hiding near the {n}].",
        "[c:It is said] [k:that {C}].",
        "[c:It is understood] [k:that {C}].",
        "[c:It has been alleged] [k:that {C}].",
        "[c:Reports say] [k:that {C}].",
        "[c:Reports suggest] [k:{C}].",
        "[c:There are rumours] [k:that {C}].",
        "[c:Rumour has it] [k:that {C}]; the {n} {V}.",
        "[k:The {n}], [c:it is said], [k:belongs to the {r}].",
        "[k:{Cc}], [c:or so it is said].",
        "[k:The {n}] [c:allegedly] [k:cost twice as much].",
    ),
    "denial": (
        "[s:{P}] [c:denied] [k:that {C}].",
        "[s:{P}] [c:flatly denied] {T} [k:that {C}].",
        "[s:{P}] [c:has denied] [k:any part in the attack on the {n}].",
        "[s:{P}] [c:rejected] [k:the charge that {C}].",
        "[s:{P}] [c:dismissed] [k:reports that {C}].",
        "[k:“{Q,}”] [s:{P}] [c:insisted].",
        "[s:{P}] [c:denies] [k:having sold the {n}].",
    ),
    "headline": (
        "[s:{r!}][c::] [k:{C}]",
        "[k:{Cc}][c::] [s:{B}]",
        "[k:{Cc}] [c:–] [s:{r}]",
        "[k:‘{q.}’][c::] [s:{B}]",
        "[k:‘{q.}’], [c:says] [s:{r}]",
        "[s:{N}][c::] [k:{C}]",
        "[s:{B!}] [c:says] [k:{C}]",
        "[k:{Cc}], [s:{r}] [c:says]",
        "[s:{B!}] [c:denies] [k:{C}]",
    ),
    "broken": (
        "[s:{P}] [c:{say}]: [k:“{Q}]",
        '[k:"{Q,}] [c:{say}] [s:{P}]. [k:"{Q}]',
        '[s:{P}] [c:told] {O}: [k:"{Q} {Q}]',
        "[k:{Q,}”] [s:{P}] [c:{say}].",
    ),
    "paragraphs": (
        "[s:{P}] [c:{say}]: [k:“{Q}]\n\n[k:“{Q}]\n\n[k:“{Q}”]",
        "In an interview with {A}, [s:{P}] [c:{say}], [k:“{Q}]\n\n[k:{Q}”]",
        "[s:The {r}'s letter] [c:reads:]\n\n[k:“{Q}]\n\n[k:“{Q}”]",
    ),
    "plainquote": (
        "The “{w}” on the {n} has been there for years.",
        "In the evening the film “{N}” was shown in the only {n} that had power.",
        "The ship, the “{w}”, left the harbour before the {n} opened.",
        "The so-called “{w}” was never signed.",
        "He has seen so many of these “{w}s” that he no longer counts them.",
        "The {r} has seen three governments and two wars.",
        "We are not asking for the {n}.",
        "The {r} opened the session, and the {n} was on the list.",
        "She listed the gains of the {n} and named three {r}s.",
        "No proof ties the {r} to the {n}.",
        "The {r} had read a shorter paper on behalf of the {n}.",
        "The {r} remembers the {n} well.",
    ),
    "other": (
        "[s:The {n}'s file] [c:notes] [k:that {C}].",
        "[s:A report by {A}] [c:shows] [k:that {C}].",
        "[s:An old saying] [c:has it] [k:that {C}].",
        "[s:The census] [c:shows] [k:that {C}].",
        "[s:The leaflet] [c:reads] [k:“{q}”]",
        "[s:The letter, signed by {N},] [c:accuses] [k:{B} of closing the {n}].",
        "[s:More than two hundred villages] [c:told] {O} [k:they wanted the {n} back].",
    ),
    "adds": (
        "[s:{P}] [c:said] [k:{C}]; [k2:“{Q,}”] [s2:she] [c2:added].",
        "[s:{P}] [c:said] [k:{C}], [c2:adding] [k2:that {C}].",
        "[s:He] [c:added] [k:that {C}].",
        "[k:“{Q,}”] [s:he] [c:went on].",
        "[s:{P}] [c:said] [k:the {n} was safe], but [s2:{P}] [c2:said] [k2:it was not].",
        "[s:{P}] met {N} {W} and [c:told] him [k:that {C}].",
    ),
    "tells": (
        "[s:{A!}] [c:reported] [k:that {P} said {C}].",
        "[s:{P}] [c:told] {O} [k:that {P} had said {C}].",
        "[s:{P}] [c:said] [k:that {P}, who has the last word on the {n}, had promised that {C}].",
        "[k:“My brother told me, ‘{q,}’”] [c:said] [s:{P}].",
        "[k:{Pc} asked {P} to lead the {n}], [s:{A}] [c:said].",
        "[k:{Pc} said {T} that {C}], [s:{A}] [c:reported].",
    ),
    "wants": (
        "[s:{P}] [c:urged] [k:{B} to reopen the {n}].",
        "[s:{P}] [c:called on] [k:{B} to reopen the {n}].",
        "[s:{P}] [c:demanded] [k:that the {n} be closed].",
        "[s:{P}] [c:asked] [k:whether {C}].",
        "[s:{P}] [c:asked] [k:{B} for the {n}].",
        "[s:{P}] [c:accused] [k:{B} of selling the {n}].",
        "[s:{P}] [c:fears] [k:that {C}].",
        "[s:{P}] [c:promised] [k:to mend the {n}].",
        "[s:{P}] [c:vowed] [k:that {C}].",
        "[k:“{q?}”] [s:the crowd] [c:shouted].",
    ),
}
MARK = re.compile(r"\[([sck])(\d*):|\]")

HEADLESS = re.compile(r"(?:would|will|is|are|was|were|has|have|had|to|could|should)\b|.*[“”\"]", re.S)


@dataclass
class Pool:
    """What slots are filled with; all from training text.

    clauses     clauses without "that" and without a stop, a lower-case start where they had one
    quotations  whole sentences as quoted, without marks
    plain       sentences that no attribution touches
    sources     noun phrases of someone who speaks
    """

    clauses: list[str] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def pool_of(documents: Sequence[dict]) -> Pool:
    """Fill a pool from PolNeAR's reports as their loader gives them."""
    pool = Pool()
    for document in documents:
        text = document["text"]
        touched = bytearray(len(text))
        for start, end in document["discard"]:
            touched[start:end] = b"\1" * (end - start)
        for attributions in document["ann"].values():
            for a in attributions:
                spans = [*a["source"], *a["cue"], *a["content"]]
                if not spans:
                    continue
                low, high = min(s for s, _ in spans), max(e for _, e in spans)
                touched[low:high] = b"\1" * (high - low)
        for a in next(iter(document["ann"].values())):
            content = [text[s:e] for s, e in a["content"]]
            if len(content) == 1 and "\n" not in content[0]:
                words = content[0].split()
                clause = content[0].removeprefix("that ").strip(" .,;")
                if content[0].startswith("that ") and 4 <= len(words) <= 30 and not HEADLESS.match(clause):
                    pool.clauses.append(clause)
                inner = content[0].strip(' “”"')
                if content[0][0] in '“"' and 3 <= len(words) <= 32 and inner[:1].isupper():
                    if not re.search(r"[“”\"]", inner):
                        pool.quotations.append(inner.rstrip(" ,.!?;") + ("?" if inner.endswith("?") else "."))
            source = " ".join(text[s:e] for s, e in a["source"])
            if len(a["source"]) == 1 and 2 <= len(source.split()) <= 10 and "\n" not in source:
                pool.sources.append(source)
        for match in re.finditer(r"[A-Z][^\n.!?]{30,200}[.]", text):
            if not any(touched[match.start() : match.end()]) and not re.search(r"[“”\"]", match.group()):
                pool.plain.append(match.group())
    return pool


class Maker:
    """Makes reports from patterns; the same seed makes the same reports."""

    def __init__(self, pool: Pool, seed: int) -> None:
        self.pool = pool
        self.rng = random.Random(seed)

    def someone(self) -> str:
        """A noun phrase of one who speaks."""
        pick, kind = self.rng.choice, self.rng.random()
        name = f"{pick(FIRST)} {pick(LAST)}"
        if kind < 0.25:
            return pick(self.pool.sources)
        if kind < 0.40:
            return name
        if kind < 0.55:
            return f"{pick(ROLES)} {name}".replace("spokesman ", "Spokesman ").replace("general ", "General ")
        if kind < 0.68:
            return f"{name}, {pick(('a', 'the', 'a former'))} {pick(ROLES)},"
        if kind < 0.76:
            return f"{pick(('the', 'a', 'one', 'a senior'))} {pick(ROLES)}"
        if kind < 0.84:
            return f"{pick(LAST)}"
        return pick(BODIES)

    def slot(self, name: str) -> str:
        """What fills one slot."""
        pick = self.rng.choice
        pool = self.pool
        if name in ("P", "P'", "Pc"):
            someone = self.someone()
            if name == "P'":
                someone = someone.rstrip(",")
                return someone + ("'" if someone.endswith("s") else pick(("'s", "’s")))
            return someone[0].upper() + someone[1:] if name == "Pc" else someone
        if name in ("C", "Cc"):
            clause = pick(pool.clauses)
            return clause[0].upper() + clause[1:] if name == "Cc" else clause
        if name[0] in "Qq":
            quotation = pick(pool.quotations)
            if name[0] == "q" and not quotation.startswith("I"):
                quotation = quotation[0].lower() + quotation[1:]
            if name.endswith(","):
                quotation = quotation[:-1] + ("?" if quotation.endswith("?") else ",")
            if name.endswith("?"):
                quotation = quotation[:-1] + pick("?!")
            return quotation[:-1] if name.endswith(".") else quotation
        agency = pick(AGENCIES)
        body = pick(BODIES)
        role = pick(ROLES)
        return {
            "A": agency,
            "A!": agency[0].upper() + agency[1:],
            "B": body,
            "B!": body.removeprefix("the ")[0].upper() + body.removeprefix("the ")[1:],
            "N": f"{pick(FIRST)} {pick(LAST)}",
            "r": role,
            "r!": role[0].upper() + role[1:],
            "O": pick(TOLD),
            "T": pick(TIMES),
            "W": pick(PLACES),
            "V": pick(GOES_ON),
            "n": pick(NOUNS),
            "w": f"{pick(('last', 'free', 'iron', 'quiet', 'great'))} {pick(NOUNS)}",
            "say": pick(SAY).replace("_", " "),
            "claim": pick(CLAIM),
            "claims": pick(CLAIMS),
            "Claims": pick(CLAIMS).capitalize(),
        }[name]

    def sentence(self, pattern: str) -> tuple[str, list[dict[str, list[list[int]]]]]:
        """A pattern filled -> its text, and its attributions."""
        filled = re.sub(r"\{([^}]+)\}", lambda m: self.slot(m.group(1)), pattern)
        filled = re.sub(r",(?=[,.])", "", filled)
        out: list[str] = []
        size = 0
        found: dict[str, dict[str, list[list[int]]]] = {}
        opened: list[tuple[str, str, int]] = []
        at = 0
        for match in MARK.finditer(filled):
            piece = filled[at : match.start()]
            out.append(piece)
            size += len(piece)
            at = match.end()
            if match.group(1):
                opened.append((match.group(1), match.group(2), size))
            elif opened:
                kind, number, start = opened.pop()
                for which in number or "1":
                    one = found.setdefault(which, {"source": [], "cue": [], "content": []})
                    one[{"s": "source", "c": "cue", "k": "content"}[kind]].append([start, size])
            else:  # a bracket of the text itself
                out.append("]")
                size += 1
        out.append(filled[at:])
        text = "".join(out)
        if text[:1].islower() and not pattern.startswith("[k:‘"):
            text = text[0].upper() + text[1:]
        for one in found.values():
            for spans in one.values():
                spans.sort()
        return text, [found[key] for key in sorted(found)]

    def report(self) -> dict:
        """One report of some paragraphs."""
        rng = self.rng
        text = ""
        attributions: list[dict[str, list[list[int]]]] = []
        groups = list(PATTERNS)
        for number in range(rng.randint(7, 13)):
            paragraph = bool(text) and (rng.random() < 0.45 or text.endswith("\n\n"))
            group = rng.choice(groups)
            if group in ("headline", "turns", "dash", "paragraphs"):
                paragraph = bool(text)
            if number == 0 and rng.random() < 0.4:
                group = "headline"
            if rng.random() < 0.3:
                piece, made = rng.choice(self.pool.plain), []
            else:
                piece, made = self.sentence(rng.choice(PATTERNS[group]))
            if rng.random() < 0.3:  # straight marks
                piece = piece.translate(str.maketrans("“”‘’", "\"\"''"))
            if text and not text.endswith("\n\n"):
                text += "\n\n" if paragraph else " "
            for one in made:
                moved = {kind: [[s + len(text), e + len(text)] for s, e in spans] for kind, spans in one.items()}
                attributions.append(moved)
            text += piece
            if group in ("headline", "turns", "dash", "paragraphs"):
                text += "\n\n"
        return {"text": text, "attributions": attributions}


def reports(documents: Sequence[dict], count: int, seed: int) -> Iterator[dict]:
    """`count` reports made from PolNeAR's training reports."""
    maker = Maker(pool_of(documents), seed)
    for _ in range(count):
        yield maker.report()
