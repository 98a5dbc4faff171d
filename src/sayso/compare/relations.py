"""Who is for or against whom across reports: the relations of all readings, by identity and by whose word they are.

Nothing is summed over voices: that two are enemies according to one outlet is one relation, and that they are according
to another is a second one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.compare import Input, case_step
from sayso.values.findings import Claim, Relation, Time, Voice
from sayso.values.identities import Identity
from sayso.values.reading import Reading
from sayso.values.relations import CaseRelation, ToldRelation

NO_CLAIM: Final = ""


@case_step("told_relations.v1", needs=("reading",), gives="told_relations", value=tuple[ToldRelation, ...])
def told_relations(reading: Reading) -> tuple[ToldRelation, ...]:
    """The relations of one report, in its order; those that would lead from someone to themselves are left out."""
    owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
    claims = {claim.about: claim for claim in reading.claims}
    times = {time.id: time for time in reading.times}
    found = []
    for relation in reading.relations:
        holder, target = owner.get(relation.holder), owner.get(relation.target)
        if holder is not None and target is not None and holder != target:
            found.append(_told(reading, relation, (holder, target), claims.get(relation.id), times, owner))
    return tuple(found)


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


@case_step("relations.v1", needs=("told_relations", "identity"), gives="relations", value=CaseRelation)
def relations(told_relations: Input[tuple[ToldRelation, ...]], identity: Input[Identity]) -> dict[str, CaseRelation]:
    """All relations of a case, by a key of their ends, their sign and their voice."""
    return grouped((one for report in told_relations for one in told_relations[report]), list(identity.values()))


def grouped(told: Iterable[ToldRelation], identities: Sequence[Identity]) -> dict[str, CaseRelation]:
    """What reports tell, put together where holder, target, sign and voice are the same.

    What is told of someone who is no identity is left out, and so is what leads from an identity to itself.
    """
    owner = {entity: one for one in identities for entity in one.entities}
    groups: dict[tuple[str, str, int, str, str], list[ToldRelation]] = defaultdict(list)
    for one in told:
        holder, target = owner.get(one.holder), owner.get(one.target)
        if holder is None or target is None or holder.id == target.id:
            continue
        speaker = owner.get(one.speaker) if one.kind == "speaker" else None
        by, who = (speaker.name, speaker.id) if speaker is not None else (one.voice, "")
        groups[holder.id, target.id, one.sign, by, who].append(one)
    found = {}
    for (left, right, sign, by, who), held in groups.items():
        held.sort(key=lambda one: (one.day or "9", one.report, one.evidence, one.id))
        found[f"{left} {'+' if sign > 0 else '-'} {right} {who or by}"] = CaseRelation(
            left, right, sign, by, tuple(held), who
        )
    return dict(sorted(found.items()))
