"""Data sets of whole organisations, written from a list of their members."""

import csv
from pathlib import Path

LIST = Path(__file__).with_name("organisations.csv")
FOUNDED, LATER = "2000-01-01", "2005-01-01"
DATASET = """\
title: {{en: "{name}", ar: "{name}"}}
as_of: "2010-12-31"
languages: [{languages}]
organisation: made
licence: CC0
"""
ORGANISATIONS = """\
- id: made
  name: {{en: "{name}", ar: "{name}"}}
  short: {{en: "{name}", ar: "{name}"}}
  sources: [list]
"""
SOURCES = """\
- {id: list, kind: research, publisher: "A publisher", title: "A list", language: en}
"""
STATUSES = """\
- id: member
  label: {en: "member", ar: "دولة عضو"}
  plural: {en: "Members", ar: "الدول الأعضاء"}
  counted:
    en: {one: "{n} member", other: "{n} members"}
    ar: {one: "دولة عضو واحدة", two: "دولتان", few: "{n} دول", other: "{n} دولة"}
  counts: true
"""
MAP = """\
id: membership
title: {{en: "{name}", ar: "{name}"}}
timeline:
  - {{from: "1999", to: "2010", step: year}}
default: last
least_rank: 3
overlays: []
states:
  member: {{colour: strong, pattern: solid}}
"""
HEADER = "organisation,code,status,start,end,certainty,basis_en,basis_ar,sources,claims"
PLACES = (
    "place,name_en,name_ar,lat,lon,precision,radius_km,code,geonames_id,source,note"
)


def read_members() -> dict[str, list[str]]:
    """Return the codes of the members of every organisation of the list."""
    with LIST.open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["organisation"]: row["codes"].split() for row in rows}


def write_alliance(folder, name, codes, languages=("en", "ar")):
    """Write a data set of an organisation: founded in 2000, every fifth joins in 2005.

    Parameters
    ----------
    folder : Path
    name : str
    codes : sequence of str
        Members.
    languages : sequence of str

    Returns
    -------
    Path
        The folder.
    """
    rows = [
        f"made,{code},member,{LATER if number % 5 == 0 else FOUNDED}"
        ",,medium,Made,مصنوع,list,"
        for number, code in enumerate(codes)
    ]
    files = {
        "dataset.yml": DATASET.format(name=name, languages=", ".join(languages)),
        "organisations.yml": ORGANISATIONS.format(name=name),
        "sources.yml": SOURCES,
        "statuses.yml": STATUSES,
        "places.csv": PLACES + "\n",
        "memberships.csv": "\n".join([HEADER, *rows, ""]),
        "maps/membership.yml": MAP.format(name=name),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
