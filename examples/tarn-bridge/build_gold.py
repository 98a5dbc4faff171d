#!/usr/bin/env python3
"""Write gold/ (reports.jsonl, reports/ID.txt, gold.json) from originals/ and gold-source.txt.

usage: python3 build_gold.py            writes, and says what it wrote
       python3 build_gold.py --show     also prints every attribution with its words

gold-source.txt is what people read and mend; gold.json, with its offsets, is never edited by hand.
How gold-source.txt is written is told at its head.  Standard library only.
"""
import csv
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}
ABBREVIATION = re.compile(r"\b(?:Mr|Ms|No|R)$")


class Article(HTMLParser):
    """The paragraphs, sub-headings and block quotes of <article>; its <h1>, byline and meta tags apart."""

    def __init__(self):
        super().__init__()
        self.paragraphs, self.meta, self.depth, self.open, self.words = [], {}, 0, [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "meta" and attrs.get("content"):
            self.meta[attrs.get("property") or attrs.get("name")] = attrs["content"]
        elif tag == "article":
            self.depth += 1
        elif self.depth and tag in ("p", "h2", "blockquote"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag == "article":
            self.depth -= 1
        elif self.open and tag == self.open[-1]:
            self.open.pop()
            if self.open:
                self.words.append(" ")
            else:
                self.paragraphs.append(" ".join("".join(self.words).split()))
                self.words = []

    def handle_data(self, data):
        if self.open:
            self.words.append(data)


def reports():
    """The eight reports in order of their file names: dicts with id, title, date, outlet, original, text."""
    folder = HERE / "originals"
    meta = {row["path"]: row for row in csv.DictReader((folder / "meta.csv").open(encoding="utf-8", newline=""))}
    out = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html", ".jsonl")):
        raw = path.read_bytes().decode("utf-8")
        if path.suffix == ".txt":
            row, text = meta[path.name], raw
            title, date, outlet = row["title"], row["published"], row["outlet"]
        elif path.suffix == ".jsonl":
            row = json.loads(raw)
            title, date, outlet, text = row["title"], row["published"], row["outlet"], row["text"]
        else:
            page = Article()
            page.feed(raw)
            text, m = "\n\n".join(page.paragraphs), page.meta
            title, date, outlet = m["og:title"], m["article:published_time"][:10], m["og:site_name"]
        out.append(dict(id=f"r{path.name[0]}", title=title, date=date, outlet=outlet, original=path.name, text=text))
    return out


def sentences(text):
    """(start, end) of each sentence; a line break always ends one."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for m in re.finditer(r"[.?!][”\"’')]*(?= +[A-ZА-Я0-9“\"‘'])", line[0]):
            end = line.start() + m.end()
            if not ABBREVIATION.search(text[:line.start() + m.start()]):
                yield start, end
                start = end + len(text[end:]) - len(text[end:].lstrip(" "))
        yield start, line.end()


def places(text, wanted):
    """Every (start, end) at which the words stand; 'A ... B' runs from A to the next B; a trailing ~2 is cut off."""
    first, *last = wanted.split(" ... ")
    edge = lambda s: (r"(?<!\w)" if s[0].isalnum() else "") + re.escape(s) + (r"(?!\w)" if s[-1].isalnum() else "")
    found = []
    for m in re.finditer(edge(first), text):
        end = m.end()
        for part in last:
            n = re.compile(edge(part)).search(text, end)
            if not n or "\n" in text[end:n.end()]:
                break
            end = n.end()
        else:
            found.append((m.start(), end))
    return found


def place(text, wanted, near=(), apart=()):
    """The one place of the words: the n-th for 'words~n', else the nearest to `near`, outside `apart`."""
    m = re.fullmatch(r"(.*?)~(\d+)", wanted, re.S)
    found = places(text, m[1] if m else wanted)
    if m:
        return found[int(m[2]) - 1]
    found = [f for f in found if not any(f[0] < e and s < f[1] for s, e in apart)]
    if not found or (len(found) > 1 and not near):
        raise ValueError(f"{wanted!r} stands {len(found)} times")
    gap = lambda f: min((max(s - f[1], f[0] - e, 0) for s, e in near), default=0)
    return min(found, key=gap)


def sentence_of(text, span):
    return next((s, e) for s, e in sentences(text) if s <= span[0] and span[1] <= e)


def cells(line, n):
    row = [c.strip() for c in line.split(" | ")]
    row = ["" if c == "-" else c for c in row]
    return row + [""] * (n - len(row))


def read_source(texts):
    gold = dict(case="tarn-bridge", attributions=[], events=[], actors=[], labels=[], relations=[], numbers=[], accounts=[])
    names, report, text = {}, None, ""

    def chain(ids):
        ids = [i.strip() for i in ids.split(">") if i.strip()]
        return ids, [names[i] for i in ids]

    def spans(wanted, near=(), apart=()):
        return [place(text, w.strip(), near, apart) for w in wanted.split(" // ")] if wanted else []

    def words(found):
        return [text[s:e] for s, e in found]

    def one_or_more(x):
        x = [i.strip() for i in x.replace(",", ">").split(">") if i.strip()]
        return None if not x else x[0] if len(x) == 1 else x

    def actor(line):
        key, kind, name, others = cells(line, 4)
        names[key] = name
        others = [n.strip() for n in others.split(";") if n.strip()]
        gold["actors"].append(dict(id=key, name=name, names=[name] + others, kind=kind))

    def attribution(line):
        source, cue, content, links, options = cells(line, 5)
        if cue == r"\-":
            cue = "-"
        content = spans(content)
        cue = spans(cue, content, content)
        source = spans(source, cue or content, content + cue)
        ids, link_names = chain(links)
        o = options.split()
        row = dict(id=f"a{len(gold['attributions']) + 1}", report=report, source=source, cue=cue, content=content,
                   strings=dict(source=words(source), cue=words(cue), content=words(content)), kind=KINDS[o[0]])
        extra = dict(x.split("=") for x in o if "=" in x)
        speaker = extra.get("speaker", ids[-1] if ids else None)
        speaker = None if speaker == "none" else speaker
        row |= dict(speaker=names.get(speaker), speaker_id=speaker, chain=link_names, chain_ids=ids)
        if "alt" in extra:
            row["speaker_alt_ids"] = extra["alt"].split(",")
        if "optional" in o:
            row["optional"] = True
        gold["attributions"].append(row)

    def event(line):
        trigger, who, what, whom, when, where, factuality, say_so, numbers = cells(line, 9)
        trigger = place(text, trigger)
        evidence = sentence_of(text, trigger)
        value, _, span = when.partition(" @ ")
        row = dict(id=f"e{len(gold['events']) + 1}", report=report, trigger=trigger, evidence=evidence,
                   strings=dict(trigger=text[slice(*trigger)], evidence=text[slice(*evidence)]),
                   who=one_or_more(who), what=what, whom=one_or_more(whom), when=value or None, where=where or None,
                   factuality=factuality, say_so=one_or_more(say_so))
        if span:
            row["when_span"] = place(text, span, [trigger])
            row["strings"]["when"] = text[slice(*row["when_span"])]
        if numbers:
            row["numbers"] = [dict(value=int(n)) for n in numbers.split(",")]
        gold["events"].append(row)

    def label(line):
        span, by, about, word, options = cells(line, 5)
        span = place(text, span)
        row = dict(id=f"l{len(gold['labels']) + 1}", report=report, span=span, string=text[slice(*span)],
                   by=by or None, about=about or None, label=word)
        if options == "optional":
            row["optional"] = True
        gold["labels"].append(row)

    def member(line, whole):
        key, _, wanted = line.partition(": ")
        span = place(texts[key], wanted)
        span = sentence_of(texts[key], span) if whole else span
        return dict(report=key, span=span, string=texts[key][slice(*span)])

    def relation(line):
        start, end, sign, evidence, options = cells(line, 5)
        row = {"id": f"rel{len(gold['relations']) + 1}", "from": start, "to": end, "sign": int(sign),
               "evidence": [member(x.strip(), True) for x in evidence.split(" // ")]}
        if options == "optional":
            row["optional"] = True
        gold["relations"].append(row)

    def group(line):
        quantity, status = cells(line, 2)
        gold["numbers"].append(dict(id=f"n{len(gold['numbers']) + 1}", quantity=quantity, status=status, values=[]))

    def number(line):
        where, value, qualifier, say_so = cells(line, 4)
        gold["numbers"][-1]["values"].append(member(where, False) | dict(value=int(value), qualifier=qualifier or None, say_so=one_or_more(say_so)))

    def account(line):
        about, how = cells(line, 2)
        gold["accounts"].append(dict(id=f"g{len(gold['accounts']) + 1}", about=about, relation=how, members=[]))

    def told(line):
        where, stance, copy = cells(line, 3)
        gold["accounts"][-1]["members"].append(member(where, True) | dict(stance=stance or None, copy=copy or None))

    does = dict(ACTOR=actor, A=attribution, E=event, L=label, R=relation, NUMBER=group, N=number, ACCOUNT=account, G=told)
    for n, line in enumerate((HERE / "gold-source.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if m := re.fullmatch(r"\[(r\d)\]", line.strip()):
            report, text = m[1], texts[m[1]]
            continue
        kind, _, rest = line.partition(" ")
        try:
            does[kind](rest.strip())
        except Exception as e:
            sys.exit(f"gold-source.txt, line {n}: {e}\n  {line}")
    return gold


def main():
    found = reports()
    folder = HERE / "gold"
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    with (folder / "reports.jsonl").open("w", encoding="utf-8", newline="") as f:
        for r in found:
            f.write(json.dumps({k: r[k] for k in ("id", "title", "date", "outlet", "original")}, ensure_ascii=False) + "\n")
    for r in found:
        (folder / "reports" / f"{r['id']}.txt").write_bytes(r["text"].encode("utf-8"))
    gold = read_source({r["id"]: r["text"] for r in found})
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if "--show" in sys.argv:
        texts = {r["id"]: r["text"] for r in found}
        for a in gold["attributions"]:
            t = texts[a["report"]]
            marks = sorted((s, e, k) for k in ("source", "cue", "content") for s, e in a[k])
            print(a["id"], a["report"], " > ".join(a["chain"]) or "-", "| speaker", a["speaker"], "(optional)" * ("optional" in a))
            lo, hi = marks[0][0], max(m[1] for m in marks)
            line, at = t[max(0, lo - 15):lo], lo
            for s, e, k in marks:
                line += t[at:s] + {"source": "S", "cue": "C", "content": ""}[k] + "[" + t[s:e] + "]"
                at = max(at, e)
            print("    " + (line + t[at:hi + 15]).replace("\n", "¶"))
    print(len(found), "reports,", ", ".join(f"{len(v)} {k}" for k, v in gold.items() if k != "case"))


if __name__ == "__main__":
    main()
