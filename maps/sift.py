"""Only those declarations of a JavaScript module that something asked for needs.

What a bundler calls tree shaking: Leaflet is one module of 270 declarations, a scene
needs a third of them, and Leaflet's weight is most of a page's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

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
    text : str
    uses : set of str
        Names that it has from outside.
    """

    name: str
    owner: str
    text: str
    uses: set[str]


def sift(source: str, wanted: Collection[str], unwanted: Collection[str]) -> str:
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

    Returns
    -------
    str
        An expression: an object with the wanted exports.

    Raises
    ------
    ValueError
        If the source cannot be read, does not export or declare a name, or if what is
        wanted depends on what is not.

    Examples
    --------
    >>> text = "var a = 1, b = 2; function c() { return a; } export { c as d, b };"
    >>> sift(text, ["d"], ["b"])
    '(function(){\nvar a = 1;\nfunction c() { return a; }\nreturn{d:c};})()'
    """
    root = Parser(_LANGUAGE).parse(source.encode("utf-8")).root_node
    if root.has_error:
        raise ValueError("the module is not the JavaScript that the parser knows")
    exports = dict(_exports(root))
    pieces, barred = list(_pieces(root)), frozenset(unwanted)
    declared = {piece.name for piece in pieces}
    if unknown := sorted({*wanted} - exports.keys() | barred - declared):
        raise ValueError(f"the module has no {', '.join(unknown)}")
    kept = _closure(pieces, {exports[name] for name in wanted}, barred)
    if both := sorted(barred & kept):
        raise ValueError(f"what is wanted needs {', '.join(both)}")
    text = "\n".join(piece.text for piece in pieces if _stays(piece, kept, barred))
    members = ",".join(f"{name}:{exports[name]}" for name in wanted)
    return f"(function(){{\n{text}\nreturn{{{members}}};}})()"


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
                    yield Piece(name, "", f"var {_text(part)};", _free(part))
        elif node.type == "function_declaration":
            name = _text(node.child_by_field_name("name"))
            yield Piece(name, "", _text(node), _free(node))
        else:
            is_expression = node.type == "expression_statement"
            owner = _leftmost(node.children[0]) if is_expression else ""
            yield Piece("", owner, _text(node), _free(node))


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
