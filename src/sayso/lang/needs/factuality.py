"""What a language brings for factuality: one ``FactualityWords(...)``, its `factuality`; all lower case."""

from __future__ import annotations

from dataclasses import dataclass, field

NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """What a word says about the event under it: word -> signature, explained in the language's own file.

    clauses     verbs over an infinitive, an -ing form or a clause
    objects     verbs over a noun that tells an event; `verb_particle` too
    nouns       nouns over an event
    adjectives  adjectives over a clause
    modifiers   words on the noun itself
    adverbs     adverbs on a verb
    orders      verbs over an order that somebody gave: obeyed, ignored
    """

    clauses: dict[str, str] = field(default_factory=dict)
    objects: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    modifiers: dict[str, str] = field(default_factory=dict)
    adverbs: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What a clause says by itself; word forms unless said otherwise.

    negations   words that deny a verb
    nor         the one that denies what follows it, not what is before it
    no          the word before a noun that there is none of
    no_such     the same, and those that say so of two
    not_        the plain negation, also of orders
    single      words behind `not_` before a noun that make it none: "not one", "not a single"
    nobody      words for no one and nothing
    longer      the adverb behind `no` for what is over
    at          preposition before a noun with `no`: "at no time"
    in_vain     phrases by which it was tried for nothing
    having      lemmas of verbs whose object may be none without a denial: "had no choice"
    have        auxiliaries of the perfect
    future      auxiliaries of what will be
    would       auxiliaries of what would be
    may         auxiliaries of what may or can be
    perhaps     of these the ones that stay open where denied
    cannot      of these the ones that hold their denial
    must        auxiliaries of what is asked for
    surely      of these the ones that infer, with `have`
    past_only   with `have`: it was not done
    months      auxiliaries that are months too, with a capital
    to          the mark of an infinitive
    going       a participle that tells the future
    do          auxiliaries of a denied or stressed order
    be          a form without a tense
    condition   words that make a clause a condition or an open question
    whether     of these the ones that put nothing else under a condition
    even_if     phrases that are no condition for what they hang on
    as_long_as  phrases of three words that are one
    turned      auxiliaries that stand before the subject in a condition: "had he"
    in_case     prepositions before a word of `case`
    case        nouns for what is only supposed
    wrongly     adverbs by which what is said is untrue
    polite      lemmas of verbs that a polite speaker puts under `would`
    elliptic    lemmas of verbs that open a sentence without a subject and are no order: "Hope to see you"
    """

    negations: frozenset[str] = NO_WORDS
    nor: frozenset[str] = NO_WORDS
    no: frozenset[str] = NO_WORDS
    no_such: frozenset[str] = NO_WORDS
    not_: frozenset[str] = NO_WORDS
    single: frozenset[str] = NO_WORDS
    nobody: frozenset[str] = NO_WORDS
    longer: frozenset[str] = NO_WORDS
    at: frozenset[str] = NO_WORDS
    in_vain: frozenset[tuple[str, ...]] = frozenset()
    having: frozenset[str] = NO_WORDS
    have: frozenset[str] = NO_WORDS
    future: frozenset[str] = NO_WORDS
    would: frozenset[str] = NO_WORDS
    may: frozenset[str] = NO_WORDS
    perhaps: frozenset[str] = NO_WORDS
    cannot: frozenset[str] = NO_WORDS
    must: frozenset[str] = NO_WORDS
    surely: frozenset[str] = NO_WORDS
    past_only: frozenset[str] = NO_WORDS
    months: frozenset[str] = NO_WORDS
    to: frozenset[str] = NO_WORDS
    going: frozenset[str] = NO_WORDS
    do: frozenset[str] = NO_WORDS
    be: frozenset[str] = NO_WORDS
    condition: frozenset[str] = NO_WORDS
    whether: frozenset[str] = NO_WORDS
    even_if: frozenset[tuple[str, ...]] = frozenset()
    as_long_as: frozenset[tuple[str, ...]] = frozenset()
    turned: frozenset[str] = NO_WORDS
    in_case: frozenset[str] = NO_WORDS
    case: frozenset[str] = NO_WORDS
    wrongly: frozenset[str] = NO_WORDS
    polite: frozenset[str] = NO_WORDS
    elliptic: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class NounWords:
    """What a noun that tells an event stands under; lemmas, prepositions as word forms.

    light        verbs that say little over an event
    without      prepositions by which it did not happen
    of           the preposition between a noun and what it is of
    instead      adverb before `of`
    over         prepositions between a noun of `nouns` and the event
    against      of these the ones that oppose
    talks        nouns that leave open what they are about
    behind       prepositions between a verb of `objects` and the event
    for_         of these the ones of what is wanted
    wanted_for   verbs that want what stands behind `for_`
    about        prepositions of what is talked about
    signs_of     verb -> signature of what stands behind `of`
    signs_about  verb -> signature of what stands behind `about`
    verdicts     verb of court -> signature of the deed behind `of`
    accusing     of these the ones whose subject, if told, answers for it
    inside       preposition of `takes_part`
    takes_part   verbs by whose subject it is done
    definite     determiners of what is known
    tries        nouns that may fail and did happen
    answering    nouns, adjectives and verbs for whose deed it was, which leave it done whoever denies them
    whose        prepositions between one of these, or "be", and the deed: "behind the attack"
    done_by      of these the ones that follow a form of "be" alone
    commits      verbs of doing a deed that is known, whoever denies it: "denied carrying out the attack"
    denies       verbs of denying that
    seen         verbs that tell of nothing where they are denied: "no protests", "protests were not reported"
    to           the preposition of whom a deed that did happen was not told
    planned_on   the preposition before a word of `agendas`: "put it on the agenda"
    agendas      nouns for what is to come
    laws         nouns for what only allows something
    allows       verbs by which it does
    discusses    verbs over what is planned, or over a harm that was done
    harms        nouns for such harm
    accounts     nouns of telling that leave nothing where there are none: "no reports of clashes"
    happening    verbs, with their object, by whose denial their subject was not: occur, take place
    """

    light: frozenset[str] = NO_WORDS
    without: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    instead: frozenset[str] = NO_WORDS
    over: frozenset[str] = NO_WORDS
    against: frozenset[str] = NO_WORDS
    talks: frozenset[str] = NO_WORDS
    behind: frozenset[str] = NO_WORDS
    for_: frozenset[str] = NO_WORDS
    wanted_for: frozenset[str] = NO_WORDS
    about: frozenset[str] = NO_WORDS
    signs_of: dict[str, str] = field(default_factory=dict)
    signs_about: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    accusing: frozenset[str] = NO_WORDS
    inside: frozenset[str] = NO_WORDS
    takes_part: frozenset[str] = NO_WORDS
    definite: frozenset[str] = NO_WORDS
    tries: frozenset[str] = NO_WORDS
    answering: frozenset[str] = NO_WORDS
    whose: frozenset[str] = NO_WORDS
    done_by: frozenset[str] = NO_WORDS
    commits: frozenset[str] = NO_WORDS
    denies: frozenset[str] = NO_WORDS
    seen: frozenset[str] = NO_WORDS
    to: frozenset[str] = NO_WORDS
    planned_on: frozenset[str] = NO_WORDS
    agendas: frozenset[str] = NO_WORDS
    laws: frozenset[str] = NO_WORDS
    allows: frozenset[str] = NO_WORDS
    discusses: frozenset[str] = NO_WORDS
    harms: frozenset[str] = NO_WORDS
    accounts: frozenset[str] = NO_WORDS
    happening: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class GovernorWords:
    """What a clause hangs on; lemmas, conjunctions and prepositions as word forms.

    aspect        verbs of beginning and ending: what is under them as an -ing form happened
    over_clauses  verbs and nouns that keep their sign over a clause with a tense: "denied that they fired"
    contrast      conjunctions after a denial: "not freed but let go"
    only          adverb before an infinitive that was done: "returned only to leave"
    timing        conjunctions of time, the first that is there counts
    before        of these the ones before what may never come
    ahead         of these the ones of what is not yet
    along         conjunctions before a form that shares a subject, and say it was done
    without       words by which what follows was not done
    of            the preposition of `instead` and `short`
    instead       adverb before `of`
    short         the same: "stopped short of"
    from_         preposition of what is kept from happening
    kept_from     words before it
    prepositions  prepositions between a governing word and an -ing form
    by            preposition of the means: done if the end was
    against       preposition by which a warning is against what is not yet
    order         nouns for an order
    tries         nouns for a try
    failing       verbs by which a try came to nothing
    be            the copula
    have          the verb of duty over an infinitive
    supposing     verbs that as an order suppose: "Suppose they attack"
    showing       verbs that deny what is under them if nothing is their subject
    true          predicates that deny a clause where denied
    clear         of these the ones that leave it open
    able          adjectives of what one can do, in the present
    supposed      verbs that ask for what is under them where no one is told
    tells         verbs that only tell a clause, whatever their sign over an infinitive
    said_to       verbs of hearsay over an infinitive: "is said to have"
    accusing      verbs that tell a deed, in somebody's voice if he is told
    warn          verbs of warning
    sure          adjectives of what is sure
    use           verbs of habit over an infinitive: "used to"
    go            verbs of the future over an infinitive: "going to"
    proofs        nouns that, denied, deny what they would show
    contents      nouns for what is said
    punishes     verbs that leave done what stands behind their preposition: "sentenced for"
    sought       verbs whose passive leaves open what does: "wanted for"
    doubt         nouns that, denied, affirm
    """

    aspect: frozenset[str] = NO_WORDS
    over_clauses: frozenset[str] = NO_WORDS
    contrast: frozenset[str] = NO_WORDS
    only: frozenset[str] = NO_WORDS
    timing: tuple[str, ...] = ()
    before: frozenset[str] = NO_WORDS
    ahead: frozenset[str] = NO_WORDS
    along: frozenset[str] = NO_WORDS
    without: frozenset[str] = NO_WORDS
    of: frozenset[str] = NO_WORDS
    instead: frozenset[str] = NO_WORDS
    short: frozenset[str] = NO_WORDS
    from_: frozenset[str] = NO_WORDS
    kept_from: frozenset[str] = NO_WORDS
    prepositions: frozenset[str] = NO_WORDS
    by: frozenset[str] = NO_WORDS
    against: frozenset[str] = NO_WORDS
    order: frozenset[str] = NO_WORDS
    tries: frozenset[str] = NO_WORDS
    failing: frozenset[str] = NO_WORDS
    be: frozenset[str] = NO_WORDS
    have: frozenset[str] = NO_WORDS
    supposing: frozenset[str] = NO_WORDS
    showing: frozenset[str] = NO_WORDS
    true: frozenset[str] = NO_WORDS
    clear: frozenset[str] = NO_WORDS
    able: frozenset[str] = NO_WORDS
    supposed: frozenset[str] = NO_WORDS
    tells: frozenset[str] = NO_WORDS
    said_to: frozenset[str] = NO_WORDS
    accusing: frozenset[str] = NO_WORDS
    warn: frozenset[str] = NO_WORDS
    sure: frozenset[str] = NO_WORDS
    use: frozenset[str] = NO_WORDS
    go: frozenset[str] = NO_WORDS
    proofs: frozenset[str] = NO_WORDS
    contents: frozenset[str] = NO_WORDS
    punishes: frozenset[str] = NO_WORDS
    sought: frozenset[str] = NO_WORDS
    doubt: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """All that the step asks of a language: signatures, and the words of its three parts."""

    signs: Signs = Signs()
    clause: ClauseWords = ClauseWords()
    noun: NounWords = NounWords()
    governor: GovernorWords = GovernorWords()
