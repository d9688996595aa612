"""What every public function says of itself: its parameters, and what it raises."""

import ast
from pathlib import Path

import pytest

from tests.test_architecture import FOLDERS, ROOT

MANY = 3  # parameters from which on a reader wants to be told each


def public_functions(tree):
    """Return the functions of a module that others may call."""
    found = (n for n in tree.body if isinstance(n, ast.FunctionDef))
    return [function for function in found if not function.name.startswith("_")]


def lacks(function):
    """Return the sections of a docstring that a function should have and has not."""
    text = ast.get_docstring(function) or ""
    arguments = function.args
    count = len(arguments.args) + len(arguments.kwonlyargs)
    raises = any(isinstance(n, ast.Raise) and n.exc for n in ast.walk(function))
    wanted = {
        "summary": not text,
        "Parameters": count >= MANY and "Parameters\n---" not in text,
        "Raises": raises and "Raises\n---" not in text,
    }
    return [section for section, is_missing in wanted.items() if is_missing]


@pytest.mark.parametrize("folder", FOLDERS)
def test_public_functions_document_what_they_take_and_raise(folder):
    found = [
        f"{path.relative_to(ROOT)}:{function.lineno}: {function.name}: {section}"
        for path in sorted(Path(ROOT, folder).rglob("*.py"))
        for function in public_functions(ast.parse(path.read_text("utf-8")))
        for section in lacks(function)
    ]
    assert found == []


def test_a_missing_section_is_seen():
    source = 'def f(a, b, c):\n    """Do it."""\n    raise ValueError(a)\n'
    (function,) = public_functions(ast.parse(source))
    assert lacks(function) == ["Parameters", "Raises"]
