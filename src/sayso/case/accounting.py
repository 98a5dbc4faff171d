"""Accounts of a case: what several reports say of one thing, where it comes from, and what disagrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.case.asking import Date, accounts_table, which_reports
from sayso.case.people import People
from sayso.errors import UsageError
from sayso.values.accounts import TIES_ON, Account, AccountShown, Recounted, Tie, Traced, TracedStep
from sayso.values.case import EVERYTHING, Filters
from sayso.values.tellings import Testimony
from sayso.views.accounts import origin_numbers, recounted
from sayso.views.answers import Table
from sayso.world.scripts import latin

WORD: Final = re.compile(r"\w+")


class Accounting(People):
    """The part of a Case that lays accounts side by side."""

    def accounts(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        conflicts: bool = False,
        on: str | None = None,
        min_origins: int = 1,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> Table[AccountShown]:
        """What several reports say of one thing: those with conflicts first, then those of most origins.

        words         all of them stand in what is told or in what its speakers are called; or the name or id of
                      someone who speaks or is named in it; or the id of an account, claim, statement or event
        conflicts     True for those alone in which something disagrees; `on` what: "number", "date", "place", "actor"
                      or "factuality"
        min_origins   so many independent origins at least
        outlet, since, until, lang   only with a claim of such a report; see `said`
        UsageError for a date that is none, or an `on` that is none.
        """
        which = which_reports(filters, outlet, since, until, lang)
        found = self.find_accounts(words, which, conflicts=conflicts, on=on, min_origins=min_origins)
        return accounts_table(found, self.told_accounts, words, which)

    def find_accounts(
        self, words: str = "", which: Filters = EVERYTHING, *, conflicts: bool = False, on: str | None = None,
        min_origins: int = 1,
    ) -> list[Account]:  # fmt: skip
        """The accounts that `accounts` gives, in its order, without opening a reading; `told_accounts` words them."""
        if on is not None and on not in TIES_ON:
            raise UsageError(f"{on!r} is nothing that accounts disagree on; expected one of {', '.join(TIES_ON)}")
        inside = {row.id for row in self.reports(which)}
        days = {row.id: row.day for row in self.reports()}
        found = [
            one for one in self._about(words)
            if len(one.origins) >= min_origins
            and any(_report(claim) in inside for claim in one.claims)
            and (not (conflicts or on) or any(t.tie == "conflicts" and on in (None, t.on) for t in one.ties))
        ]  # fmt: skip
        found.sort(key=lambda one: (
            -sum(tie.tie == "conflicts" for tie in one.ties), -len(one.origins), -len(set(map(_report, one.claims))),
            days.get(_report(one.claims[0]), ""), one.id,
        ))  # fmt: skip
        return found

    def origin(self, claim: str) -> Traced:
        """The way from a claim back to the first one of its origin.

        claim   its id, or that of the statement or event that it is about
        UsageError where nothing has this id.
        """
        id_ = self._claim(claim)
        for account in self.result("accounts").values():
            if id_ in account.claims:
                (found,) = self.told_accounts([account])
                return _traced(id_, account, {one.claim: one for one in found.claims})
        reading = self.reading(_report(id_))
        row = self._row(reading.report.id)
        return Traced(id_, "", (TracedStep(recounted(reading, row, {id_: 1})[id_]),))

    def _claim(self, given: str) -> str:
        """The id of the claim that is meant; UsageError for none."""
        report = given.partition("/")[0]
        if self.store.find(report) is not None:
            for claim in self.reading(report).claims:
                if given in (claim.id, claim.about):
                    return claim.id
        raise UsageError(
            f"{given!r} is the id of no claim, statement or event here; `sayso accounts CASE --ids`, "
            "`sayso said CASE --ids` and `sayso events CASE --ids` list them"
        )

    def _about(self, words: str) -> Iterable[Account]:
        """The accounts that words, a name or an id mean; all for no words."""
        accounts: Mapping[str, Account] = self.result("accounts")
        wanted = set(_plain(words))
        if not wanted:
            return accounts.values()
        if words in accounts:
            return [accounts[words]]
        if "/" in words:
            claim = self._claim(words)
            return [one for one in accounts.values() if claim in one.claims]
        tellings: Mapping[str, tuple[Testimony, ...]] = self.result("tellings")
        someone: frozenset[str] = frozenset()
        try:
            someone = frozenset(self.meant_by(words).entities)
        except UsageError:
            pass  # it names nobody, or several: then its words alone are looked for
        told: dict[str, tuple[set[str], set[str]]] = {}
        for report in {_report(claim) for one in accounts.values() for claim in one.claims}:
            for one in tellings[report]:
                forms, entities = told.setdefault(one.claim, (set(), set()))
                forms.update(_plain(one.sentence), *map(_plain, one.called))
                entities.update(one.named, one.speakers)

        def fits(claim: str) -> bool:
            forms, entities = told.get(claim, (set(), set()))
            return wanted <= forms or bool(someone & entities)

        return [one for one in accounts.values() if any(map(fits, one.claims))]

    def told_accounts(self, accounts: Iterable[Account]) -> list[AccountShown]:
        """Accounts with their claims in words; each reading is opened once."""
        held = list(accounts)
        origins = {one.id: origin_numbers(one) for one in held}
        by_report: dict[str, dict[str, int]] = {}
        for one in held:
            for claim in one.claims:
                by_report.setdefault(_report(claim), {})[claim] = 1
        told: dict[str, Recounted] = {}
        for report, claims in by_report.items():
            told |= recounted(self.reading(report), self._row(report), claims)
        return [AccountShown(one, tuple(_numbered(told[c], origins[one.id][c]) for c in one.claims)) for one in held]


def _numbered(claim: Recounted, origin: int) -> Recounted:
    """The claim with the number of its origin in this account; one claim may stand in several."""
    return Recounted(
        claim.report, claim.claim, claim.about, claim.chain, claim.sentence, claim.start, claim.end, origin
    )


def _report(claim: str) -> str:
    return claim.partition("/")[0]


def _plain(text: str) -> list[str]:
    return WORD.findall(latin(text).casefold())


def _traced(claim: str, account: Account, told: Mapping[str, Recounted]) -> Traced:
    """Back over the ties that lead to earlier claims of the same origin, copies first; at the end to the first."""
    (origin,) = [held for held in account.origins if claim in held][:1]
    steps: list[TracedStep] = []
    at = claim
    while at != origin[0]:
        earlier = origin[: origin.index(at)]
        back = [tie for tie in account.ties if tie.right == at and tie.left in earlier]
        back.sort(key=lambda tie: (tie.tie != "copies", origin.index(tie.left)))
        tie: Tie | None = back[0] if back else None
        steps.append(TracedStep(told[at], tie.why if tie is not None else "the same voice said it earlier"))
        at = tie.left if tie is not None else origin[0]
    return Traced(claim, account.id, (*steps, TracedStep(told[at])))
