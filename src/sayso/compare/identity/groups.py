"""Groups of entities that grow by joins, and that some pairs may never be in together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.values.identities import Join


class Groups:
    """Entities by number; each is in one group, which is called by its first."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = ids
        self.members: dict[int, list[int]] = {at: [at] for at in range(len(ids))}
        self.joins: list[tuple[int, Join]] = []
        self._first = list(range(len(ids)))
        self._apart: dict[int, set[int]] = {}

    def first(self, at: int) -> int:
        """The group that an entity is in."""
        root = at
        while self._first[root] != root:
            root = self._first[root]
        while self._first[at] != root:
            self._first[at], at = root, self._first[at]
        return root

    def forbid(self, left: int, right: int) -> bool:
        """Keep two entities apart from now on; False where they are together already."""
        if self.first(left) == self.first(right):
            return False
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)
        return True

    def kept_apart(self) -> list[tuple[int, int]]:
        """The pairs that are kept apart, each once."""
        return sorted((left, right) for left, held in self._apart.items() for right in held if left < right)

    def may_join(self, left: int, right: int) -> bool:
        """Whether nothing keeps the groups of two entities apart."""
        if not self._apart:
            return True
        one, other = self.first(left), self.first(right)
        root = self.first
        return not any(
            root(against) == other for member in self.members[one] for against in self._apart.get(member, ())
        )

    def join(self, left: int, right: int, reasons: Iterable[str], score: float = 1.0) -> bool:
        """Make one group of two; False where something keeps them apart."""
        one, other = sorted((self.first(left), self.first(right)))
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        self._first[other] = one
        self.members[one] += self.members.pop(other)
        self.joins.append((one, Join(self.ids[left], self.ids[right], tuple(reasons), round(score, 3))))
        return True
