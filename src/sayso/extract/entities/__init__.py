"""The mentions of one report -> entities: who is meant by each name, description and pronoun.

First what words and grammar make sure (names, appositions, brackets), then from the first word to the last: a
description by its noun, a third person by salience, "I" and "we" by who is speaking, which the attributions say.
"""

from __future__ import annotations

from sayso.extract.entities import chaining
from sayso.extract.entities.assembly import as_entities
from sayso.extract.entities.chaining import PhraseChains, chains_of
from sayso.extract.entities.clustering import cluster, judge_of
from sayso.extract.entities.context import Item, ReportContext, build
from sayso.extract.entities.features import Rated
from sayso.extract.entities.groups import Group
from sayso.extract.entities.head import FILE, Head, VectorView, Weights, read_head
from sayso.extract.entities.pronouns import MAX_CANDIDATES, PronounJudge, load_weights, places_of, table_of
from sayso.extract.entities.standing import Standing
from sayso.extract.entities.taken_up import TakenUp
from sayso.lang import Language
from sayso.nlp.tagger import Tagged
from sayso.nlp.tree import Tree
from sayso.steps import extractor
from sayso.values.findings import Attribution, Entity, Mention, Place
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone

# The step, and what training/coref fits: the weights that choose whom a pronoun stands for.
__all__ = [
    "FILE", "MAX_CANDIDATES", "Group", "Head", "Item", "PhraseChains", "PronounJudge", "Rated", "ReportContext",
    "VectorView", "Weights", "build", "chaining", "chains", "cluster", "entities", "judge_of", "load_weights",
    "places_of", "read_head", "table_of",
]  # fmt: skip


@extractor("chains.v1", gives="chains")
def chains(
    report: Report,
    tree: Tree,
    tagged: Tagged | None,
    someones: tuple[Mention, ...],
    zones: tuple[Zone, ...],
    language: Language,
) -> PhraseChains | None:
    """Which phrases take up which earlier ones, by the learned head; None where there is no vector of any.

    Looks at all noun phrases, those that stand for no one too: "it" may be a bill.
    """
    return chains_of(report, tree, tagged, someones, zones, language)


@extractor("entities.v4", gives="entities")
def entities(
    report: Report,
    tree: Tree,
    tagged: Tagged | None,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    zones: tuple[Zone, ...],
    language: Language,
    chains: PhraseChains | None = None,
    places: tuple[Place, ...] = (),
) -> tuple[Entity, ...]:
    """Every mention in exactly one entity, in order of the first mention; those of one mention too.

    tagged   None: pronouns are led by features alone
    chains   None: descriptions are led by rules alone
    places   names that the gazetteer has: nobody, where they stand as places
    About linear: a pronoun looks at no more than the groups named last.
    """
    if not mentions:
        return ()
    if not len(tree):
        return _singletons(report, mentions)
    context = build(tree, mentions, attributions, zones, language, chains.around if chains is not None else None)
    standing = Standing(context, chains, places)
    judge = judge_of(context, tagged, language.model)
    groups = cluster(context, judge, taken_up=TakenUp(context, chains))
    return as_entities(report, context, groups, standing)


def _singletons(report: Report, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """Mentions without a parse: each its own."""
    ids = Ids(report.id, "n")
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    return tuple(Entity(ids(m.span.start), (m.id,), None, m.schema) for m in ordered)
