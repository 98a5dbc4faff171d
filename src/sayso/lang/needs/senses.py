"""What a language brings to tell senses of one word apart in events: ``SenseWords(...)``, in `events.kinds`; lemmas."""

from __future__ import annotations

from dataclasses import dataclass

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SenseWords:
    """Words by which a word of violence is one, or is none.

    Strikes and raids
    strikes          nouns for what soldiers do to an enemy and workers to an employer
    raids            nouns and verbs for what gunmen do to a village and the police to a flat
    labour           words before a strike, and nouns beside it, of workers
    armed            words before a strike or raid of the armed, and those who carry one out
    lawful           who raids to search and arrest, and what such a raid is for
    settled          where a raid of the armed goes: villages, camps
    harm             verbs of what a strike of the armed does
    services         what a strike of workers stops, as the object of such a verb
    against          prepositions before whom a strike meets
    idle             the preposition of "on strike"

    No violence
    forces           what harms without meaning to: storms, illness, fear, prices
    vehicles         what runs into people without a doer: trains, buses
    blasts, mishaps  nouns of explosion, and words before them of one that nobody made: "a gas explosion"
    accidents        verbs of accidents
    untouched        what nobody harms by force: bills, prices, records, games
    violent          verbs and nouns that only a person's hurt makes one of violence: attack, hit, beat
    heaped, with_    what somebody is only figuratively bombarded with, and the preposition
    hurting          verbs of harm that an accident does as well: kill, injure
    games            words of sport that say so alone
    game_words       words of sport of which it takes two, or one with one of `beside_game`
    beside_game      words that are of sport beside one that is
    playable         words of violence that are moves in a game
    when             conjunctions before an accident that did it
    """

    strikes: frozenset[str] = NO_WORDS
    raids: frozenset[str] = NO_WORDS
    labour: frozenset[str] = NO_WORDS
    armed: frozenset[str] = NO_WORDS
    lawful: frozenset[str] = NO_WORDS
    settled: frozenset[str] = NO_WORDS
    harm: frozenset[str] = NO_WORDS
    services: frozenset[str] = NO_WORDS
    against: frozenset[str] = NO_WORDS
    idle: frozenset[str] = NO_WORDS
    forces: frozenset[str] = NO_WORDS
    vehicles: frozenset[str] = NO_WORDS
    blasts: frozenset[str] = NO_WORDS
    mishaps: frozenset[str] = NO_WORDS
    accidents: frozenset[str] = NO_WORDS
    untouched: frozenset[str] = NO_WORDS
    violent: frozenset[str] = NO_WORDS
    heaped: frozenset[str] = NO_WORDS
    with_: frozenset[str] = NO_WORDS
    hurting: frozenset[str] = NO_WORDS
    games: frozenset[str] = NO_WORDS
    game_words: frozenset[str] = NO_WORDS
    beside_game: frozenset[str] = NO_WORDS
    playable: frozenset[str] = NO_WORDS
    when: frozenset[str] = NO_WORDS
