"""Where the files of a language's model lie: weights and fitted tables come in a distribution of their own."""

from __future__ import annotations

import importlib
from pathlib import Path

from sayso.errors import ModelError


def model_folder(name: str) -> Path:
    """Where the files of this distribution lie; ModelError where it is not installed."""
    try:
        package = importlib.import_module(name)
    except ModuleNotFoundError:
        raise ModelError(
            f"the model {name} is not installed; install the distribution {name.replace('_', '-')}"
        ) from None
    folder: Path = package.path()
    return folder
