"""Citing, both ways: how a reader cites a page of this site, and how a page cites docs/references.bib."""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import yaml

from language.words import LANGUAGES, Words, words
from project.fault import Fault, Wrong, line_of
from project.paths import DOCS

# ---- citing a page ---------------------------------------------------------------------------


class Record(NamedTuple):
    """What every citation format says of a page. A home page is the whole site: it has no container."""

    id: str
    title: str
    authors: tuple[str, ...]
    container: str
    version: str
    date: str
    url: str
    license: str
    license_url: str
    language: str


@cache
def project() -> dict[str, Any]:
    """CITATION.cff, the one place of version, date and authorship."""
    with (DOCS.parent / "CITATION.cff").open("rb") as file:  # read as a file, so that an error names it
        return dict(yaml.safe_load(file))


def version() -> str:
    return str(project()["version"])


def site() -> str:
    """The address of the site, without a slash at the end; a release has its version in SITE_URL (https://…/1.0/)."""
    return os.environ.get("SITE_URL", "http://127.0.0.1:8000/").rstrip("/")


def public(address: str | None = None) -> bool:
    """Whether others can reach the site at its address, or at this one."""
    return urlsplit(address or site()).hostname not in (None, "127.0.0.1", "localhost", "::1")


def url(page: str, language: str) -> str:
    """The permanent address of a page."""
    folder = page.removesuffix("index").rstrip("/")
    return f"{site()}/{language}/{folder}/" if folder else f"{site()}/{language}/"


def wheel_name() -> str:
    """The module's wheel, as the site hosts it under packages/."""
    return f"activation_functions-{version()}-py3-none-any.whl"


def archive_name() -> str:
    """The whole site in one file, as the site hosts it at its root."""
    return f"activation-functions-verified-{version()}.zip"


def record(page: str, title: str, language: str) -> Record:
    """A page's record: `page` is its path without language and suffix, `title` in the page's language."""
    name = page.removesuffix("index").rstrip("/").replace("/", "-") or "home"
    return Record(
        id=f"afv-{name}-{language.lower()}",
        title=" ".join(title.split()),
        authors=tuple(author["name"] for author in project()["authors"]),
        container="" if page == "index" else LANGUAGES[language].site_name,
        version=version(),
        date=str(project()["date-released"]),
        url=url(page, language),
        license="CC BY 4.0",
        license_url="https://creativecommons.org/licenses/by/4.0/",
        language=language,
    )


def front_matter(record: Record) -> dict[str, Any]:
    """The record as plain data, for the tags in a page's head."""
    return record._asdict() | {"authors": list(record.authors), "publisher": record.authors[0]}


def apa(record: Record) -> str:
    """APA 7, in Chinese as used in Taiwan; HTML."""
    day, address = date.fromisoformat(record.date), _link(record.url)
    authors, title, container = "; ".join(map(_html, record.authors)), _html(record.title), _html(record.container)
    if LANGUAGES[record.language].written == "en":
        place = f"{_stopped(title, '.')} In <cite>{container}</cite>" if container else f"<cite>{title}</cite>"
        return f"{authors}. ({day:%Y, %B} {day.day}). {place} (Version {record.version}). {address}"
    within = Words("載於", "In").into(record.language)
    place = f"{_stopped(title, '。')}{within}《{container}》" if container else f"《{title}》"
    return f"{authors}（{day.year}年{day.month}月{day.day}日）。{place}（{record.version}版）。{address}"


def _stopped(title: str, stop: str) -> str:
    """A title that ends a sentence already (a question, a saying) takes no second full stop."""
    return title if title.endswith(("?", "!", ".", "？", "！", "。")) else title + stop


def gbt7714(record: Record) -> str:
    """GB/T 7714—2015, an online book or a part of one; HTML. The day of access is the reader's to fill in."""
    title = f"{_html(record.title)}[M/OL]" + (f"//{_html(record.container)}" if record.container else "")
    authors = ", ".join(map(_html, record.authors))
    return f"{authors}. {title}. {record.version}版. ({record.date})[引用日期]. {_link(record.url)}."


