"""Only those declarations of a JavaScript module that something asked for needs.

What a bundler calls tree shaking: Leaflet is one module of 270 declarations, a scene
needs a third of them, and Leaflet's weight is most of a page's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

_LANGUAGE = Language(tree_sitter_javascript.language())
_NAMES = ("identifier", "shorthand_property_identifier")
_FUNCTIONS = ("function_declaration", "function_expression")


@dataclass(frozen=True)
class Piece:
    """A declaration, or a statement that adds to one.

    Attributes
    ----------
    name : str
        What it declares; nothing for a statement.
    owner : str
        What a statement such as ``Map.include(...)`` adds to; nothing if unknown.
    node : Node
        Its place in the syntax tree.
    """

    name: str
    owner: str
    node: Node

    @property
    def text(self) -> str:
        """The declaration by itself: each of several variables has its own."""
        is_variable = self.node.type == "variable_declarator"
        return f"var {_text(self.node)};" if is_variable else _text(self.node)

    @cached_property
    def uses(self) -> set[str]:
        """Names that it has from outside."""
        return _free(self.node)


def sift(
    source: str,
    wanted: Collection[str],
    unwanted: Collection[str],
    methods: Collection[str] = (),
) -> str:
    r"""Keep what some exports of a module need.

    Parameters
    ----------
    source : str
        A module without imports; its ``export`` list is read and left out.
    wanted : collection of str
        Names that the module exports.
    unwanted : collection of str
        Names that the module declares and that no wanted one depends on: statements
        that would only add them to something (``Map.include({openPopup...})``) are
        left out.
    methods : collection of str
        Names of members of objects that are left out; nothing else may name them.

    Returns
    -------
    str
        An expression: an object with the wanted exports.

    Raises
    ------
    ValueError
        If the source cannot be read, does not export or declare a name, or if what is
        wanted depends on what is not or on a method that is left out.

    Examples
    --------
    >>> text = "var a = 1, b = 2; function c() { return a; } export { c as d, b };"
    >>> sift(text, ["d"], ["b"])
    '(function(){\nvar a = 1;\nfunction c() { return a; }\nreturn{d:c};})()'
    """
    root = _parse(_cut(source, methods))
    exports = dict(_exports(root))
    pieces, barred = list(_pieces(root)), frozenset(unwanted)
    declared = {piece.name for piece in pieces}
    if unknown := sorted({*wanted} - exports.keys() | barred - declared):
        raise ValueError(f"the module has no {', '.join(unknown)}")
    kept = _closure(pieces, {exports[name] for name in wanted}, barred)
    if both := sorted(barred & kept):
        raise ValueError(f"what is wanted needs {', '.join(both)}")
    text = "\n".join(piece.text for piece in pieces if _stays(piece, kept, barred))
    named = {_text(node) for node in _find(_parse(text), "property_identifier")}
    if called := sorted(named.intersection(methods)):
        raise ValueError(f"what is wanted calls {called[0]}")
    members = ",".join(f"{name}:{exports[name]}" for name in wanted)
    return f"(function(){{\n{text}\nreturn{{{members}}};}})()"


def _parse(source: str) -> Node:
    root = Parser(_LANGUAGE).parse(source.encode("utf-8")).root_node
    if root.has_error:
        raise ValueError("the module is not the JavaScript that the parser knows")
    return root


def _cut(source: str, methods: Collection[str]) -> str:
    """Cut members out of the object literals of a module."""
    if not methods:
        return source
    kept, end, found = b"", 0, set[str]()
    text = source.encode("utf-8")
    for pair in _find(_parse(source), "pair"):
        name = _text(pair.child_by_field_name("key"))
        if name in methods and pair.start_byte >= end:
            found.add(name)
            kept += text[end : pair.start_byte]
            comma = pair.next_sibling
            is_last = comma is None or comma.type != ","
            end = pair.end_byte if is_last else comma.end_byte
    if unknown := sorted({*methods} - found):
        raise ValueError(f"the module has no method {unknown[0]}")
    return (kept + text[end:]).decode("utf-8")


def _find(node: Node, kind: str) -> Iterator[Node]:
    """Go through the nodes of a kind in the order of the text."""
    found = QueryCursor(Query(_LANGUAGE, f"({kind}) @found")).captures(node)
    yield from sorted(found.get("found", []), key=lambda node: node.start_byte)


def _closure(
    pieces: Collection[Piece], names: Collection[str], barred: Collection[str]
) -> set[str]:
    declared = {piece.name for piece in pieces if piece.name}
    kept, fresh = set[str](), set(names)
    while fresh:
        kept |= fresh
        used = (piece.uses for piece in pieces if _stays(piece, kept, barred))
        fresh = (set().union(*used) & declared) - kept
    return kept


def _stays(piece: Piece, kept: Collection[str], barred: Collection[str]) -> bool:
    if piece.name:
        return piece.name in kept
    return (not piece.owner or piece.owner in kept) and piece.uses.isdisjoint(barred)


def _exports(root: Node) -> Iterator[tuple[str, str]]:
    for statement in root.children:
        if statement.type != "export_statement":
            continue
        for clause in statement.children:
            for item in clause.children:
                if item.type == "export_specifier":
                    local = item.child_by_field_name("name")
                    alias = item.child_by_field_name("alias") or local
                    yield _text(alias), _text(local)


def _pieces(root: Node) -> Iterator[Piece]:
    for node in root.children:
        if node.type in ("comment", "export_statement", ";"):
            continue
        if node.type == "variable_declaration":
            for part in node.children:
                if part.type == "variable_declarator":
                    name = _text(part.child_by_field_name("name"))
                    yield Piece(name, "", part)
        elif node.type == "function_declaration":
            name = _text(node.child_by_field_name("name"))
            yield Piece(name, "", node)
        else:
            is_expression = node.type == "expression_statement"
            owner = _leftmost(node.children[0]) if is_expression else ""
            yield Piece("", owner, node)


def _leftmost(node: Node) -> str:
    """Return ``Map`` for ``Map.include(...)`` and for ``Map.prototype.x = ...``."""
    while node.type != "identifier":
        if not node.children:
            return ""
        node = node.children[0]
    return _text(node)


def _free(node: Node) -> set[str]:
    """Return the names that a node uses and does not declare itself (ES 5 scopes)."""
    names = {_text(node)} if node.type in _NAMES else set()
    names = names.union(*(_free(child) for child in node.children))
    return names - _declared(node) if node.type in _FUNCTIONS else names


def _declared(function: Node) -> set[str]:
    """Return a function's parameters, variables and inner functions."""
    found = {"arguments"}
    waiting = list(function.children)
    while waiting:
        here = waiting.pop()
        if here.type in ("formal_parameters", "catch_clause"):
            found |= {_text(part) for part in here.children if part.type in _NAMES}
        if here.type in ("variable_declarator", "function_declaration"):
            found.add(_text(here.child_by_field_name("name")))
        if here.type not in _FUNCTIONS:
            waiting += here.children
    return found


def _text(node: Node) -> str:
    return node.text.decode("utf-8")
