"""A toy language of twenty words, to show that a language is a folder: no file of src/ knows it."""

from __future__ import annotations

import re

from sayso.lang import Language, Pronouns, words
from sayso.lang.needs.attributions import AttributionWords, MannerWords
from sayso.lang.needs.forms import Forms
from sayso.lang.needs.reporting import ReportingVerb, reporting_lists
from sayso.lang.needs.text import SentenceWords, TextWords
from sayso.lang.needs.zones import ZoneWords

VERBS = (
    ReportingVerb("diri", "diris", "dirita", "diras", "dirante", "says", uses=frozenset({"speaks", "inside_they"})),
    ReportingVerb(
        "nei", "neis", "neita", "neas", "neante", "denies", uses=frozenset({"speaks", "inside_they"}), sign=-1
    ),
)
LISTS = reporting_lists(VERBS)

LANGUAGE = Language(
    code="xx",
    name="Toy",
    parser="",
    model="",
    pronouns=Pronouns(he=words("li"), she=words("si"), it=words("gi")),
    manners=LISTS.manners,
    saying=LISTS.saying,
    roles=words("muelisto urbestro"),
    groups=words("konsilio"),
    attributions=AttributionWords(
        forms=Forms(
            nothing=words("nenio"),
            said_that=re.compile(
                rf"(?P<owner>\b(?:La |la )?\w+) (?P<cue>{'|'.join(sorted(LISTS.telling))}) (?P<opens>ke\b)"
            ),
        ),
        manner=MannerWords(lemmas={form: verb.lemma for verb in VERBS for form in verb.forms}),
    ),
    zones=ZoneWords(open_end=words("la ke kaj")),
    text=TextWords(sentences=SentenceWords(abbreviations=words("d-ro"))),
)
