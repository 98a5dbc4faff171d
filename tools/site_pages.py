"""Hooks of mkdocs: pages that stand outside docs/ are part of the site, and nothing that is read comes from a network.

mkdocs.yml names this file. Pages keep the links that work in the repository; here they are made to fit the site.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = (
    "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md", "benchmarks/README.md",
    "examples/tarn-bridge/README.md", "models/sayso_en_parser/README.md", "models/sayso_en/README.md",
    "models/sayso_en/src/sayso_en/data/CARD.md", "models/sayso_en/src/sayso_en/data/calibration.svg",
    "examples/in-python.ipynb", "CITATION.cff", "LICENSE", "NOTICE",
)  # fmt: skip
PREFIX = "repository/"
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#:\s]*)(#[^)\s]*)?\)")
LOADED = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)=["']?(?:https?:)?//[^"'\s>]+""")
CANONICAL = re.compile(r"""rel=["']?canonical""")


def on_config(config: Any) -> None:
    """Fill in the lists of commands and decisions."""
    config.nav = [_listed(part, Path(config.docs_dir)) for part in config.nav]


def _listed(part: Any, docs: Path) -> Any:
    if not isinstance(part, dict):
        return part
    [(title, pages)] = part.items()
    found: list[str] = []
    for page in pages:
        folder, star, _ = page.partition("/*")
        found += [f"{folder}/{path.name}" for path in sorted((docs / folder).glob("*.md"))] if star else [page]
    return {title: found}


def on_files(files: Any, config: Any) -> Any:
    """Add what stands outside docs/."""
    for name in OUTSIDE:
        files.append(File.generated(config, PREFIX + name, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Make links between docs/ and the rest lead to where the page is in the site; a link to code becomes its text."""
    here = page.file.src_uri
    source = here.removeprefix(PREFIX) if here.startswith(PREFIX) else f"docs/{here}"

    def fit(link: re.Match[str]) -> str:
        mark, text, target, anchor = link[1], link[2], link[3], link[4] or ""
        if not target:
            return link[0]
        repository = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        site = repository.removeprefix("docs/") if repository.startswith("docs/") else PREFIX + repository
        if files.get_file_from_path(site) is None:
            if not (ROOT / repository).exists():
                raise PluginError(f"{source}: a link to {target}, which is not there")
            return text
        return f"{mark}[{text}]({posixpath.relpath(site, posixpath.dirname(here) or '.')}{anchor})"

    return LINK.sub(fit, markdown)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Refuse a page that would load something from the network when it is read."""
    if loaded := [found for found in LOADED.findall(output) if not CANONICAL.search(found)]:
        raise PluginError(f"{page.file.src_uri} would load from the network: {loaded[0]}")
    return output
