"""YAML as plain lists, mappings and texts, with the line of every part.

Every scalar stays the text that was written, so Norway (``NO``), dates and ``1.10``
are safe. The parser's events are read rather than its nodes: they are quicker, they
show tags and anchors, and deep nesting cannot overflow the stack of the C library.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Item, Items, Loc, Origin, words
from csto_atlas.events.files.text import CONTROL, line_at, read_text

MAX_DEPTH = 12
MAX_PARTS = 200_000
_A_NAME = "a plain name; quotes around a text that begins with {"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_TAGGED = (yaml.ScalarEvent, yaml.CollectionStartEvent)
_EXPECTED = {
    "mapping values are not allowed": "quotes around a text that holds ': '",
    "cannot start any token": "blanks rather than tabs, and quotes around a text that "
    "begins with one of @ ` %",
    "unexpected end of stream": "a closing quotation mark",
    "expected ',' or": "a closing bracket",
    "expected '-' indicator": "every item of the list to begin with '- '",
    "expected <block end>": "the same indentation as the line above",
    "could not find expected ':'": "a colon after the name of the field",
    "control characters are not allowed": "text without control characters",
    "special characters are not allowed": "text without control characters",
}


@dataclass
class Document:
    """The content of a YAML file, the line of each part, and what is wrong with it."""

    path: str
    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_document(path: Path) -> Document:
    """Return what a YAML file holds; repeated keys, tags and aliases are problems.

    Raises
    ------
    DataError
        If the file cannot be read as YAML.
    """
    text = read_text(path)
    document = Document(path.as_posix())
    events = iter(yaml.parse(text, Loader=_LOADER))
    try:
        _read_stream(document, events)
    except yaml.YAMLError as error:
        malformed = _malformed(document.path, text, error)
        raise DataError([*document.problems, malformed]) from None
    return document


def read_list(path: Path) -> Items:
    """Return the mappings that a YAML file lists.

    Raises
    ------
    DataError
        If the file cannot be read as YAML, or is no list.
    """
    document = read_document(path)
    if not isinstance(document.data, list):
        what = "the file is not a list"
        problem = Problem(f"{document.path}:1", what, "items that begin with '- '")
        raise DataError([*document.problems, problem])
    lines: list[dict[Loc, int]] = [{} for _ in document.data]
    for loc, line in document.lines.items():
        if loc:
            lines[int(loc[0])][loc[1:]] = line
    items, problems, lost = [], list(document.problems), set[str]()
    for fields, own_lines in zip(document.data, lines, strict=True):
        origin = Origin(document.path, own_lines[()], own_lines)
        if isinstance(fields, dict):
            items.append(Item(origin, fields))
        else:
            problems.append(Problem(str(origin), "not a mapping", "'- name: value'"))
            lost.update(words(fields))
    return Items(tuple(items), tuple(problems), frozenset(lost))


def read_mapping(path: Path) -> Items:
    """Return the one mapping that a YAML file is.

    Raises
    ------
    DataError
        If the file cannot be read as YAML, or is no mapping.
    """
    document = read_document(path)
    if not isinstance(document.data, dict):
        what = "the file is not a mapping"
        problem = Problem(f"{document.path}:1", what, "lines of 'name: value'")
        raise DataError([*document.problems, problem])
    origin = Origin(document.path, document.lines[()], document.lines)
    return Items((Item(origin, document.data),), tuple(document.problems))


def _read_stream(document: Document, events: Iterator[yaml.Event]) -> None:
    """Read the one document of a stream; an empty one leaves the data None."""
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if document.lines:
                line = _line(event)
                _complain(document, line, "a second document", "no line of ---")
                return
            document.data = _value(document, events, next(events), ())


def _value(
    document: Document, events: Iterator[yaml.Event], event: yaml.Event, loc: Loc
) -> Any:
    """Return the value that begins with this event, and note its line."""
    line = _line(event)
    document.lines.setdefault(loc, line)
    if len(document.lines) > MAX_PARTS or len(document.problems) > MAX_PARTS:
        what = f"more than {MAX_PARTS} values"
        raise DataError([Problem(f"{document.path}:{line}", what, "a shorter file")])
    if not isinstance(event, yaml.NodeEvent):
        raise TypeError(f"no value begins with {event}")  # the parser yields none
    if isinstance(event, yaml.AliasEvent):
        what = f"the alias *{event.anchor}"
        _complain(
            document, line, what, "the value itself; quotes if a text begins with *"
        )
        return ""
    if event.anchor is not None:
        what = f"the anchor &{event.anchor}"
        _complain(document, line, what, "no anchor; quotes if a text begins with &")
    if isinstance(event, _TAGGED) and event.tag is not None:
        what = f"the tag {event.tag}"
        _complain(document, line, what, "no tag; quotes if a text begins with !")
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if len(loc) >= MAX_DEPTH:
        what = f"nested more than {MAX_DEPTH} deep"
        raise DataError([Problem(f"{document.path}:{line}", what, "a flatter file")])
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(document, events, loc)
    return _mapping(document, events, loc)


def _sequence(document: Document, events: Iterator[yaml.Event], loc: Loc) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(document, events, event, (*loc, len(items))))
    return items


def _mapping(
    document: Document, events: Iterator[yaml.Event], loc: Loc
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            key = event.value
        else:
            key = str(_value(document, events, event, (*loc, "?")))
            _complain(document, line, "a field name that is no text", _A_NAME)
        if key in fields:
            _complain(document, line, f"'{key}' a second time", "each field once")
        document.lines.setdefault((*loc, key), line)
        fields[key] = _value(document, events, next(events), (*loc, key))
    return fields


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1  # the parser always gives a mark


def _complain(document: Document, line: int, what: str, expected: str) -> None:
    document.problems.append(Problem(f"{document.path}:{line}", what, expected))


def _malformed(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Turn an error of the parser into a problem with its line and a remedy."""
    mark = getattr(error, "problem_mark", None)
    if "simple key" in (getattr(error, "context", None) or ""):
        mark = getattr(
            error, "context_mark", None
        )  # the parser only notices on a later line
    reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
    control = CONTROL.search(text)
    line = mark.line + 1 if mark else line_at(text, control.start() if control else 0)
    remedies = (value for key, value in _EXPECTED.items() if key in reason)
    remedy = next(remedies, "YAML as in the other files of this folder")
    last = len(text.rstrip().splitlines())
    return Problem(f"{path}:{min(line, last)}", f"malformed YAML ({reason})", remedy)
