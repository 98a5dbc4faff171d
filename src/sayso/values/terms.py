"""The closed lists: every word that a value may hold where only certain words are allowed.

PLOVER's names are those of 2021. FactBank's values are those of Saurí and Pustejovsky (2009).
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Style = Literal["direct", "indirect", "mixed"]
Manner = Literal["says", "asks", "denies", "demands", "promises", "thinks", "fears"]
MentionKind = Literal["name", "nominal", "pronoun"]
Schema = Literal["Person", "Organization", "PublicBody", "LegalEntity", "Address", "Document", "Thing"]
ZoneKind = Literal["title", "heading", "dateline", "byline", "body", "caption", "quote", "turn", "embed", "boilerplate"]
FactKind = Literal["title", "role", "affiliation", "alias", "age"]
PublishedFrom = Literal["meta", "feed", "dateline", "user"]
CreditScope = Literal["report", "attribution"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
PlaceUse = Literal["place", "demonym", "government", "in_name"]
QuantityRole = Literal["killed", "wounded", "held", "members", "money", "duration", "age", "share", "other"]
ArgumentRole = Literal[
    "agent", "patient", "recipient", "instrument", "topic", "origin", "destination", "place", "time", "manner",
    "cause", "other",
]  # fmt: skip
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
State = Literal["done", "not_yet", "denied", "hypothetical", "unknown"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
TimeRelation = Literal["at", "before", "after", "during", "since", "until"]
LabelKind = Literal["naming", "evaluation"]
LabelHow = Literal["used", "reported", "denied"]
RelationBasis = Literal["act", "speech", "told"]
VoiceKind = Literal["outlet", "agency", "speaker"]
NameReason = Literal[
    "same", "words", "title", "family", "given", "order", "spelling", "variant", "initials", "acronym", "joined",
]  # fmt: skip
NameBlock = Literal["", "digits", "generation"]
Verb = Literal["same", "differ", "rename", "set", "accept", "reject", "correct", "note", "erase", "undo"]

# Who can act and speak: an entity of another schema is nobody.
SOMEONE: Final[frozenset[Schema]] = frozenset({"Person", "Organization", "PublicBody", "LegalEntity"})
SCHEMAS: Final[tuple[str, ...]] = get_args(Schema)
MANNERS: Final[tuple[str, ...]] = get_args(Manner)
STATES: Final[tuple[str, ...]] = get_args(State)
EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
VERBS: Final[tuple[str, ...]] = get_args(Verb)

# PLOVER 2021: event types, each with its quad class, and the modes a type may carry.
QUAD: Final[dict[str, str]] = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}
QUADS: Final = tuple(dict.fromkeys(QUAD.values()))
VERBAL: Final[frozenset[str]] = frozenset(name for name, quad in QUAD.items() if quad.startswith("verbal"))
COOPERATION: Final[frozenset[str]] = frozenset(name for name, quad in QUAD.items() if quad.endswith("cooperation"))
MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
               "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives",
                "suicide-attack", "heavy-weapons", "crowd-control", "destroy", "aerial"),
}  # fmt: skip
CONTEXTS: Final[tuple[str, ...]] = (
    "military", "intelligence", "executive", "legislative", "election", "political", "legal", "refugee", "migration",
    "humanitarian", "diplomatic", "territory", "resource", "economic", "health", "environment", "crime", "disaster",
    "rights", "religious", "ethnic", "media", "infrastructure", "cyber", "historical", "hypothetical", "culture",
    "academic", "terrorism", "corruption", "misinformation", "peacekeeping", "gender", "lgbt", "reparations",
    "illegal-drugs", "asylum",
)  # fmt: skip
