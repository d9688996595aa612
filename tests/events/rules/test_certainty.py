"""Rule: a high certainty stands on two publishers, or on a primary text."""

import pytest

from csto_atlas.events.load import load_dataset
from csto_atlas.events.rules.certainty import unsupported_certainty
from csto_atlas.events.rules.known_names import KnownNames

EXPECTED = "expected a second publisher, a primary text, or certainty: medium"
FAULTS = {
    "an event": (
        ("events/calls.yml", "certainty: medium", "certainty: high"),
        "events/calls.yml:10: certainty 'high' with one publisher, The Daily; ",
    ),
    "a row of a table": (
        ("deployments.csv", "medium,Flew in", "high,Flew in"),
        "deployments.csv:2: certainty 'high' with one publisher, The Daily; ",
    ),
    "a movement": (
        ("movements.csv", "medium", "high"),
        "movements.csv:2: certainty 'high' with one publisher, The Daily; ",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_one_publisher_is_too_few_for_a_high_certainty(folder, change, problem) -> None:
    folder.replace(*change)
    assert folder.problems() == [f"{problem}{EXPECTED}"]


def test_two_texts_of_one_publisher_are_one_publisher(folder) -> None:
    folder.replace("sources.yml", "kind: primary", "kind: agency")
    folder.replace("sources.yml", "The Daily", "The Agency")
    places = [problem.partition(": ")[0] for problem in folder.problems()]
    assert places == ["events/acts.yml:12", "memberships.csv:2"]


def test_two_publishers_are_enough(folder) -> None:
    folder.replace("events/calls.yml", "certainty: medium", "certainty: high")
    folder.replace("events/calls.yml", "  sources: [daily]\n", "  sources: [daily]\n")
    text = (folder.path / "events/calls.yml").read_text()
    folder.write(
        "events/calls.yml", text[: text.rindex("[daily]")] + "[daily, agency]\n"
    )
    folder.write("sources.yml", (folder.path / "sources.yml").read_text() + AGENCY)
    assert folder.problems() == []


AGENCY = """\
- id: agency
  kind: agency
  publisher: The Agency
  title: They asked
  language: en
"""


@pytest.mark.parametrize(("declared", "count"), [("", 0), ("certainty: high, ", 1)])
def test_a_sheet_claims_only_the_certainty_that_it_declares(
    folder, declared, count
) -> None:
    folder.write("members.csv", "Country,Since\nArmenia,1992\n")
    basis = "basis: {en: Listed, ar: مدرجة}, sources: [daily]"
    sheet = f"{{file: members.csv, {declared}status: member, {basis}}}"
    text = (folder.path / "dataset.yml").read_text(encoding="utf-8")
    folder.write("dataset.yml", f"{text}sheets: [{sheet}]\n")
    (folder.path / "memberships.csv").unlink()
    dataset, problems = load_dataset(folder.path, {"ARM": "AM"})
    assert problems == ()
    found = [*unsupported_certainty(dataset, KnownNames())]
    assert len(dataset.memberships) == 1
    assert len(found) == count
