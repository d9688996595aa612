"""YAML: texts stay texts, lines are right, and what is clever is refused."""

from pathlib import Path

import pytest
import yaml

from csto_atlas.events.errors import DataError
from csto_atlas.events.files import yaml_documents as documents
from csto_atlas.events.files.yaml_documents import (
    read_document,
    read_list,
    read_mapping,
)


@pytest.fixture
def file(tmp_path: Path):
    def write(content: str | bytes) -> Path:
        path = tmp_path / "d.yml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def said(read, path: Path) -> list[str]:
    try:
        problems = read(path).problems
    except DataError as error:
        problems = error.problems
    return [str(problem).removeprefix(f"{path.parent}/") for problem in problems]


def test_every_scalar_stays_the_text_that_was_written(file) -> None:
    text = "{a: NO, b: 1992-05-15, c: 1.10, d: 0x1F, e: null, f: , g: ~, h: 007, <<: y}"
    assert read_document(file(text)).data == {
        "a": "NO",
        "b": "1992-05-15",
        "c": "1.10",
        "d": "0x1F",
        "e": "null",
        "f": "",
        "g": "~",
        "h": "007",
        "<<": "y",
    }


@pytest.mark.parametrize("name", ["CBaseLoader", "BaseLoader"])
def test_every_part_has_its_line(file, monkeypatch, name: str) -> None:
    monkeypatch.setattr(documents, "_LOADER", getattr(yaml, name))
    text = (
        "# note\n- id: a\n  title:\n    en: >-\n      one\n      two\n    ar: b\n- c\n"
    )
    document = read_document(file(text))
    assert document.data == [{"id": "a", "title": {"en": "one two", "ar": "b"}}, "c"]
    assert document.lines == {
        (): 2,
        (0,): 2,
        (0, "id"): 2,
        (0, "title"): 3,
        (0, "title", "en"): 4,
        (0, "title", "ar"): 7,
        (1,): 8,
    }


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(file, end: str) -> None:
    text = "a: x\nb:\n- |\n  one\n  two\n- y\n"
    plain = read_document(file(text))
    assert read_document(file(text.replace("\n", end).encode("utf-8-sig"))) == plain
    assert plain.data["b"] == ["one\ntwo\n", "y"]


def test_hostile_text_is_text(file) -> None:
    text = "{{ 7*7 }} </script><img onerror=\"x\"> 'a' \u202eabc\u202c {% raw %}"
    assert read_document(file(f"- |-\n  {text}\n")).data == [text]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", "3: 'a' a second time; expected each field once"),
        (
            "a: &x [b]\n",
            "1: the anchor &x; expected no anchor; quotes if a text begins with &",
        ),
        (
            "a: b\nc: *x\n",
            "2: the alias *x; expected the value itself; "
            "quotes if a text begins with *",
        ),
        (
            "a:\n  b: !!python/object:os.system x\n",
            "2: the tag tag:yaml.org,2002:python/object:os.system; "
            "expected no tag; quotes if a text begins with !",
        ),
        (
            "a: !wow b\n",
            "1: the tag !wow; expected no tag; quotes if a text begins with !",
        ),
        ("a: b\n---\nc: d\n", "2: a second document; expected no line of ---"),
        (
            "a: b\nc: {{ 7*7 }}\n",
            "2: a field name that is no text; "
            "expected a plain name; quotes around a text that begins with {",
        ),
        (
            "a: b\nc: d: e\n",
            "2: malformed YAML (mapping values are not allowed in this context); "
            "expected quotes around a text that holds ': '",
        ),
        (
            "a: b\nc d\ne: f\n",
            "2: malformed YAML (could not find expected ':'); "
            "expected a colon after the name of the field",
        ),
        (
            "a:\n\t- b\n",
            "2: malformed YAML (found character that cannot start any token); expected "
            "blanks rather than tabs, and quotes around a text that begins with "
            "one of @ ` %",
        ),
        (
            'a: "b\nc: d\n',
            "2: malformed YAML (found unexpected end of stream); "
            "expected a closing quotation mark",
        ),
        (
            "a: b\nc: \x07\n",
            "2: malformed YAML (unacceptable character #x0007: control characters are "
            "not allowed); expected text without control characters",
        ),
        ("[" * 100_000, "1: nested more than 12 deep; expected a flatter file"),
    ],
)
def test_what_is_wrong_is_reported_on_its_line(file, text: str, problem: str) -> None:
    assert said(read_document, file(text)) == [f"d.yml:{problem}"]


def test_a_file_of_values_without_end_is_refused(file, monkeypatch) -> None:
    monkeypatch.setattr(documents, "MAX_PARTS", 100)
    assert said(read_document, file("- a\n" * 10_000)) == [
        "d.yml:100: more than 100 values; expected a shorter file"
    ]


def test_a_bomb_of_aliases_stays_small(file) -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    document = read_document(file("\n".join(rows)))
    assert document.data["a39"] == ["", ""]
    assert len(document.problems) == 40 + 2 * 39


def test_a_list_gives_an_item_for_each_mapping(file) -> None:
    found = read_list(file("- id: a\n  date: b\n- just words\n-\n  id: c\n"))
    assert [item.fields["id"] for item in found.items] == ["a", "c"]
    assert [item.origin.line for item in found.items] == [1, 5]
    assert found.items[0].origin.at("date").endswith("d.yml:2")
    assert found.lost == {"just", "words"}
    assert [str(problem).rpartition(":")[2] for problem in found.problems] == [
        " value'"
    ]


@pytest.mark.parametrize("text", ["a: b\n", "word\n", "# only a note\n"])
def test_a_file_that_should_be_a_list_says_so(file, text: str) -> None:
    assert said(read_list, file(text)) == [
        "d.yml:1: the file is not a list; expected items that begin with '- '"
    ]


def test_a_file_that_should_be_a_mapping_says_so(file) -> None:
    assert said(read_mapping, file("- a\n")) == [
        "d.yml:1: the file is not a mapping; expected lines of 'name: value'"
    ]