def bibtex(record: Record) -> str:
    day = date.fromisoformat(record.date)
    fields = _shared_fields(record) | {"year": f"{{{day.year}}}", "month": f"{day:%b}".lower(), "note": f"{{Version {record.version}, {record.license}}}"}
    return _entry("incollection" if record.container else "book", record.id, fields)


def biblatex(record: Record) -> str:
    language = {"en": "english", "zh-Hant": "chinese-hant", "zh-Hans": "chinese-hans"}[record.language]
    fields = _shared_fields(record) | {
        "date": f"{{{record.date}}}",
        "version": f"{{{record.version}}}",
        "langid": f"{{{language}}}",
        "note": f"{{{record.license}}}",
    }
    return _entry("incollection" if record.container else "book", record.id, fields)


def _shared_fields(record: Record) -> dict[str, str]:
    """Doubled braces: one name for a collective author, and a title whose capitals stay."""
    fields = {"author": " and ".join(f"{{{_tex(author)}}}" for author in record.authors).join("{}"), "title": f"{{{{{_tex(record.title)}}}}}"}
    if record.container:
        fields["booktitle"] = f"{{{{{_tex(record.container)}}}}}"
    return fields | {"publisher": f"{{{_tex(record.authors[0])}}}", "url": f"{{{record.url}}}"}


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {value},\n" for name, value in fields.items()) + "}\n"


# BibTeX counts braces even after a backslash, so a brace in a title is spelt out.
_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL |= {character: f"\\{character}" for character in "&%$#_"}


def _tex(text: str) -> str:
    """Text as LaTeX; what stands in $…$ is TeX already."""
    pieces = re.split(r"(\$[^$\n]+\$)", text)
    return "".join(piece if i % 2 else "".join(_SPECIAL.get(c, c) for c in piece) for i, piece in enumerate(pieces))


def ris(record: Record) -> str:
    tags = [
        ("TY", "CHAP" if record.container else "BOOK"),
        ("ID", record.id),
        *(("AU", author) for author in record.authors),
        ("TI", record.title),
        *([("T2", record.container)] if record.container else []),
        ("ET", record.version),
        ("PB", record.authors[0]),
        ("PY", record.date[:4]),
        ("DA", record.date.replace("-", "/")),
        ("LA", record.language),
        ("UR", record.url),
        ("N1", record.license),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in tags)


