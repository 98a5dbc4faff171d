"""Who is for or against whom across reports: the relations of all readings, by identity and by whose word they are.

Nothing is summed over voices: that two are enemies according to one outlet is one relation, and that they are according
to another is a second one. Whoever calls somebody what praises or blames them ("the wreckers") is for or against them:
a speaker, whoever is reported to say so, or the report itself by its own words. The holder is then its outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.compare import Input, case_step
from sayso.lang import load_language
from sayso.nlp.names import matcher_for
from sayso.text.quotations import find_quotations, quoted_mask
from sayso.values.findings import Claim, Label, Relation, Time, Voice
from sayso.values.identities import Identity
from sayso.values.reading import Reading
from sayso.values.relations import CaseRelation, ToldRelation

NO_CLAIM: Final = ""
OWN: Final = ""  # holder of what a report says by its own words
VOICES: Final = ("outlet", "agency")  # whose own words those are
MOST_NAMES: Final = 50  # of an identity, that an outlet's is looked for in


@case_step("told_relations.v2", needs=("reading",), gives="told_relations", value=tuple[ToldRelation, ...])
def told_relations(reading: Reading) -> tuple[ToldRelation, ...]:
    """The relations of one report, in its order, then those that its labels tell and no relation does.

    Those that would lead from someone to themselves are left out.
    """
    owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
    claims = {claim.about: claim for claim in reading.claims}
    times = {time.id: time for time in reading.times}
    found = []
    for relation in reading.relations:
        holder, target = owner.get(relation.holder), owner.get(relation.target)
        if holder is not None and target is not None and holder != target:
            found.append(_told(reading, relation, (holder, target), claims.get(relation.id), times, owner))
    known = {(one.holder, one.target, one.sign, span) for one in found for span in one.evidence}
    for label, holder, target in _called(reading, owner):
        relation = Relation(label.id, holder, target, label.polarity, "speech", (label.span,), times=label.times)
        one = _told(reading, relation, (holder, target), claims.get(label.id), times, owner)
        if known.isdisjoint((one.holder, one.target, one.sign, span) for span in one.evidence):
            found.append(one)
    return tuple(found)


def _called(reading: Reading, owner: Mapping[str, str]) -> Iterator[tuple[Label, str, str]]:
    """The labels that praise or blame somebody: whose word they are (OWN for the report's), and of whom.

    What a report calls somebody in words of its own for what a speaker said may be either's word, and is left out.
    """
    said = {one.id: one for one in reading.attributions}
    mentions = {one.id: one for one in reading.mentions}
    named = {one.id for one in reading.entities if one.name}
    quoted = quoted_mask(reading.report.text, find_quotations(reading.report.text)) if reading.labels else b""
    indefinite = load_language("en").chains.indefinite
    for label in reading.labels:
        target = owner.get(label.target or "")
        if label.kind != "naming" or not label.polarity or label.how == "denied" or target is None:
            continue
        whole = mentions[label.target or ""].span
        bare = whole.start == label.span.start or whole.text.split()[0].lower() in indefinite
        if bare and whole.covers(label.span) and target not in named:  # "two thieves" are just those
            continue
        before = 0 <= whole.start - label.span.end <= 1  # "so-called"
        if label.inside is not None and label.how == "used" and (whole.covers(label.span) or before):
            if not quoted[label.span.start]:  # whose word it is cannot be told
                continue
        if label.holder is None and (label.how != "used" or label.inside is None):
            holder = OWN if label.how == "used" else None
        else:
            speaks = said[label.inside].speaker if label.inside is not None and label.holder is None else label.holder
            holder = owner.get(speaks or "")
        if holder is not None and holder != target:
            yield label, holder, target


def _told(
    reading: Reading,
    relation: Relation,
    ends: tuple[str, str],
    claim: Claim | None,
    times: Mapping[str, Time],
    owner: Mapping[str, str],
) -> ToldRelation:
    voice: Voice | None = claim.chain[-1] if claim is not None and claim.chain else None
    dated = [time for id_ in relation.times if (time := times[id_]).earliest or time.latest]
    spans = claim.evidence if claim is not None else relation.evidence
    return ToldRelation(
        relation.id,
        claim.id if claim is not None else NO_CLAIM,
        *ends,
        relation.sign,
        relation.basis,
        relation.factuality,
        voice.kind if voice is not None else None,
        (voice.name or "") if voice is not None else "",
        owner.get(voice.mention or "", "") if voice is not None else "",
        (reading.report.published or "")[:10],
        (dated[0].earliest or "") if dated else "",
        (dated[0].latest or "") if dated else "",
        tuple((span.start, span.end) for span in spans),
    )


@case_step("relations.v2", needs=("told_relations", "identity"), gives="relations", value=CaseRelation)
def relations(told_relations: Input[tuple[ToldRelation, ...]], identity: Input[Identity]) -> dict[str, CaseRelation]:
    """All relations of a case, by a key of their ends, their sign and their voice."""
    return grouped((one for report in told_relations for one in told_relations[report]), list(identity.values()))


def grouped(told: Iterable[ToldRelation], identities: Sequence[Identity]) -> dict[str, CaseRelation]:
    """What reports tell, put together where holder, target, sign and voice are the same.

    What is told of someone who is no identity is left out, and so is what leads from an identity to itself. The holder
    of a report's own words is the identity of its outlet, "" where reports do not name that.
    """
    owner = {entity: one for one in identities for entity in one.entities}
    told = list(told)
    printed_by = _outlets(told, identities)
    groups: dict[tuple[str, str, int, str, str], list[ToldRelation]] = defaultdict(list)
    for one in told:
        holder, target = owner.get(one.holder), owner.get(one.target)
        held = printed_by.get(one.voice, "") if one.holder == OWN else holder.id if holder is not None else None
        if held is None or target is None or held == target.id:
            continue
        speaker = owner.get(one.speaker) if one.kind == "speaker" else None
        by, who = (speaker.name, speaker.id) if speaker is not None else (one.voice, "")
        groups[held, target.id, one.sign, by, who].append(one)
    found = {}
    for (left, right, sign, by, who), tellings in groups.items():
        tellings.sort(key=lambda one: (one.day or "9", one.report, one.evidence, one.id))
        found[f"{left} {'+' if sign > 0 else '-'} {right} {who or by}"] = CaseRelation(
            left, right, sign, by, tuple(tellings), who
        )
    return dict(sorted(found.items()))


def _outlets(told: Iterable[ToldRelation], identities: Sequence[Identity]) -> dict[str, str]:
    """Name of an outlet or agency whose own words are told -> the identity that it is, where one alone can be.

    That is who bears its name, or the last words of it in one of its own reports: "the Herald" in the Ostrany Herald.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.holder == OWN and one.kind in VOICES and one.voice:
            reports[one.voice].add(one.report)
    parts = matcher_for("en").parts
    wanted = {name: parts(name).words for name in reports}
    fitting: dict[str, set[str]] = defaultdict(set)
    for identity in identities if wanted else ():
        if identity.schema == "Person":
            continue
        own = {parts(name).words for name in identity.names[:MOST_NAMES]} - {()}
        seen = {entity.partition("/")[0] for entity in identity.entities}
        for name, words in wanted.items():
            ends = not seen.isdisjoint(reports[name]) and any(words[-len(few) :] == few for few in own)
            if words in own or ends:
                fitting[name].add(identity.id)
    return {name: next(iter(held)) for name, held in fitting.items() if len(held) == 1}
