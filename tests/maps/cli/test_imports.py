import pytest

import build
from csto_atlas.events import imports
from csto_atlas.maps.cli import imports as command
from tests.made.published_files import ACLED, UCDP, make_file


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    assert build.main(["new", str(folder)]) == 0
    path = folder / "dataset.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("1961-12-31", "2026-03-11"), encoding="utf-8")
    return folder


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(words, capsys):
    with pytest.raises(SystemExit) as stop:
        build.main(words)
    assert stop.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_the_kinds_are_those_that_can_be_imported():
    assert set(command.KINDS) == set(imports.KINDS)


@pytest.mark.parametrize(
    ("kind", "columns", "words", "name"),
    [("ucdp", UCDP, [], "ucdp"), ("acled", ACLED, ["--layer", "unrest"], "unrest")],
)
def test_what_was_written_is_named_and_is_right(
    data, tmp_path, capsys, kind, columns, words, name
):
    file = make_file(tmp_path, columns, {}, name=f"{kind}_v23_1.csv")
    capsys.readouterr()
    assert build.main(["import", kind, str(file), "--data", str(data), *words]) == 0
    said = capsys.readouterr().out.splitlines()
    assert f"Wrote {data / 'layers' / f'{name}.yml'}" in said
    for line in said:
        assert (data / line.removeprefix("Wrote ")).is_file()
    assert build.main(["check", "--data", str(data), "--strict"]) == 0


def test_a_file_of_another_kind_is_refused_and_nothing_is_written(
    data, tmp_path, capsys
):
    file, before = make_file(tmp_path, ACLED, {}), contents(data)
    assert build.main(["import", "ucdp", str(file), "--data", str(data)]) == 1
    assert "; expected " in capsys.readouterr().err
    assert contents(data) == before


def test_wrong_usage_is_answered_with_the_nearest(data, tmp_path, capsys):
    file = make_file(tmp_path, UCDP, {}, name="events.csv")
    end = ["--data", str(data)]
    line = refusal(["import", "ucpd", str(file), *end], capsys)
    assert line.endswith("(nearest: 'ucdp')")
    wrong = str(tmp_path / "event.csv")
    line = refusal(["import", "ucdp", wrong, *end], capsys)
    assert line.endswith("(nearest: 'events.csv')")
    assert "--data" in refusal(["import", "ucdp", str(file)], capsys)
