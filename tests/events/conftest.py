"""A small, correct data set, made in a folder, that a test can break in one place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from csto_atlas.events.errors import Problem
from csto_atlas.events.load import load_dataset
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import validate

FILES = {
    "dataset.yml": """\
title: {en: A pact, ar: حلف}
as_of: "2026-03-11"
languages: [en, ar]
organisation: pact
licence: CC BY 4.0
protection:
  heading: {en: When, ar: متى}
  note: {en: Covered at home, ar: مشمولة في أراضيها}
  article: {en: Article, ar: المادة}
  answers:
    covered: {en: "Yes", ar: نعم}
    not_covered: {en: "No", ar: لا}
    partly: {en: Partly, ar: بعضها}
    undecided: {en: Unknown, ar: لا يُعرف}
  sources: [agency-1992]
""",
    "statuses.yml": """\
- id: member
  label: {en: member, ar: عضو}
  plural: {en: Members, ar: الأعضاء}
  counted: {en: {other: "{n} members"}, ar: {other: "{n} أعضاء"}}
  counts: true
- id: lapsed
  label: {en: left, ar: خرجت}
  plural: {en: Left, ar: خرجت}
  counted: {en: {other: "{n} left"}, ar: {other: "{n} خرجت"}}
  note: {en: "No act", ar: "بلا قرار"}
  counts: false
""",
    "organisations.yml": """\
- id: pact
  name: {en: The Pact, ar: الحلف}
  short: {en: Pact, ar: حلف}
  sources: [agency-1992]
""",
    "memberships.csv": """\
organisation,code,status,start,end,certainty,basis_en,basis_ar,sources,claims
pact,ARM,member,1992-05-15,1999-04-20,high,Signed,وقّعت,agency-1992 daily,claim-one
pact,ARM,lapsed,1999-04-20,,medium,Not renewed,لم تجدّد,daily,
""",
    "areas.csv": """\
area,status,code,controlled_by,controller_en,controller_ar,start,end,certainty,name_en,\
name_ar,note_en,note_ar,sources
valley,disputed,AZE,hill-people,Hill people,أهل التل,1994-05,2020-11-10,low,Valley,\
وادٍ,,,daily
""",
    "lines.csv": """\
line,start,end,certainty,name_en,name_ar,note_en,note_ar,sources
ridge,1994-05,2020-11-10,low,Ridge,حافة,,,daily
""",
    "deployments.csv": """\
contingent,state,start,end,certainty,basis_en,basis_ar,sources
ARM,arriving,2001-01-06,2001-01-07,medium,Flew in,وصلت,daily
ARM,leaving,2001-01-07,2001-01-08,low,Flew home,عادت,daily
""",
    "movements.csv": """\
movement,contingent,direction,mode,from_place,to_place,via,date,certainty,note_en,\
note_ar,sources
arm-out,ARM,out,air,airfield,town,airfield town,2001-01-06,medium,,,daily
""",
    "objects.csv": """\
object,place,guards,start,end,certainty,name_en,name_ar,note_en,note_ar,sources
bridge,town,ARM,2001-01-06,,low,Bridge,جسر,,,daily
""",
    "events/acts.yml": """\
- id: treaty-signed
  kind: act
  date: "1992-05-15"
  place: town
  countries: [ARM]
  rank: 1
  maps: [membership]
  headline: {en: A treaty, ar: معاهدة}
  title:
    en: The treaty was signed.
    ar: وُقّعت المعاهدة.
  certainty: high
  figures:
    - value: {en: Six states, ar: ست دول}
      by: {en: The agency, ar: الوكالة}
      sources: [agency-1992]
      claims: [claim-two]
  sources: [agency-1992]
  claims: [claim-three]
""",
    "events/calls.yml": """\
- id: call
  kind: request
  date: "2001-01-05"
  place: town
  other_places: [airfield]
  countries: [ARM]
  rank: 2
  maps: [membership]
  title: {en: They asked, ar: طلبوا}
  certainty: medium
  figures:
    - value: {en: 100 to 150, ar: بين 100 و150}
      by: {en: The agency, ar: الوكالة}
      measure: troops
      side: ARM
      low: 100
      high: 150
      best: true
      sources: [daily]
  request:
    by: ARM
    to: [AZE, pact]
    article: 4
    answered: "2001-01-06"
    answer: {en: A meeting, ar: اجتماع}
    came: {en: Troops, ar: قوات}
    troops: true
    claimed: {en: Nothing came, ar: لم يصل شيء}
  sources: [daily]
""",
    "article.yml": """\
title: {en: A story, ar: قصة}
lead: {text: {en: It began, ar: بدأت}, sources: [daily]}
sections:
  - map: membership
    heading: {en: First, ar: أولا}
    steps:
      - at: "2001"
        select: call
        text: {en: A start, ar: بداية}
        sources: [agency-1992, daily]
      - at: "1993"
        select: ARM
        view: control
        camera: north
        text: {en: Then, ar: ثم}
        sources: [daily]
close: {text: {en: It ended, ar: انتهت}, sources: [daily]}
""",
    "sources.yml": """\
- id: agency-1992
  kind: primary
  publisher: The Agency
  title: Treaty signed
  note: {en: In full, ar: كاملاً}
  language: en
  url: https://agency.example/treaty
- id: daily
  kind: press
  publisher: The Daily
  title: A report
  language: ar
  note: {en: Read in a copy, ar: قُرئ في نسخة}
""",
    "superlatives.csv": "record,claim,support\n",
    "claims.csv": """\
claim,article,summary
claim-one,daily,They signed
claim-two,daily,They were six
claim-three,daily,They met
claim-four,daily,They were right
""",
    "LEFT_OUT.md": """\
# Left out

| claim | reason |
|---|---|
| `claim-four` | an opinion |
""",
}


@dataclass(frozen=True)
class Folder:
    """A folder that holds a data set."""

    path: Path

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file of the data set, byte for byte."""
        file = self.path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change the first place where a text stands in a file."""
        text = (self.path / name).read_bytes().decode()
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def load(self) -> Dataset:
        """Return the data set, which must have no problem."""
        dataset, problems = load_dataset(self.path)
        assert problems == ()
        assert dataset is not None
        return dataset

    def problems(self) -> list[str]:
        """Return every problem of the data set, with paths inside the folder."""
        dataset, loading = load_dataset(self.path)
        found: list[Problem] = list(loading)
        if dataset is not None:
            known = KnownNames(
                codes={"ARM", "AZE", "BLR"},
                places={"town", "airfield"},
                areas={"valley"},
                maps={"membership"},
                lines={"ridge"},
                ticks={"membership": {"1992", "1993", "2001"}},
                presets={"membership": {"north", "south"}},
            )
            found += validate(dataset, known)
        prefix = f"{self.path.as_posix()}/"
        return [str(problem).replace(prefix, "") for problem in found]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a folder with a correct data set."""
    made = Folder(tmp_path)
    for name, text in FILES.items():
        made.write(name, text)
    return made