def csl_json(record: Record) -> str:
    item = {
        "id": record.id,
        "type": "chapter" if record.container else "book",
        "title": record.title,
        "author": [{"literal": author} for author in record.authors],
        **({"container-title": record.container} if record.container else {}),
        "publisher": record.authors[0],
        "version": record.version,
        "issued": {"date-parts": [[int(part) for part in record.date.split("-")]]},
        "language": record.language,
        "URL": record.url,
        "note": record.license,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


FORMATS = {
    "BibTeX": (bibtex, "bib", "application/x-bibtex"),
    "biblatex": (biblatex, "biblatex.bib", "application/x-bibtex"),
    "RIS": (ris, "ris", "application/x-research-info-systems"),
    "CSL-JSON": (csl_json, "json", "application/vnd.citationstyles.csl+json"),
}


def box(record: Record) -> str:
    """What a page ends with, folded to one line: a reference to copy, the same for reference managers, the licence. No blank line,
    so that every Markdown engine takes it as one block."""
    heading = Words("引用本頁", "Cite this page").into(record.language)
    save = Words("下載", "Download").into(record.language)
    terms = Words("文字與圖採用", "Text and figures: ").into(record.language)
    style = "GB/T 7714" if record.language == "zh-Hans" else "APA"
    forms = Words("、", ", ").into(record.language).join([style, *FORMATS])
    lines = [
        f'<details class="fold"><summary>{forms} · {record.license}</summary>',
        f'<p class="cite-reference">{(gbt7714 if record.language == "zh-Hans" else apa)(record)}</p>',
    ]
    for name, (write, suffix, media) in FORMATS.items():
        text = write(record)
        file = f'<a download="{record.id}.{suffix}" href="data:{media};charset=utf-8,{quote(text)}">{save}</a>'
        lines.append(f"<details><summary>{name}</summary><pre><code>{escape(text.rstrip(chr(10)), quote=False)}</code></pre><p>{file}</p></details>")
    lines.append(f'<p class="cite-licence">{terms}<a rel="license" href="{record.license_url}">{record.license}</a></p>')
    return "\n".join([f"## {heading} {{ #cite }}", "", '<div class="cite">', *lines, "</details>", "</div>"])


def _html(text: str) -> str:
    r"""Escaped, with $…$ as \(…\)."""
    return re.sub(r"\$([^$\n]+)\$", r"\\(\1\\)", escape(text, quote=False))


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'


# ---- citing the literature -------------------------------------------------------------------

DOUBTS = {
    "confirmed": Words("", ""),
    "believed": Words("書目資料尚待核對。", "Details still to be checked."),
    "uncertain": Words("出處存疑。", "Attribution uncertain."),
}


@cache
def _bibliography() -> dict[str, Any]:
    from pybtex.database import BibliographyDataError, parse_file
    from pybtex.scanner import PybtexSyntaxError

    file = DOCS / "references.bib"
    try:
        works = dict(parse_file(str(file), "bibtex").entries)
    except PybtexSyntaxError as error:
        raise Wrong(Fault(file, error.lineno, f"this is no BibTeX: {error.args[0]}", "mend the entry, or the one before it")) from None
    except BibliographyDataError as error:
        key = str(error).rpartition(" ")[2]
        second = line_of(file, f"{{{key},", line_of(file, f"{{{key},") + 1)
        raise Wrong(Fault(file, second, f"two entries are called {key}", "give one of them another key")) from None
    for key, work in works.items():
        if lacking := [part for part in ("title", "year", "certainty") if part not in work.fields] + ["author"] * ("author" not in work.persons):
            raise Wrong(Fault(file, line_of(file, f"{{{key},"), f"{key} has no {' and no '.join(lacking)}", "say it in the entry"))
        if work.fields["certainty"] not in DOUBTS:
            raise Wrong(Fault(file, line_of(file, f"{{{key},"), f"{key} is {work.fields['certainty']}", f"its certainty is one of {', '.join(DOUBTS)}"))
        if "note" in work.fields:
            try:
                words(work.fields["note"])
            except ValueError as error:
                raise Wrong(Fault(file, line_of(file, f"{{{key},"), f"the note of {key}: {error}", "write it in both languages")) from None
    return works


def keys() -> list[str]:
    return list(_bibliography())


def sought(wanted: Iterable[str], file: Path, line: int = 0) -> None:
    """Refuse a key that the bibliography does not have, at the line (or the first line with the key) of the file that asks for it."""
    for key in wanted:
        if key not in _bibliography():
            near = difflib.get_close_matches(key, keys(), 3) or keys()[:3]
            raise Wrong(Fault(file, line or line_of(file, key), f"docs/references.bib has no {key}", f"near it: {', '.join(near)}"))


def _work(key: str) -> Any:
    sought([key], DOCS / "references.bib")
    return _bibliography()[key]


def doubt(key: str, language: str) -> str:
    """What is not certain about a work, or nothing."""
    return DOUBTS[_work(key).fields["certainty"]].into(language)


def year(key: str) -> int:
    """The year in which a work appeared."""
    return int(_work(key).fields["year"])


def certainty(key: str) -> str:
    """How far its entry has been compared with other sources: confirmed, believed or uncertain."""
    return str(_work(key).fields["certainty"])


def mark(cited: list[str], language: str) -> str:
    """The mark in a sentence, (Hendrycks & Gimpel, 2016), each work linked to its reference."""
    marks = []
    for key in cited:
        doubtful = _work(key).fields["certainty"] == "uncertain"
        query = f'<sup title="{DOUBTS["uncertain"].into(language)}">?</sup>' if doubtful else ""
        marks.append(f'<a href="#ref-{key}">{escape(_short(key))}, {_year(key)}{query}</a>')
    return Words("（{}）", "({})").into(language).format(Words("；", "; ").into(language).join(marks))


def reference(key: str, language: str) -> str:
    """An entry of the list of references; HTML that may stand in a Markdown list. Only the remarks change with the language."""
    work = _work(key)
    links = [_link(f"https://doi.org/{work.fields['doi']}")] if "doi" in work.fields else []
    if "eprint" in work.fields:
        links.append(f'<a href="https://arxiv.org/abs/{work.fields["eprint"]}">arXiv:{work.fields["eprint"]}</a>')
    if not links and "url" in work.fields:
        links.append(_link(work.fields["url"]))
    note = words(work.fields["note"]).into(language) if "note" in work.fields else ""
    remarks = [escape(remark, quote=False) for remark in (note, doubt(key, language)) if remark]
    said = [f"{escape(_authors(work), quote=False)} ({_year(key)}). {_title(work)} {_venue(work)}".rstrip(), ", ".join(links)]
    said += [f"<small>{remark}</small>" for remark in remarks]
    return f'<span id="ref-{key}">{" ".join(filter(None, said))}</span>'


@cache
def _short(key: str) -> str:
    names = [_surname(person) for person in _work(key).persons["author"]]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)


