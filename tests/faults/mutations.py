"""One fact of the default data set, changed at random."""

import csv
import re
from datetime import date, timedelta
from io import StringIO
from typing import NamedTuple


class Mutation(NamedTuple):
    """A cell or a value that became another one; whose it is, by the words of it."""

    file: str
    line: int
    field: str
    old: str
    new: str
    subjects: frozenset[str]


# By table: the columns that say whose a row is, and those that are changed.
TABLES = {
    "memberships.csv": (("code",), ("start", "end", "status", "code")),
    "areas.csv": (("area",), ("start", "end", "controlled_by")),
    "deployments.csv": (("contingent",), ("start", "end", "state")),
    "movements.csv": (("movement", "contingent"), ("date", "from_place", "to_place")),
    "objects.csv": (("object",), ("start", "end", "place")),
    "lines.csv": (("line",), ("start", "end")),
}
VALUES = {
    "date": re.compile(r'^  date: "([^"]+)"$'),
    "place": re.compile(r"^  place: (\S+)$"),
    "low": re.compile(r"^      low: ([\d.]+)$"),
    "high": re.compile(r"^      high: ([\d.]+)$"),
    "value": re.compile(r'^    - value: \{en: "([^"]*\d[^"]*)"'),
}
ID = re.compile(r"^- id: (\S+)$")


def mutate(data, dice, places):
    """Change one fact in a folder; return what was changed."""
    while True:
        choice = dice.choice([*TABLES, *["events"] * len(TABLES)])
        if choice == "events":
            path = dice.choice(sorted((data / "events").glob("*.yml")))
            made = _mutate_events(path, dice, places)
        else:
            made = _mutate_table(data / choice, dice, places)
        if made:
            return made


def _mutate_table(path, dice, places):
    keys, columns = TABLES[path.name]
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    number, field = dice.randrange(len(rows)), dice.choice(columns)
    row = rows[number]
    new = _other(field, row[field], [r[field] for r in rows if r[field]], dice, places)
    if new is None:
        return None
    subjects = {row[key] for key in keys} | ({new} if field in keys else set())
    old, row[field] = row[field], new
    text = StringIO()
    csv.DictWriter(text, row, lineterminator="").writerow(row)
    lines[number + 1] = text.getvalue()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Mutation(path.name, number + 2, field, old, new, frozenset(subjects))


def _mutate_events(path, dice, places):
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [
        (number, field, match)
        for number, line in enumerate(lines)
        for field, pattern in VALUES.items()
        if (match := pattern.match(line))
    ]
    number, field, match = dice.choice(found)
    new = _other(field, match[1], [], dice, places)
    if new is None:
        return None
    event = next(m[1] for line in lines[number::-1] if (m := ID.match(line)))
    start, end = match.span(1)
    lines[number] = lines[number][:start] + new + lines[number][end:]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    name = f"events/{path.name}"
    return Mutation(name, number + 1, field, match[1], new, frozenset({event}))


def _other(field, old, known, dice, places):
    """Return another value of the same kind; None if there is none."""
    if field in ("start", "end", "date"):
        return _other_date(old, dice)
    if field in ("place", "from_place", "to_place"):
        return dice.choice(sorted(set(places) - {old})) if old else None
    if field in ("low", "high"):
        return str(round(float(old)) + dice.randrange(1, 50))
    if field == "value":
        digit = dice.choice([m.start() for m in re.finditer(r"\d", old)])
        other = str((int(old[digit]) + dice.randrange(1, 10)) % 10)
        return old[:digit] + other + old[digit + 1 :]
    return dice.choice(sorted(set(known) - {old}))


def _other_date(old, dice):
    try:
        day = date.fromisoformat(old)
    except ValueError:
        if re.fullmatch(r"\d{4}", old):
            return str(int(old) + dice.choice((-2, -1, 1, 2)))
        return None
    days = dice.choice((1, 2, 5, 40, 400)) * dice.choice((-1, 1))
    return (day + timedelta(days)).isoformat()
