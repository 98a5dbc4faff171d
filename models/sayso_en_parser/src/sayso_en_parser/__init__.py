"""The English parser of sayso: spaCy's en_core_web_sm 3.8.0 as files, and where they are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def path() -> Path:
    """The folder that `spacy.load` takes. Raises FileNotFoundError if the package lies in an archive."""
    folder = files(__name__) / "data"
    if not isinstance(folder, Path):
        raise FileNotFoundError(f"sayso-en-parser lies in an archive, {folder}; install it as files")
    return folder
