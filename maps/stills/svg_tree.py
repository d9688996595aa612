"""A scene as an XML tree: made ready for one scale once, painted for every tick."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from csto_atlas.maps.labels.placement import COUNTRY
from csto_atlas.maps.labels.text_width import LINE_HEIGHT, text_width
from csto_atlas.maps.slicing.states import ItemChanges, Runs
from csto_atlas.maps.stills.css import grow
from csto_atlas.maps.stills.frame import LETTERING, ROOM, Crop
from csto_atlas.maps.timeline.changes import phase, state_at

# What shows nothing unless a reader chooses it.
CHOSEN = '//g[@class="held"]|//g[@class="outlines"]'
LABELS = '//*[starts-with(@class, "label ") or @class="label"]'
POINT = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


def prepare(svg: str, crop: Crop, place: tuple[float, float]) -> etree._Element:
    """Turn a scene into the map of a still.

    Parameters
    ----------
    svg : str
    crop : Crop
    place : tuple of float
        Left and top of the map in the still.

    Returns
    -------
    lxml element
        Without the labels of other scales, and with everything else at its size.
    """
    root = etree.fromstring(svg)
    for node in root.xpath(CHOSEN):
        node.getparent().remove(node)
    for node in root.xpath(LABELS):
        _settle_label(node, crop)
    for node in root.xpath("//pattern"):
        scale = LETTERING if "href" in node.attrib else crop.scale
        node.set("patternTransform", f"scale({scale:.2f})")
    for node in root.xpath('//g[@class="routes"]//*[@stroke-width]'):
        node.set("stroke-width", grow(node.get("stroke-width"), crop.scale))
    for node in root.xpath("//*[@data-shifts]"):
        _settle_sign(node, crop.scale)
    _frame(root, crop, place)
    return root


def _settle_label(node: etree._Element, crop: Crop) -> None:
    """Keep a label of this scale that is seen whole."""
    near, far = float(node.get("data-near", 0)), float(node.get("data-far"))
    if not near < crop.scale <= far or not crop.shows(*_reach(node, crop.scale)):
        node.getparent().remove(node)
        return
    node.set("class", node.get("class").removesuffix(" off"))
    for name in ("data-near", "data-far"):
        node.attrib.pop(name, None)


def _reach(
    node: etree._Element, scale: float
) -> tuple[float, float, tuple[float, float]]:
    """Return the middle of a label's text and half its size, in drawing steps."""
    (text,) = node.xpath("descendant-or-self::text")
    x, y = float(text.get("x")), float(text.get("y"))
    wide = text_width(text.text, COUNTRY.size, bold=True)
    half = wide / 2 * scale, COUNTRY.size * LINE_HEIGHT / 2 * scale
    if text is node:
        return x, y, half
    left, top = _point(node)
    return left + x * scale, top + y * scale, half


def _point(node: etree._Element) -> tuple[float, float]:
    """Read where a group stands."""
    found = POINT.match(node.get("transform"))
    return float(found[1]), float(found[2])


def _settle_sign(node: etree._Element, scale: float) -> None:
    """Put a sign as far beside its place as it stands at this scale."""
    shifts = [part.split() for part in node.attrib.pop("data-shifts").split(";")]
    fitting = [shift for far, *shift in shifts if scale <= float(far)]
    x, y = fitting[-1] if fitting else shifts[0][1:]
    node.set("transform", f"translate({x} {y})")
    node.getprevious().set("d", f"M0 0L{x} {y}")


def _frame(root: etree._Element, crop: Crop, place: tuple[float, float]) -> None:
    for name in ("role", "aria-label"):
        del root.attrib[name]
    root.set("viewBox", " ".join(f"{number:.1f}" for number in crop.box))
    numbers = (*place, *ROOM)
    for name, number in zip(("x", "y", "width", "height"), numbers, strict=True):
        root.set(name, str(number))


def paint(
    root: etree._Element, runs: Runs, spans: Mapping[str, tuple[int, int]], tick: int
) -> etree._Element:
    """Copy the map of a still with the states of a tick.

    Parameters
    ----------
    root : lxml element
        As `prepare` made it.
    runs : Runs
    spans : mapping of (int, int)
        First and last tick of every event.
    tick : int

    Returns
    -------
    lxml element
    """
    painted = deepcopy(root)
    for attribute, layer in _layers(runs):
        for node in painted.xpath(f"//*[@{attribute}]"):
            if changes := layer.get(node.get(attribute)):
                node.set("data-state", state_at(changes, tick))
    for node in painted.xpath("//*[@data-event]"):
        node.set("data-phase", phase(spans[node.get("data-event")], tick))
    return painted


def _layers(runs: Runs) -> Sequence[tuple[str, ItemChanges]]:
    return (
        ("data-code", runs.states),
        ("data-label", runs.states),
        ("data-area", runs.areas),
        ("data-contingent", runs.contingents),
        ("data-route", runs.routes),
        ("data-object", runs.objects),
        ("data-line", runs.lines),
    )


def seen_kinds(painted: etree._Element, crop: Crop) -> list[str]:
    """List the kinds of the events whose signs are seen, sorted."""
    found = {
        sign.get("href").removeprefix("#m-")
        for event in painted.xpath('//*[@data-event][@data-phase="now"]')
        if crop.shows(*_point(event))
        for sign in event.xpath(".//use")
    }
    return sorted(found)
