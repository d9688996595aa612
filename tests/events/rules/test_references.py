"""Rules: every id is given once, and every name that is used exists."""

import pytest

FAULTS = {
    "an unknown code": (
        ("memberships.csv", "pact,ARM,lapsed", "pact,AMR,lapsed"),
        "memberships.csv:3: unknown code 'AMR'; "
        "expected one of geodata/data/territories.csv (nearest: 'ARM')",
    ),
    "an unknown code of an event": (
        ("events/acts.yml", "[ARM]", "[ARM, GDR]"),
        "events/acts.yml:5: unknown code 'GDR'; "
        "expected one of geodata/data/territories.csv",
    ),
    "an unknown holder of an area": (
        ("areas.csv", "hill-people", "AZR"),
        "areas.csv:2: unknown code 'AZR'; "
        "expected one of geodata/data/territories.csv (nearest: 'AZE')",
    ),
    "an unknown source": (
        ("memberships.csv", "agency-1992 daily", "agency-1992 dayly"),
        "memberships.csv:2: unknown source 'dayly'; "
        "expected one of sources.yml (nearest: 'daily')",
    ),
    "an unknown source of a figure": (
        ("events/acts.yml", "sources: [agency-1992]", "sources: [agency-1993]"),
        "events/acts.yml:16: unknown source 'agency-1993'; "
        "expected one of sources.yml (nearest: 'agency-1992')",
    ),
    "an unknown source of a superlative": (
        ("superlatives.csv", "support\n", "support\ncall,The first,test_it dayly\n"),
        "superlatives.csv:2: unknown source 'dayly'; "
        "expected one of sources.yml (nearest: 'daily')",
    ),
    "an unknown article": (
        ("claims.csv", "claim-two,daily", "claim-two,weekly"),
        "claims.csv:3: unknown source 'weekly'; expected one of sources.yml",
    ),
    "an unknown place": (
        ("events/acts.yml", "place: town", "place: tawn"),
        "events/acts.yml:4: unknown place 'tawn'; "
        "expected one of geodata/data/places.csv (nearest: 'town')",
    ),
    "an unknown area": (
        ("areas.csv", "valley,", "vally,"),
        "areas.csv:2: unknown area 'vally'; "
        "expected one of geodata/data/areas.geojson (nearest: 'valley')",
    ),
    "an unknown status": (
        ("memberships.csv", "ARM,member", "ARM,membr"),
        "memberships.csv:2: unknown status 'membr'; "
        "expected one of statuses.yml (nearest: 'member')",
    ),
    "an unknown map": (
        ("events/acts.yml", "maps: [membership]", "maps: [membership, borders]"),
        "events/acts.yml:7: unknown map 'borders'; expected one of the folder maps",
    ),
    "an unknown other place": (
        ("events/calls.yml", "[airfield]", "[town, airfeld]"),
        "events/calls.yml:5: unknown place 'airfeld'; "
        "expected one of geodata/data/places.csv (nearest: 'airfield')",
    ),
    "an unknown side of a figure": (
        ("events/calls.yml", "side: ARM", "side: AMR"),
        "events/calls.yml:15: unknown code 'AMR'; "
        "expected one of geodata/data/territories.csv (nearest: 'ARM')",
    ),
    "an unknown state that was asked": (
        ("events/calls.yml", "to: [AZE", "to: [AZR"),
        "events/calls.yml:22: unknown code 'AZR'; "
        "expected one of geodata/data/territories.csv (nearest: 'AZE')",
    ),
    "an unknown organisation that was asked": (
        ("events/calls.yml", "AZE, pact", "AZE, pacte"),
        "events/calls.yml:22: unknown organisation 'pacte'; "
        "expected one of organisations.yml (nearest: 'pact')",
    ),
    "an unknown contingent": (
        ("deployments.csv", "ARM,leaving", "AMR,leaving"),
        "deployments.csv:3: unknown code 'AMR'; "
        "expected one of geodata/data/territories.csv (nearest: 'ARM')",
    ),
    "an unknown place of departure": (
        ("movements.csv", "air,airfield", "air,airfeld"),
        "movements.csv:2: unknown place 'airfeld'; "
        "expected one of geodata/data/places.csv (nearest: 'airfield')",
    ),
    "an unknown place of arrival": (
        ("movements.csv", "airfield,town", "airfield,tawn"),
        "movements.csv:2: unknown place 'tawn'; "
        "expected one of geodata/data/places.csv (nearest: 'town')",
    ),
    "an unknown place on the way": (
        ("movements.csv", "airfield town", "airfield tawn"),
        "movements.csv:2: unknown place 'tawn'; "
        "expected one of geodata/data/places.csv (nearest: 'town')",
    ),
    "an unknown guard": (
        ("objects.csv", "town,ARM", "town,ARM AMR"),
        "objects.csv:2: unknown code 'AMR'; "
        "expected one of geodata/data/territories.csv (nearest: 'ARM')",
    ),
    "an unknown place of an object": (
        ("objects.csv", "bridge,town", "bridge,tawn"),
        "objects.csv:2: unknown place 'tawn'; "
        "expected one of geodata/data/places.csv (nearest: 'town')",
    ),
    "an unknown line": (
        ("lines.csv", "ridge,", "rigde,"),
        "lines.csv:2: unknown line 'rigde'; "
        "expected one of geodata/data/lines.geojson (nearest: 'ridge')",
    ),
    "an unknown source of a contingent": (
        ("deployments.csv", "عادت,daily", "عادت,dayly"),
        "deployments.csv:3: unknown source 'dayly'; "
        "expected one of sources.yml (nearest: 'daily')",
    ),
    "an unknown source of the rule of protection": (
        ("dataset.yml", "[agency-1992]", "[agency-1993]"),
        "dataset.yml:15: unknown source 'agency-1993'; "
        "expected one of sources.yml (nearest: 'agency-1992')",
    ),
    "a repeated movement": (
        (
            "movements.csv",
            "daily\n",
            "daily\narm-out,ARM,out,road,town,town,,2001-01-06,low,,,daily\n",
        ),
        "movements.csv:3: movement 'arm-out' is defined again; "
        "expected an id not used at movements.csv:2",
    ),
    "a repeated id": (
        ("claims.csv", "claim-four", "claim-one,daily,Again\nclaim-four"),
        "claims.csv:5: claim 'claim-one' is defined again; "
        "expected an id not used at claims.csv:2",
    ),
    "a repeated status": (
        (
            "statuses.yml",
            "- id: lapsed",
            "- {id: member, label: {en: a, ar: b}, "
            "plural: {en: a, ar: b}, counted: {en: {other: a}, ar: {other: b}}, "
            "counts: true}\n- id: lapsed",
        ),
        "statuses.yml:6: status 'member' is defined again; "
        "expected an id not used at statuses.yml:1",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_name_is_reported_alone_with_its_line(folder, change, problem) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]


def test_an_unknown_main_organisation_is_reported(folder) -> None:
    folder.replace("dataset.yml", "organisation: pact", "organisation: pacte")
    assert folder.problems() == [
        "dataset.yml:4: unknown organisation 'pacte'; "
        "expected one of organisations.yml (nearest: 'pact')"
    ]


def test_a_misspelt_claim_is_unknown_here_and_nowhere_there(folder) -> None:
    folder.replace("claims.csv", "claim-two", "claim-twoo")
    assert folder.problems() == [
        "claims.csv:3: claim 'claim-twoo' is nowhere; "
        "expected a membership, an event, a figure or LEFT_OUT.md to name it",
        "events/acts.yml:17: unknown claim 'claim-two'; "
        "expected one of claims.csv (nearest: 'claim-twoo')",
    ]


def test_a_source_that_could_not_be_read_is_not_called_unknown(folder) -> None:
    folder.replace("sources.yml", "language: ar", "language: [ar]")
    assert folder.problems() == ["sources.yml:12: bad language (a list); expected text"]


def test_no_source_is_called_unknown_if_their_file_could_not_be_read(folder) -> None:
    folder.replace("sources.yml", "title: A report", "title: A: report")
    assert folder.problems() == [
        "sources.yml:11: malformed YAML (mapping values are not allowed in this "
        "context); expected quotes around a text that holds ': '"
    ]
