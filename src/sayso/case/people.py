"""Who is who in a case: identities by name or id, and judgements about them by what people call them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Final

from sayso.case.asking import Date, which_reports
from sayso.case.labelling import labels_table
from sayso.case.questions import Questions
from sayso.case.suggesting import suggestions
from sayso.errors import UsageError
from sayso.nlp.names import matcher_for
from sayso.store.judging import in_force
from sayso.text.printable import safe
from sayso.values.case import Filters, Judgement
from sayso.values.identities import Actor, Identity, Someone, Suggestion, identity_id
from sayso.views.answers import Table
from sayso.views.labels import Called
from sayso.views.someone import someone
from sayso.world.scripts import latin

WORD: Final = re.compile(r"\w+")
THING: Final = re.compile(r"[0-9a-f]{16}(/[a-z]\d+[a-z]*)?\Z")  # id of a report, or of a thing in it
MAX_MEANT: Final = 6  # names that are offered
LIKE: Final = 0.6  # how alike a name must be to be offered


class People(Questions):
    """The part of a Case that tells who is who."""

    def identities(self) -> dict[str, Identity]:
        """All identities, by id; worked out for what changed since they were last asked for."""
        return self.result("identity")

    def who(self, name: str) -> Someone:
        """What the case knows of someone.

        name   as any report has it, in any case of letters, or words of it; or the id of an identity, also a former
               one, or of an entity
        UsageError where nobody is called so, or several are: it names them, with their ids.
        """
        identity = self.meant_by(name)
        return someone(identity, self._actors_of(identity), self.store.find)

    def meant_by(self, name: str) -> Identity:
        """The identity that a name or an id means; see `who`."""
        identities = self.identities()
        found = list(called(name, identities))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"several are called {_short(name)}: {_listed(found)}; give a longer name, or an id")
        near = _near(name, identities)
        did = f"; did you mean {_listed(near)}?" if near else "; `sayso show CASE speakers` lists names"
        raise UsageError(f"nobody is called {_short(name)}{did}")

    def same(self, one: str, other: str, *, why: str = "", by: str | None = None) -> Judgement:
        """Judge that two are one someone; names or ids. It takes effect at once, and can be undone.

        UsageError where a name means nobody, several, or both already mean one.
        """
        left, right = self.meant_by(one), self.meant_by(other)
        if left.id == right.id:
            raise UsageError(f"{_short(one)} and {_short(other)} are one already: {left.id}")
        return self.judge("same", [left.entities[0], right.entities[0]], None, why, by)

    def differ(self, one: str, other: str, *, why: str = "", by: str | None = None) -> Judgement:
        """Judge that two are two, also where the program has made them one: then by the forms that are given.

        UsageError where a name means nobody or several, or nothing tells which entity is which.
        """
        left, right = self.meant_by(one), self.meant_by(other)
        if left.id != right.id:
            return self.judge("differ", [left.entities[0], right.entities[0]], None, why, by)
        first, second = self._bearers(left, one), self._bearers(left, other)
        others = [entity for entity in second if entity not in first[:1]]
        if not first or not others:
            raise UsageError(
                f"{_short(one)} and {_short(other)} are one in {left.id}, and nothing tells which is which; give the "
                "ids of two entities, which `sayso export --as jsonl` lists"
            )
        return self.judge("differ", [first[0], *others], None, why, by)

    def rename(self, one: str, name: str, *, why: str = "", by: str | None = None) -> Judgement:
        """Call someone otherwise, in every report."""
        return self.judge("rename", self.meant_by(one).entities, name, why, by)

    def note(self, subject: str, words: str, *, why: str = "", by: str | None = None) -> Judgement:
        """Write a note to a report or a thing in it, by its id, or to someone, by a name.

        UsageError where it is no id, and the name means nobody or several.
        """
        if THING.match(subject):
            return self.judge("note", [subject], words, why, by)
        return self.judge("note", [self.meant_by(subject).entities[0]], words, why, by)

    def judged_as(self, words: str) -> dict[str, set[str]]:
        """Report -> entities of someone who is called so only because people judged them one with who is."""
        if not words or not any(one.verb == "same" for one in in_force(self.judgements())):
            return {}
        found = list(called(words, self.identities()))
        if len(found) != 1:
            return {}
        wanted = set(_plain(words).split())
        actors = self._actors_of(found[0])
        others: dict[str, set[str]] = {}
        for entity in found[0].entities:
            forms = actors[entity].forms if entity in actors else ()
            if not any(wanted <= set(_plain(form.text).split()) for form in forms):
                others.setdefault(entity.partition("/")[0], set()).add(entity)
        return others

    def suggest(self) -> list[Suggestion]:
        """Pairs of identities that may be one and that no judgement in force is about, the likeliest first."""
        return suggestions(self.identities(), self.result("actors"), in_force(self.judgements()), matcher_for("en"))

    def labels(
        self, name: str | None = None, filters: Filters | None = None, *, by: str = "", outlet: str | None = None,
        since: Date | None = None, until: Date | None = None,
    ) -> Table[Called]:  # fmt: skip
        """Who calls someone what, how often and where; of everybody without a name.

        name     whom it is about, as `who` takes it
        by       words of what the holder is called: a speaker, or an outlet for its own words
        outlet, since, until   only in reports of this outlet, published on these days
        UsageError for a name that nobody has, or several; for a date that is none.

        Names come first, then words that judge, of each the most frequent first. Each row holds its `uses`, with the
        report, the sentence and the place.
        """
        target = self.meant_by(name) if name is not None else None
        which = which_reports(filters, outlet, since, until)
        return labels_table(self.store, self.identities(), target, by, which)

    def _actors_of(self, identity: Identity) -> dict[str, Actor]:
        held = self.result("actors")
        reports = dict.fromkeys(entity.partition("/")[0] for entity in identity.entities)
        return {actor.id: actor for report in reports for actor in held.get(report, ())}

    def _bearers(self, identity: Identity, name: str) -> list[str]:
        """The entities of an identity that are called so, or the one of this id."""
        if name in identity.entities:
            return [name]
        wanted = _plain(name)
        actors = self._actors_of(identity)
        return [
            entity for entity in identity.entities
            if entity in actors and any(_plain(form.text) == wanted for form in actors[entity].forms)
        ]  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(WORD.findall(latin(text)))


def called(name: str, identities: dict[str, Identity]) -> Iterator[Identity]:
    """The identities that a name or an id means: of this very name, else with all of its words in one."""
    if name in identities:
        yield identities[name]
        return
    for identity in identities.values():
        if name in identity.entities or any(identity_id(entity) == name for entity in identity.entities):
            yield identity
            return
    wanted = _plain(name)
    if not wanted:
        return
    exact = [one for one in identities.values() if wanted == _plain(one.name)]
    exact = exact or [one for one in identities.values() if any(wanted == _plain(form) for form in one.names)]
    if not exact:
        words = set(wanted.split())
        exact = [one for one in identities.values() if any(words <= set(_plain(form).split()) for form in one.names)]
    yield from sorted(exact, key=lambda one: (-len(one.entities), one.id))


def _near(name: str, identities: dict[str, Identity]) -> list[Identity]:
    """Identities with names like this one, the likest first."""
    names = {_plain(form): one for one in reversed(identities.values()) for form in one.names if form}
    close = difflib.get_close_matches(_plain(name)[:80], names, n=MAX_MEANT, cutoff=LIKE)
    return list({names[found].id: names[found] for found in close}.values())


def _listed(found: list[Identity]) -> str:
    shown = [f"{safe(one.name)} ({one.id}, {len(one.entities)} reports)" for one in found[:MAX_MEANT]]
    return ", ".join(shown) + (f" and {len(found) - MAX_MEANT} more" if len(found) > MAX_MEANT else "")


def _short(name: str) -> str:
    return repr(safe(name[:80]))
