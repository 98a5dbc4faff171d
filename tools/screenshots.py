"""Screenshots of the pages for the documentation: `python tools/screenshots.py [--all DIR] [--case CASE]`.

Without arguments it reads the example case, and writes a few pictures to docs/screens: small, for they lie in git. With
--all it writes every view, on a telephone and on a wide screen, light and dark, to a folder of yours, to be looked at.
Needs chromium and the packages of `./run test`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "helpers")]

from browsing import Served, Visit, browser_of, find_chromium  # noqa: E402
from make_world import make_world  # noqa: E402

from sayso.case import open_case  # noqa: E402
from sayso.web.views import VIEWS  # noqa: E402

OUT: Final = ROOT / "docs" / "screens"
SCREENS: Final = tuple((width, scheme) for width in (1280, 360) for scheme in ("light", "dark"))
WIDE: Final = (1280, 900)
TELEPHONE: Final = (360, 720)
MADE: Final = 60  # reports of a case that shows what the invented places of the example cannot
TALLEST: Final = 6000  # pixels of a picture of --all
# file -> case, where to begin, links to follow (the first of each beginning), size, light or dark
SHOWN: Final[dict[str, tuple[str, str, tuple[str, ...], tuple[int, int], str]]] = {
    "report": ("example", "/reports", ("/reports/",), WIDE, "light"),
    "timeline": ("example", "/timeline", (), WIDE, "dark"),
    "map": ("made", "/map", (), WIDE, "light"),
    "telephone": ("example", "/said?who=Terzo", (), TELEPHONE, "light"),
}
IF_THERE: Final[dict[str, tuple[str, str, tuple[str, ...], tuple[int, int], str]]] = {
    "account": ("example", "/accounts?conflicts=1", ("/accounts/",), WIDE, "light"),
    "relations": ("made", "/relations?by=Ostrany+Herald", (), WIDE, "light"),
}


def cases(folder: Path, given: str | None) -> dict[str, Path]:
    """The cases to look at, by name."""
    if given is not None:
        return {"example": Path(given), "made": Path(given)}
    example, made = folder / "tarn-bridge.sayso", folder / "made.sayso"
    originals = ROOT / "examples" / "tarn-bridge" / "originals"
    with open_case(example, create=True) as case:
        case.read(originals, meta=originals / "meta.csv")
    with open_case(made, create=True) as case:
        for reading, original in make_world(MADE):
            case.add(reading, original)
    return {"example": example, "made": made}


def followed(at: Visit, path: str, links: tuple[str, ...]) -> Any:
    """Open a page, then the first link of each beginning."""
    page = at.go(path)
    for beginning in links:
        page = at.go(str(page.locator(f'main a[href^="{beginning}"]').first.get_attribute("href")))
    return page


def few(served: dict[str, Served], browser: Any) -> Iterator[Path]:
    """The pictures of the documentation."""
    OUT.mkdir(parents=True, exist_ok=True)
    let_in: dict[str, Any] = {}
    there = {view.path for view in VIEWS}
    for name, (case, path, links, (width, height), scheme) in {**SHOWN, **IF_THERE}.items():
        if name in IF_THERE and path.partition("?")[0] not in there:
            continue
        at = entered(browser, served[case], let_in, width=width, height=height, color_scheme=scheme)
        page = followed(at, path, links)
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # a page that came by itself may have kept a place
        page.screenshot(path=OUT / f"{name}.png")
        at.close()
        yield OUT / f"{name}.png"


def every(served: Served, browser: Any, out: Path) -> Iterator[Path]:
    """Every view on every screen."""
    out.mkdir(parents=True, exist_ok=True)
    let_in: dict[str, Any] = {}
    for width, scheme in SCREENS:
        at = entered(browser, served, let_in, width=width, color_scheme=scheme)
        plain = {view.name: view.path for view in VIEWS if "{" not in view.path}
        found: dict[str, tuple[str, tuple[str, ...]]] = {name: (path, ()) for name, path in plain.items()}
        found |= {
            "report": ("/reports", ("/reports/",)), "someone": ("/people", ("/people/i",)),
            "claim": ("/said", ("/claims/",)), "account": ("/accounts", ("/accounts/a",)),
            "figure": ("/figures", ("/figures/",)),
        }  # fmt: skip
        for name, (path, links) in found.items():
            if path not in plain.values():
                continue
            try:
                page = followed(at, path, links)
            except Exception as error:  # one view that cannot be shown must not hide the others
                print(f"{name}: {error}", file=sys.stderr)
                continue
            high = page.evaluate("Math.max(document.documentElement.scrollHeight, 1)")
            picture = out / f"{name}-{width}-{scheme}.png"
            clip = {"x": 0, "y": 0, "width": width, "height": min(high, TALLEST)}
            page.screenshot(path=picture, full_page=True, clip=clip)
            yield picture
        for fault in (*at.faults, *(f"asked for {address}" for address in at.away())):
            print(f"{width} {scheme}: {fault}", file=sys.stderr)
        at.close()


def entered(browser: Any, served: Served, let_in: dict[str, Any], **options: Any) -> Visit:
    """A page that the server let in; its cookie lets the next ones in."""
    known = let_in.get(served.root)
    at = Visit(browser, served, **options, **({"storage_state": known} if known else {}))
    if known is None:
        at.enter(served.address)
        let_in[served.root] = at.context.storage_state()
    return at


def main(arguments: list[str]) -> int:
    """Write the pictures, and their names and sizes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--all", type=Path, metavar="DIR", help="every view to this folder, and not docs/screens")
    parser.add_argument("--case", help="a case of yours instead of the example")
    options = parser.parse_args(arguments)
    executable = find_chromium()
    if executable is None:
        print("no chromium here; Debian: apt install chromium fonts-dejavu-core", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, browser_of(executable) as browser:
        held = cases(Path(folder), options.case)
        running = {name: Served(path, "--read-only") for name, path in held.items()}
        try:
            made = few(running, browser) if options.all is None else every(running["example"], browser, options.all)
            for picture in made:
                print(f"{picture}: {picture.stat().st_size // 1024} KB", flush=True)
        finally:
            for served in running.values():
                served.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
