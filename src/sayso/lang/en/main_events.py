"""English for what a report is about: light verbs, verbs of telling, verbs that tell next to nothing."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.main_events import MainWords

MAIN: Final = MainWords(
    carries=words(
        "make take have give hold stage launch carry conduct commit perform mount wage do undergo suffer pay lodge "
        "file extend deliver issue reach strike sign express voice lend pose undertake execute exert inflict deal "
        "render organise organize bring open conclude raise play run fight win lose impose press score enter embark"
    ),
    happens=words("occur happen erupt break ensue arise take follow unfold go"),
    tells=words("say tell add quote cite state note"),
    unveils=words(
        "report announce reveal confirm disclose claim believe think show suggest indicate mean hear learn expect know "
        "find see plan schedule intend slate aim hope prepare manage"
    ),
    empty=words(
        "be have do get become remain seem appear come go include involve contain concern relate continue begin start "
        "try want need like keep stay live use mean feel look become belong consist deserve"
    ),
)
