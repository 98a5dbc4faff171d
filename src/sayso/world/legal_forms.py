"""Legal forms of companies, as they stand at an end of their names: facts of no language.

Forms of one row are one kind of company in their countries, or the same words written out and cut short.
"""

from __future__ import annotations

from typing import Final

_ROWS: Final = """
inc|incorporated
corp|corporation
co|company
ltd|limited|ltda|limitada
llc|limited liability company|ooo|общество с ограниченной ответственностью|obshchestvo s ogranichennoy otvetstvennostyu
llp|lp|limited partnership|limited liability partnership
plc|public limited company
gmbh|gesellschaft mit beschrankter haftung|mbh|ges m b h
ag|aktiengesellschaft
kg|kommanditgesellschaft|gmbh & co kg
sa|societe anonyme|sociedad anonima|sociedade anonima
sarl|srl|societe a responsabilite limitee|societatea cu raspundere limitata|societa a responsabilita limitata|sl
sas|spa|societa per azioni
bv|besloten vennootschap|nv|naamloze vennootschap
ab|aktiebolag|a/s|aps|as|asa|oy|oyj
jsc|ojsc|pjsc|cjsc|oao|pao|zao|ao|joint stock company|open joint stock company|public joint stock company
sp z o o|spolka z ograniczona odpowiedzialnoscia
pty|pte|pvt|private
kk|kabushiki kaisha
kft|zrt|sro|doo|dd|ead|ood|eood
na
holdings|holding
group
com|org|net
"""

# Words of a form, lower case and in Latin letters -> the first form of its row.
LEGAL_FORMS: Final = {
    tuple(form.split()): row.split("|")[0] for row in _ROWS.strip().splitlines() for form in row.split("|")
}
# Those that stand before the name in their countries.
LEADING: Final = frozenset("ooo oao zao pao ao srl".split())
