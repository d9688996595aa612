"""A copy desk for built pages: what no printed page would have."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from babel import Locale

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
SILENT = {"script", "style", "svg", "textarea", "template"}
INLINE = {"a", "b", "bdi", "cite", "i", "small", "span", "strong", "sup", "button"}
LATIN = re.compile("[A-Za-z]")

# Nouns that pages count, by CLDR plural category. A category that is not here may have
# any form: one and two are words of their own in Arabic.
NOUNS: dict[str, tuple[dict[str, str], ...]] = {
    "ar": (
        {"few": "أفراد", "many": "فرداً", "other": "فرد"},
        {"few": "قتلى", "many": "قتيلاً", "other": "قتيل"},
        {"few": "جنود", "many": "جندياً", "other": "جندي"},
        {"few": "كيلومترات", "many": "كيلومتراً", "other": "كيلومتر"},
        {"few": "دول", "many": "دولة", "other": "دولة"},
        {"few": "أيام", "many": "يوماً", "other": "يوم"},
        {"few": "طائرات", "many": "طائرة", "other": "طائرة"},
    ),
    "ru": (
        {"one": "военный", "few": "военных", "many": "военных", "other": "военных"},
        {"one": "погибший", "few": "погибших", "many": "погибших"},
        {"one": "рейс", "few": "рейса", "many": "рейсов"},
        {"one": "самолёт", "few": "самолёта", "many": "самолётов"},
        {"one": "день", "few": "дня", "many": "дней"},
    ),
    "en": (
        {"one": "day", "other": "days"},
        {"one": "member", "other": "members"},
        {"one": "source", "other": "sources"},
    ),
}


@dataclass
class Run:
    """A piece of text with the tags that it stands in, outermost first."""

    text: str
    tags: tuple[str, ...]
    attributes: tuple[Mapping[str, str | None], ...]

    def get(self, name: str) -> str | None:
        """Return an attribute of the nearest element that has it."""
        found = (given[name] for given in reversed(self.attributes) if name in given)
        return next(found, None)


@dataclass
class Reader(HTMLParser):
    """Collects the text of a page that a reader sees."""

    runs: list[Run] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[Mapping[str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start the parser."""
        super().__init__()

    def handle_starttag(self, tag, attrs):
        """Open an element."""
        if tag not in VOID:
            self.tags.append(tag)
            self.attributes.append(dict(attrs))
        if tag not in INLINE:
            self.runs.append(Run("\n", (), ()))

    def handle_endtag(self, tag):
        """Close an element, and those that were left open in it."""
        while tag in self.tags:
            self.attributes.pop()
            if self.tags.pop() == tag:
                break
        if tag not in INLINE:
            self.runs.append(Run("\n", (), ()))

    def handle_data(self, data):
        """Take a text."""
        if not SILENT & {*self.tags}:
            self.runs.append(Run(data, tuple(self.tags), tuple(self.attributes)))


def read_page(html: str) -> list[Run]:
    """Return the pieces of text of a page, with blocks parted by line ends."""
    reader = Reader()
    reader.feed(html)
    return reader.runs


def find_faults(
    html: str, language: str, publishers: Iterable[tuple[str, str]] = ()
) -> list[str]:
    """List what a copy desk would mark on a page.

    Parameters
    ----------
    html : str
    language : str
        Of the page; what is marked as of another language is left out.
    publishers : iterable of (str, str)
        Names of publishers in Latin letters, and what this language calls them.

    Returns
    -------
    list of str
        Each with the words around it.
    """
    runs = read_page(html)
    own = [run for run in runs if run.get("lang") in (None, language)]
    # A headline is printed as it was published.
    ours = (run.text for run in own if "cite" not in run.tags)
    text = "\n".join(["".join(ours), *_read_payload(html)])
    text = re.sub(r"[ \t]+", " ", text)
    return [
        *_punctuation(text, language),
        *_counted(text, language),
        *_turned_numbers(runs),
        *_run_on_values(html),
        *_latin_publishers(own, publishers),
    ]


def _read_payload(html: str) -> Iterator[str]:
    """Go through the texts that the page's script writes."""
    found = re.search(r'<script[^>]*id="payload"[^>]*>(.*?)</script>', html, re.DOTALL)
    yield from _strings(json.loads(found[1])) if found else ()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _punctuation(text: str, language: str) -> Iterator[str]:
    yield from _quote(r"\([^()\n]*\([^()\n]*\)", text, "brackets in brackets")
    yield from _quote(r"(?<!\.)\.[ ]?\.(?!\.)|[!?؟][ ]?\.", text, "two full stops")
    if language == "ar":
        yield from _quote("[\u0600-\u06ff][»)\\d]*[,;?]", text, "a Latin comma")


def _counted(text: str, language: str) -> Iterator[str]:
    locale = Locale.parse(language)
    for forms in NOUNS.get(language, ()):
        nouns = "|".join(sorted({*forms.values()}, key=len, reverse=True))
        for found in re.finditer(
            rf"(?<![\d.,–-])([\d.,]*\d)[ \xa0]({nouns})(?!\w)", text
        ):
            number = float(found[1].replace(",", "" if language != "ru" else "."))
            whole = int(number) if number.is_integer() else number
            wanted = forms.get(str(locale.plural_form(whole)))
            if wanted and found[2] != wanted:
                yield f"a counted noun: {found[0]!r}, not {wanted!r}"


def _turned_numbers(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        is_number = re.search(r"\d", run.text) and not LATIN.search(run.text)
        if is_number and run.attributes and run.attributes[-1].get("dir") == "ltr":
            yield f"dir=ltr around a number: {run.text.strip()!r}"


def _run_on_values(html: str) -> Iterator[str]:
    for figures in re.findall(r'<ul class="figures">(.*?)(?:</ul>|$)', html, re.DOTALL):
        yield from _quote(r"</b>\s*\w", figures, "a value and its speaker run together")


def _latin_publishers(
    own: Iterable[Run], publishers: Iterable[tuple[str, str]]
) -> Iterator[str]:
    shown = [run.text for run in own if "cite" not in run.tags]
    for latin, name in publishers:
        pattern = re.compile(rf"(?<![\w.«(-]){re.escape(latin)}(?![\w.-])")
        for text in shown:
            if latin not in name and pattern.search(text):
                yield f"a Latin publisher: {latin!r}, not {name!r} in {text[:60]!r}"


def _quote(pattern: str, text: str, what: str) -> Iterator[str]:
    for found in re.finditer(pattern, text):
        around = text[max(0, found.start() - 30) : found.end() + 30].strip()
        yield f"{what}: {around!r}"
