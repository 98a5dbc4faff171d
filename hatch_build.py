"""The dependencies of sayso's wheel; hatchling calls this when it builds one.

`pip install .` in a clone shall install the model's distributions too, which lie beside the code and on no package
index. So a wheel that is built in a clone names their folders. A wheel for other machines names their versions:
`./run wheels` sets SAYSO_PORTABLE=1 for it.

The folders have the names of packages (sayso_en), not of distributions: a folder called sayso-en looks to pip like
"name-version", and pip keeps the wheel it built of one for good, by its path. Whoever pulled new code and typed
`pip install .` again was given the old model.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


def dependencies(root: Path, models: list[str], others: list[str], *, portable: bool) -> list[str]:
    """Return the dependencies of the wheel that is built in `root`: the models, then the others.

    models     "name==version" of each distribution that a clone holds in models/name, with _ for -
    portable   name versions even in a clone
    """
    return [model if portable else _from_clone(root, model) for model in models] + others


def _from_clone(root: Path, model: str) -> str:
    name = model.partition("==")[0]
    folder = root / "models" / name.replace("-", "_")
    return f"{name} @ {folder.resolve().as_uri()}" if (folder / "pyproject.toml").is_file() else model


class ModelsBesideTheCode(MetadataHookInterface):
    """Fills in `dependencies` from [tool.hatch.metadata.hooks.custom] of pyproject.toml."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the dependencies in the metadata of the wheel."""
        metadata["dependencies"] = dependencies(
            Path(self.root),
            self.config["models"],
            self.config["others"],
            portable=os.environ.get("SAYSO_PORTABLE", "") == "1",
        )
