from datetime import date

import pytest

import build
from csto_atlas.events.citation_counts import CitationCount
from csto_atlas.maps.cli import check
from csto_atlas.maps.cli.check import _percent, _print_citations

# Of the new data set, which has no figures.
CITED = "8 dated rows: 100% cited, 50% by two publishers; research 8, primary 4\n"


@pytest.fixture
def data(tmp_path, capsys):
    """Return a new data set, as `new` writes it, to break."""
    assert build.main(["new", str(tmp_path / "data")]) == 0
    capsys.readouterr()
    return tmp_path / "data"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_right_data_set_has_neither_problem_nor_warning(data, capsys):
    assert build.main(["check", "--strict", "--data", str(data)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.endswith(f"\n{CITED}2 events, 1 map: no problem\n")


def test_the_choice_of_a_projection_is_explained_in_a_sentence(data, capsys):
    assert build.main(["check", "--data", str(data)]) == 0
    said = capsys.readouterr().out.splitlines()[0]
    assert said.startswith("map 'membership': Lambert Azimuthal Equal Area, areas true")
    assert "chosen because" in said


@pytest.mark.data_set
def test_the_default_data_set_has_neither_problem_nor_warning(capsys):
    assert build.main(["check", "--strict", "--on", "2026-03-12"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.endswith(" 3 maps: no problem\n")


@pytest.mark.parametrize(("part", "share"), [(79, "79%"), (799, "79%"), (800, "80%")])
def test_a_share_is_never_rounded_up(part, share):
    assert _percent(part, 100 if part < 100 else 1000) == share


def test_figures_that_only_a_checked_article_gives_are_told_apart(capsys):
    count = CitationCount(10, 10, 6, {"press": 6, "article": 4}, claims=4)
    _print_citations("figure", count)
    assert capsys.readouterr().out == (
        "10 figures: 100% cited, 60% by two publishers (100% without the 4 that only "
        "an article gives); press 6, article 4\n"
    )


def test_every_problem_is_printed_and_counted(data, capsys):
    edit(data / "memberships.csv", "benelux,BEL", "benelux,BLE")
    spec = data / "maps" / "membership.yml"
    edit(spec, 'default: "1960"', 'default: "1975"')
    edit(spec, "overlays: []", "overlays: [ciss]")
    assert build.main(["check", "--data", str(data)]) == 1
    printed = capsys.readouterr()
    found = printed.err.splitlines()
    assert len(found) == 3
    assert sum("memberships.csv:2" in line for line in found) == 1
    assert "'1975'" in printed.err
    assert "'ciss'" in printed.err  # the wrong default does not hide it
    assert printed.out == "3 problems\n"


@pytest.mark.parametrize(("words", "status"), [([], 0), (["--strict"], 1)])
def test_a_warning_is_a_mistake_only_if_strict(data, capsys, words, status):
    with (data / "sources.yml").open("a", encoding="utf-8") as file:
        file.write(
            "- {id: never-read, kind: copy, publisher: A, title: B, language: en}\n"
        )
    assert build.main(["check", "--data", str(data), *words]) == status
    printed = capsys.readouterr()
    line = len((data / "sources.yml").read_text().splitlines())
    assert printed.err == (
        f"{data / 'sources.yml'}:{line}: warning: nothing cites the source "
        "'never-read'; expected a record that cites it\n"
    )
    assert printed.out.endswith(f"\n{CITED}2 events, 1 map: 1 warning\n")


def test_data_that_end_long_ago_are_a_warning_that_is_no_mistake(data, capsys):
    command = ["check", "--strict", "--data", str(data), "--on", "1962-08-01"]
    assert build.main(command) == 0
    printed = capsys.readouterr()
    assert "dataset.yml:11: warning: the data end on 1961-12-31, 6 m" in printed.err
    assert printed.out.endswith(f"\n{CITED}2 events, 1 map: 1 warning\n")


def test_without_a_day_the_age_is_judged_today(data, monkeypatch, capsys):
    class Today(date):
        @classmethod
        def today(cls):
            return cls(1963, 1, 1)

    monkeypatch.setattr(check, "date", Today)
    assert build.main(["check", "--data", str(data)]) == 0
    assert "12 months ago" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused(data, capsys):
    with pytest.raises(SystemExit, match="2"):
        build.main(["check", "--data", str(data), "--on", "yesterday"])
    assert "'yesterday' is no day" in capsys.readouterr().err


def test_checking_writes_nothing(data, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert build.main(["check", "--data", str(data)]) == 0
    assert sorted(tmp_path.rglob("*")) == before
