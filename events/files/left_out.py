"""The claims that are not in the data: the tables of ``LEFT_OUT.md``."""

import re
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Item, Items, Origin
from csto_atlas.events.files.text import LINE_END, read_text

_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


def read_left_out(path: Path) -> Items:
    """Return the claim and the reason of each row of the Markdown tables in a file.

    Raises
    ------
    DataError
        If the file cannot be read, or holds no table.
    """
    items: list[Item] = []
    problems: list[Problem] = []
    in_table = seen = False
    for number, line in enumerate(LINE_END.split(read_text(path)), 1):
        text = line.strip()
        origin = Origin(path.as_posix(), number)
        if not text.startswith("|"):
            in_table = False
        elif _RULE.fullmatch(text):
            in_table = seen = True
        elif in_table:
            cells = _cells(text)
            if len(cells) < 2 or not all(cells[:2]):
                what = f"the row '{text}'"
                problems.append(Problem(str(origin), what, "| claim | reason |"))
            else:
                items.append(Item(origin, {"claim": cells[0], "reason": cells[1]}))
    if not seen:
        problem = Problem(f"{path.as_posix()}:1", "no table", "| claim | reason |")
        raise DataError([problem])
    return Items(tuple(items), tuple(problems))


def _cells(row: str) -> list[str]:
    """Split a row of a table; a claim may stand in back quotes."""
    cells = _UNESCAPED_BAR.split(row.removeprefix("|").removesuffix("|"))
    return [cell.strip().strip("`").replace("\\|", "|") for cell in cells]
