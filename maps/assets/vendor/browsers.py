"""Answer at once what Leaflet asks each browser, where all that we support agree."""

from __future__ import annotations

from collections.abc import Mapping

from csto_atlas.maps.assets.vendor.syntax import field_of, find, parse_script, text_of

# What Chromium, Firefox and WebKit have said for years: style in three dimensions,
# passive listeners, SVG; and no Internet Explorer, no old Edge, no old Opera.
# Their touch events are native: pointer events were for touch in Internet Explorer.
ANSWERS = {
    **dict.fromkeys(("any3d", "canvas", "inlineSvg", "passiveEvents"), True),
    **dict.fromkeys(("pointer", "svg", "touch", "touchNative"), True),
    **dict.fromkeys(("edge", "ie3d", "ielt9", "mobileOpera", "msPointer"), False),
    "vml": False,
}


def inline_answers(
    module: str, answers: Mapping[str, bool], owner: str = "Browser"
) -> str:
    """Write the answers in the place of the questions.

    Parameters
    ----------
    module : str
        A script that declares an object of answers and asks ``Browser.ie3d``.
    answers : mapping of bool
        By the name of the member.
    owner : str
        Name of the object; only its members that are still asked for stay.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the script is not valid JavaScript, or never asks for one of `answers`.
    """
    text, root = module.encode("utf-8"), parse_script(module)
    cuts: list[tuple[int, int, bytes]] = []
    asked = set[str]()
    for node in find(root, "member_expression"):
        if field_of(node, "object") == owner:
            name = field_of(node, "property")
            asked.add(name)
            if name in answers:
                word = b"true" if answers[name] else b"false"
                cuts.append((node.start_byte, node.end_byte, word))
    if unknown := sorted(answers.keys() - asked):
        raise ValueError(f"the module never asks for {owner}.{unknown[0]}")
    kept = asked - answers.keys()
    for declared in find(root, "variable_declarator"):
        value = declared.child_by_field_name("value")
        if field_of(declared, "name") == owner and value is not None:
            pairs = [node for node in value.children if node.type == "pair"]
            stay = [text_of(node) for node in pairs if field_of(node, "key") in kept]
            members = f"{{{', '.join(stay)}}}".encode()
            cuts.append((value.start_byte, value.end_byte, members))
    written, end = b"", 0
    for start, stop, word in sorted(cuts):
        written += text[end:start] + word
        end = stop
    return (written + text[end:]).decode("utf-8")
