"""A small data set with a sheet, and what is read from it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from csto_atlas.events.load import load_dataset
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate
from csto_atlas.events.sheets.countries import Countries
from csto_atlas.geodata.territories import load_territories

ROOT = Path(__file__).parents[3]
REGISTER = load_territories(ROOT / "geodata" / "data" / "territories.csv")

FILES = {
    "statuses.yml": """\
- id: member
  label: {en: member, ar: عضو}
  plural: {en: Members, ar: الأعضاء}
  counted: {en: {other: "{n} members"}, ar: {other: "{n} أعضاء"}}
  counts: true
- id: observer
  label: {en: observer, ar: مراقب}
  plural: {en: Observers, ar: المراقبون}
  counted: {en: {other: "{n} observers"}, ar: {other: "{n} مراقبين"}}
  counts: false
""",
    "organisations.yml": """\
- id: nato
  name: {en: North Atlantic Treaty Organization, ar: منظمة حلف شمال الأطلسي}
  short: {en: NATO, ar: الناتو}
  sources: [depositary]
- id: eu
  name: {en: European Union, ar: الاتحاد الأوروبي}
  short: {en: EU, ar: الاتحاد}
  sources: [depositary]
""",
    "sources.yml": """\
- {id: depositary, kind: primary, publisher: Depositary, title: A list, language: en}
""",
}
DATASET = """\
title: {{en: An alliance, ar: حلف}}
as_of: "2026-03-11"
languages: [en, ar]
organisation: nato
licence: CC BY 4.0
sheets:
  - file: {file}
{lines}"""
SHEET = {
    "status": "member",
    "sources": "[depositary]",
    "basis": "{en: Acceded, ar: انضمت}",
}


@dataclass(frozen=True)
class Read:
    """What was read from a data set: rows, and what it says about them."""

    rows: list[tuple[str, ...]]
    problems: list[str]
    warnings: list[str]
    lines: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Folder:
    """A folder with a data set whose memberships are in one sheet."""

    path: Path

    def read(self, content: str | bytes, **options: str | None) -> Read:
        """Write the sheet and its description, load all, and check it."""
        data = content.encode() if isinstance(content, str) else content
        (self.path / "found.csv").write_bytes(data)
        return self.load(**options)

    def load(self, **options: str | None) -> Read:
        """Describe the sheet that is there, load all, and check it."""
        file = options.pop("file", "found.csv")
        said = {k: v for k, v in (SHEET | options).items() if v is not None}
        lines = "".join(f"    {name}: {value}\n" for name, value in said.items())
        for name, text in (
            FILES | {"dataset.yml": DATASET.format(lines=lines, file=file)}
        ).items():
            (self.path / name).write_text(text, encoding="utf-8")
        dataset, problems = load_dataset(self.path, REGISTER)
        if dataset is None:
            return Read([], self._texts(problems), [])
        found = [*problems]
        found += validate(dataset, KnownNames(codes=REGISTER))
        rows = [
            (
                m.organisation,
                m.code,
                m.status,
                m.start.text,
                m.end.text if m.end else "",
            )
            for m in dataset.memberships
        ]
        lines = [m.origin.line for m in dataset.memberships]
        return Read(rows, self._texts(found), self._texts(dataset.warnings), lines)

    def _texts(self, problems) -> list[str]:
        prefix = f"{self.path.as_posix()}/"
        return [str(problem).replace(prefix, "") for problem in problems]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a folder for a data set."""
    return Folder(tmp_path)


@pytest.fixture(scope="session")
def countries() -> Countries:
    """Return the names of the register."""
    return Countries(REGISTER)
