"""Who carried what a speaker said once carries what the same speaker says next, until the text says otherwise.

"Dunn told Reuters the dam was full. He said the gates would open": both by way of Reuters. This is decided before it is
known who is who, so a speaker is the same where a name or the chief word of a description comes back, or a pronoun
follows at once.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions.voices import Voices
from sayso.values.findings import Attribution, Mention

SENTENCE_END: Final = re.compile(r"[.!?…][\"”’)]*(?=\s)|\n")
WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Told:
    """What was last heard of one speaker.

    words   lower-case words that stood for him: of his name, his title, a description
    via     the mentions that carried it; empty where he said it to nobody who carries it
    days    the days that were named with it
    """

    words: set[str]
    via: tuple[str, ...]
    days: frozenset[str]


def carried_on(made: list[Attribution], voices: Voices) -> None:
    """Give the carriers of a statement to those of the same speaker that follow it; changes the list.

    Whom somebody else tells it, another occasion ("at a news conference", "in a letter") or another day ends it.
    """
    mentions = {mention.id: mention for mention in voices.mentions}
    heard: list[Told] = []  # the one who spoke last stands last
    announced = _announced(voices)
    for number in sorted(range(len(made)), key=lambda n: _start(made[n])):
        said = made[number]
        while announced and announced[0][0] < _start(said):
            heard.append(announced.pop(0)[1])
        if said.inside is not None or said.continues is not None or said.speaker is None or not said.cue:
            continue
        speaker = mentions[said.speaker]
        beside = _beside(said, voices.text)
        days = frozenset(WORD.findall(beside.lower())) & voices.words.days
        known = _known(speaker, heard, voices)
        if known is None:
            known = Told(set(), (), days)
        else:
            heard.remove(known)
        heard.append(known)
        if said.via:
            known.via, known.days = said.via, days
        elif _elsewhere(said, beside, mentions, voices) or not days <= known.days:
            known.via = ()
        elif known.via and speaker.id not in known.via:
            made[number] = dataclasses.replace(said, via=known.via)
        if speaker.kind != "pronoun":
            known.words |= _words(" ".join(span.text for span in (speaker.span, *said.source)))


def _start(said: Attribution) -> int:
    return min(span.start for span in (*said.source, *said.cue, *said.content))


def _known(speaker: Mention, heard: Sequence[Told], voices: Voices) -> Told | None:
    """The speaker whom a name, description or pronoun takes up again; None where he is new."""
    if speaker.kind == "pronoun":
        return heard[-1] if heard and speaker.span.text.lower() in voices.words.third else None
    head = speaker.head.text.lower()
    return next((told for told in reversed(heard) if head in told.words), None)


def _elsewhere(said: Attribution, beside: str, mentions: dict[str, Mention], voices: Voices) -> bool:
    """Whether it was said on another occasion, or to somebody who carries nothing."""
    told = mentions.get(said.addressee or "")
    return (told is not None and told.kind != "pronoun") or voices.words.elsewhere.search(beside) is not None


def _beside(said: Attribution, text: str) -> str:
    """The words of the sentence around source and cue that are no content."""
    parts = [*said.source, *said.cue]
    low, high = min(span.start for span in parts), max(span.end for span in parts)
    before = [match.end() for match in SENTENCE_END.finditer(text, max(0, low - 400), low)]
    after = SENTENCE_END.search(text, high)
    at, end = before[-1] if before else max(0, low - 400), after.start() if after is not None else len(text)
    out = []
    for span in sorted(said.content, key=lambda span: span.start):
        out.append(text[at : max(at, min(span.start, end))])
        at = max(at, span.end)
    return " ".join([*out, text[at : max(at, end)]])


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def _announced(voices: Voices) -> list[tuple[int, Told]]:
    """ "[The minister] gave an interview to [Al-Noor]": where somebody spoke before a word of it is told."""
    found: list[tuple[int, Told]] = []
    for match in voices.words.gave_interview.finditer(voices.text):
        outlet = _last(
            m for m in voices.mentions if match.end() <= m.span.start <= match.end() + 40 and voices.is_outlet(m)
        )
        who = _last(m for m in voices.mentions if match.start() - 2 <= m.span.end <= match.start())
        if outlet is not None and who is not None:
            words = _words(voices.text[max(0, who.span.start - 30) : who.span.end]) if who.kind == "name" else set()
            found.append((match.start(), Told(words | _words(who.span.text), (outlet.id,), frozenset())))
    return found


def _last(found: Iterable[Mention]) -> Mention | None:
    return max(found, key=lambda mention: (mention.span.end, -mention.span.start), default=None)
