"""Every file of a data folder is read, known as rubbish, or named."""

import pytest

from csto_atlas.events.files.unread import find_unread


def found_in(folder, *names, named=()):
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    problems = find_unread(folder, named)
    return [str(p).replace(f"{folder.as_posix()}/", "") for p in problems]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("events/acts.yaml", "the name 'acts.yml'"),
        ("maps/one.YML", "the name 'one.yml'"),
        ("dataset.yaml", "the name 'dataset.yml'"),
        ("events/acts.csv", "a file of a data set"),
        ("membership.csv", "a file of a data set (nearest: 'memberships.csv')"),
        ("list.xlsx", "a file of a data set"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path, name, expected):
    problem = f"{name}:1: the file is not read; expected {expected}"
    assert found_in(tmp_path, name) == [problem]


@pytest.mark.parametrize(
    "name",
    ["events/acts.yml", "sources.yml", "README.md", ".DS_Store", "events/._acts.yml",
     "~$list.xlsx", "old.yml~", "found.csv", "layers/seen.csv"],
)  # fmt: skip
def test_other_files_are_not(tmp_path, name):
    assert found_in(tmp_path, name, named={"found.csv", "layers/seen.csv"}) == []
