"""The syntax tree of a JavaScript module, and the names that its parts use."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

_LANGUAGE = Language(tree_sitter_javascript.language())
_NAMES = ("identifier", "shorthand_property_identifier")
_FUNCTIONS = ("function_declaration", "function_expression")


def parse_script(source: str) -> Node:
    """Parse a module.

    Raises
    ------
    ValueError
        If it is not valid JavaScript.
    """
    root = Parser(_LANGUAGE).parse(source.encode("utf-8")).root_node
    if root.has_error:
        raise ValueError("the module is not valid JavaScript")
    return root


def find(node: Node, kind: str) -> Iterator[Node]:
    """Yield the descendants of one type in the order of the text."""
    found = QueryCursor(Query(_LANGUAGE, f"({kind}) @found")).captures(node)
    yield from sorted(found.get("found", []), key=lambda node: node.start_byte)


def text_of(node: Node) -> str:
    """Return the source text of a node.

    Raises
    ------
    ValueError
        If the tree was parsed without its source.
    """
    if node.text is None:
        raise ValueError("the syntax tree has lost its source")
    return node.text.decode("utf-8")


def field_of(node: Node, field: str) -> str:
    """Return the source text of a node's field, such as the ``name`` of a function."""
    child = node.child_by_field_name(field)
    return text_of(child) if child else ""


def leftmost_name(node: Node) -> str:
    """Return ``Map`` for ``Map.include(...)`` and for ``Map.prototype.x = ...``."""
    while node.type != "identifier":
        if not node.children:
            return ""
        node = node.children[0]
    return text_of(node)


def free_names(node: Node) -> set[str]:
    """Return the names that a node uses but does not declare, by the scopes of ES 5."""
    names = {text_of(node)} if node.type in _NAMES else set()
    names = names.union(*(free_names(child) for child in node.children))
    return names - _declared(node) if node.type in _FUNCTIONS else names


def _declared(function: Node) -> set[str]:
    """Return a function's parameters, variables and inner functions."""
    found = {"arguments"}
    waiting = list(function.children)
    while waiting:
        here = waiting.pop()
        if here.type in ("formal_parameters", "catch_clause"):
            found |= {text_of(part) for part in here.children if part.type in _NAMES}
        if here.type in ("variable_declarator", "function_declaration"):
            found.add(field_of(here, "name"))
        if here.type not in _FUNCTIONS:
            waiting += here.children
    return found
