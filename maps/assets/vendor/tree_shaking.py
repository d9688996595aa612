"""Tree-shake a JavaScript module: keep only what its wanted exports need.

Leaflet is one module of 270 declarations, of which a scene needs a third. Bundlers keep
nearly all of it: they cannot know that ``Map.include(...)`` has no other side effect.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from csto_atlas.maps.assets.vendor.syntax import (
    field_of,
    find,
    free_names,
    leftmost_name,
    parse_script,
    text_of,
)


@dataclass(frozen=True)
class Statement:
    """A top-level declaration, or a statement that extends one.

    Attributes
    ----------
    name : str
        What it declares; empty for a statement.
    owner : str
        What a statement such as ``Map.include(...)`` extends; empty if unknown.
    node : Node
        Its node in the syntax tree.
    """

    name: str
    owner: str
    node: Node

    @property
    def text(self) -> str:
        """Its source; each of several variables gets its own ``var``."""
        text = text_of(self.node)
        if self.node.type == "variable_declarator":
            return f"var {text};"
        return f"{text};" if self.node.type.endswith("_expression") else text

    @cached_property
    def uses(self) -> set[str]:
        """Names that it uses and does not declare."""
        return free_names(self.node)


def shake(
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
        Names that the module declares and no wanted export depends on. Statements that
        only connect them to something else (``Map.include({openPopup...})``) are left
        out too.
    methods : collection of str
        Names of object members to leave out; nothing that stays may use them.

    Returns
    -------
    str
        An expression: an object with the wanted exports.

    Raises
    ------
    ValueError
        If the source is not valid JavaScript, does not export or declare a name, or
        if a wanted export depends on an unwanted name or on a method left out.

    Examples
    --------
    >>> text = "var a = 1, b = 2; function c() { return a; } export { c as d, b };"
    >>> shake(text, ["d"], ["b"])
    '(function(){\nvar a = 1;\nfunction c() { return a; }\nreturn{d:c};})()'
    """
    root = parse_script(_drop_methods(source, methods))
    exports, pieces = dict(_exports(root)), list(_pieces(root))
    declared = {piece.name for piece in pieces}
    if unknown := sorted({*wanted} - exports.keys() | {*unwanted} - declared):
        raise ValueError(f"the module has no {', '.join(unknown)}")
    kept = _needed(pieces, {exports[name] for name in wanted}, unwanted)
    if both := sorted(kept.intersection(unwanted)):
        raise ValueError(f"what is wanted needs {', '.join(both)}")
    text = "\n".join(piece.text for piece in pieces if _stays(piece, kept, unwanted))
    used = {text_of(node) for node in find(parse_script(text), "property_identifier")}
    if called := sorted(used.intersection(methods)):
        raise ValueError(f"what is wanted calls {called[0]}")
    members = ",".join(f"{name}:{exports[name]}" for name in wanted)
    return f"(function(){{\n{text}\nreturn{{{members}}};}})()"


def _drop_methods(source: str, methods: Collection[str]) -> str:
    """Cut members with some names out of the object literals of a module."""
    kept, end, found = b"", 0, set[str]()
    text = source.encode("utf-8")
    for pair in find(parse_script(source), "pair") if methods else ():
        name = field_of(pair, "key")
        if name in methods and pair.start_byte >= end:
            found.add(name)
            kept += text[end : pair.start_byte]
            comma = pair.next_sibling
            has_comma = comma is not None and comma.type == ","
            end = comma.end_byte if comma and has_comma else pair.end_byte
    if unknown := sorted({*methods} - found):
        raise ValueError(f"the module has no method {unknown[0]}")
    return (kept + text[end:]).decode("utf-8")


def _needed(
    pieces: Collection[Statement], names: Collection[str], unwanted: Collection[str]
) -> set[str]:
    """Return the declared names that some names need, themselves included."""
    declared = {piece.name for piece in pieces if piece.name}
    kept, fresh = set[str](), set(names)
    while fresh:
        kept |= fresh
        used = (piece.uses for piece in pieces if _stays(piece, kept, unwanted))
        fresh = (set[str]().union(*used) & declared) - kept
    return kept


def _stays(piece: Statement, kept: Collection[str], unwanted: Collection[str]) -> bool:
    """Tell whether a piece is needed.

    A statement stays if it extends something kept, or nothing that can be named, and
    does not use an unwanted name.
    """
    if piece.name:
        return piece.name in kept
    has_owner = not piece.owner or piece.owner in kept
    return has_owner and piece.uses.isdisjoint(unwanted)


def _exports(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the names of exports with the names that they have in the module."""
    for statement in root.children:
        if statement.type == "export_statement":
            for item in find(statement, "export_specifier"):
                local = field_of(item, "name")
                yield field_of(item, "alias") or local, local


def _pieces(root: Node) -> Iterator[Statement]:
    """Yield the declarations and statements of a module in their order."""
    for node in root.children:
        if node.type in ("comment", "export_statement", ";"):
            continue
        if node.type == "variable_declaration":
            for part in node.children:
                if part.type == "variable_declarator":
                    yield Statement(field_of(part, "name"), "", part)
        elif node.type == "function_declaration":
            yield Statement(field_of(node, "name"), "", node)
        elif node.type == "expression_statement":
            for part in _expressions(node.children[0]):
                yield Statement("", leftmost_name(part), part)
        else:
            yield Statement("", "", node)


def _expressions(node: Node) -> Iterator[Node]:
    """Yield the expressions that commas join: minifiers make one statement of many."""
    if node.type != "sequence_expression":
        yield node
    else:
        for child in node.named_children:
            yield from _expressions(child)
