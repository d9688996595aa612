"""Elements of a folium figure: their names, their copies, and what holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from branca.element import Element, Figure


def mark_element(element: Any) -> None:
    """Mark an element, so that its copies are known: folium's DualMap makes some."""
    if not hasattr(element, "copied_from"):
        element.copied_from = object()


def find_on(element: Any, tree: Element) -> Element | None:
    """Return an element, or a copy of it, that is below another; None if none is."""
    return next(
        (
            other
            for other in walk(tree)
            if getattr(other, "copied_from", None) is element.copied_from
        ),
        None,
    )


def walk(element: Element) -> Iterator[Element]:
    """Yield an element of branca's tree, and all below it."""
    yield element
    for child in element._children.values():
        yield from walk(child)


def free_id(own: Element, parent: Element) -> str:
    """Return the id of an element, numbered if another one of the figure has it.

    Parameters
    ----------
    own : Element
        A layer or a slider.
    parent : Element
        Where it will be.

    Returns
    -------
    str
        The same in every run.
    """
    others = walk(parent.get_root())
    taken = {other.get_name() for other in others if other is not own}
    first = own._id
    number = 1
    while own.get_name() in taken:
        number += 1
        own._id = f"{first}_{number}"
    found, own._id = own._id, first
    return found


def check_name(figure: Figure, own: Element) -> None:
    """Refuse to draw over another layer of the same name.

    Raises
    ------
    ValueError
        If the figure has one; `add_to` gives each its own name where it can.
    """
    drawn = figure.html._children.get(f"{own.get_name()}_svg")
    if drawn is not None and getattr(drawn, "owner", None) is not own:
        raise ValueError(
            f"two layers are named {own.get_name()!r}; expected another name=, or "
            "groups that are added to the map before their layers"
        )
