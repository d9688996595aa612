"""One word, one thing: no two modules have a public class or function of one name."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("events", "geodata", "maps")
# Each truly means the same wherever it stands.
SHARED = {
    "main": "the start of a program",
    "run": "a command of csto-atlas, called by maps/cli/main.py",
    "add_arguments": "what that command takes",
}
KINDS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def public_names(source):
    """Return the classes and functions of a module that others may import."""
    found = (node.name for node in ast.parse(source).body if isinstance(node, KINDS))
    return [name for name in found if not name.startswith("_")]


def find_places():
    """Return by each public name the modules that define it."""
    places = defaultdict(set)
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    for path in (ROOT / "build.py", *paths):
        for name in public_names(path.read_text(encoding="utf-8")):
            places[name].add(str(path.relative_to(ROOT)))
    return places


PLACES = find_places()


def test_names_are_found_in_source():
    source = "class A: pass\ndef b(): pass\ndef _c(): pass\nasync def d(): pass\nE = 1"
    assert public_names(source) == ["A", "b", "d"]
    assert PLACES["PlacedMap"] == {"maps/spec/placed.py"}
    assert len(PLACES) > 500


def test_no_name_has_two_meanings():
    twice = {name: places for name, places in PLACES.items() if len(places) > 1}
    assert {name: twice[name] for name in twice.keys() - SHARED.keys()} == {}


def test_every_exception_is_one():
    assert {name for name in SHARED if len(PLACES[name]) < 2} == set()
