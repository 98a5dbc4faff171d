"""The folder of a language's model or parser: weights and fitted tables come in distributions of their own.

Called by everything that loads weights: the tagger, the parser, the fitted tables of the steps.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from sayso.errors import ModelError


def model_folder(name: str) -> Path:
    """Return the folder with the files of this distribution, named as Python imports it.

    Raises ModelError, with the line to type, if it is not installed.
    """
    try:
        package = importlib.import_module(name)
    except ModuleNotFoundError:
        distribution = name.replace("_", "-")
        raise ModelError(
            f"{distribution} is not installed, which holds weights that sayso needs; type "
            f"`pip install ./models/{distribution}` in a clone of sayso, or install its wheel (docs/install.md)"
        ) from None
    folder: Path = package.path()
    return folder