def _year(key: str) -> str:
    """The year, with a letter where one author has two works of that year."""
    year = str(_work(key).fields["year"])
    same = _of_year()[year, _short(key)]
    return year + ("abcdefgh"[same.index(key)] if len(same) > 1 else "")


@cache
def _of_year() -> dict[tuple[str, str], list[str]]:
    """The works of one year and of authors who are cited alike, in the order of their keys."""
    found: dict[tuple[str, str], list[str]] = {}
    for key in sorted(keys()):
        found.setdefault((str(_work(key).fields["year"]), _short(key)), []).append(key)
    return found


def _surname(person: Any) -> str:
    return _plain(" ".join([*person.prelast_names, *person.last_names]))


def _authors(work: Any) -> str:
    """Householder, A. S., & Pitts, W."""
    people = []
    for person in work.persons["author"]:
        given = (_plain(name) for name in [*person.first_names, *person.middle_names])
        initials = ("-".join(f"{part[0]}." for part in name.split("-")) for name in given)
        people.append(", ".join(filter(None, [_surname(person), " ".join(initials)])))
    return people[0] if len(people) == 1 else ", ".join(people[:-1]) + f", & {people[-1]}"


def _title(work: Any) -> str:
    title = escape(_plain(work.fields["title"]), quote=False)
    if work.type in ("book", "phdthesis", "mastersthesis", "techreport", "unpublished", "misc"):
        title = f"<cite>{title}</cite>"
    return title if title.endswith(("?", "!")) else f"{title}."


def _venue(work: Any) -> str:
    """Where it appeared, ending in a full stop; empty for what did not."""
    said = {name: escape(_plain(value), quote=False) for name, value in work.fields.items()}
    if work.type == "article":
        volume = f", <cite>{said['volume']}</cite>" + (f"({said['number']})" if "number" in said else "")
        return f"<cite>{said['journal']}</cite>{volume}" + (f", {said['pages']}." if "pages" in said else ".")
    if work.type in ("inproceedings", "incollection"):
        inside = [*filter(None, [said.get("series")]), *([f"pp. {said['pages']}"] if "pages" in said else [])]
        publisher = f" {said['publisher']}." if "publisher" in said else ""
        return f"In <cite>{said['booktitle']}</cite>" + (f" ({', '.join(inside)})" if inside else "") + f".{publisher}"
    place = said.get("publisher") or said.get("school") or said.get("institution") or ""
    report = f"Report {said['number']}, " if work.type == "techreport" else ""
    return f"{report}{place}." if place else ""


def _plain(text: str) -> str:
    """Without the braces that keep capitals, and with – for --. The bibliography holds no other LaTeX."""
    if "\\" in text:
        raise ValueError(f"docs/references.bib is UTF-8, write the letter itself: {text}")
    return re.sub(r"[{}]", "", text).replace("--", "–")
