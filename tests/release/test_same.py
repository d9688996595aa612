import sys
from pathlib import Path

import pytest

from tests.release import same


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_files_that_differ_are_new_or_are_gone_are_listed(tmp_path):
    old = write(tmp_path / "old", a__same="1", a__changed="1", gone="1")
    new = write(tmp_path / "new", a__same="1", a__changed="2", b__new="1")
    assert same.list_differences(old, new) == [
        "a/changed: differs", "b/new: is new", "gone: is gone",
    ]  # fmt: skip
    assert same.list_differences(old, old) == []


def test_a_tree_with_the_same_pins_is_built_in_this_environment(tmp_path):
    pins = (same.ROOT / same.PINS).read_text()
    (tmp_path / same.PINS).parent.mkdir()
    (tmp_path / same.PINS).write_text(pins)
    assert same.make_environment(tmp_path, tmp_path) == Path(sys.executable)


def test_a_tree_with_other_pins_has_an_environment_of_its_own(tmp_path, monkeypatch):
    commands = []
    monkeypatch.setattr(same, "_run", lambda command, _: commands.append(command))
    (tmp_path / same.PINS).parent.mkdir()
    (tmp_path / same.PINS).write_text("folium==0.0.1")
    python = same.make_environment(tmp_path, tmp_path)
    assert python == tmp_path / "venv" / "bin" / "python"
    assert commands[0][1:3] == ["-m", "venv"]
    assert commands[1][0] == str(python)
    assert commands[1][-1] == str(tmp_path / same.PINS)


def make_tree(folder, code):
    """Write a tree whose command writes what its code in maps/ says."""
    for name in ("events", "geodata", "maps", "examples"):
        (folder / name).mkdir(parents=True)
    (folder / "maps" / "__init__.py").write_text(code)
    (folder / "build.py").write_text(
        "import sys; from pathlib import Path; from csto_atlas.maps import SAYS; "
        "out = Path(sys.argv[-1]); out.mkdir(); (out / 'a').write_text(SAYS)"
    )
    return folder


def test_the_code_of_the_tree_is_what_builds(tmp_path):
    for says in ("then", "now"):
        tree = make_tree(tmp_path / says, f"SAYS = {says!r}")
        same.build_atlas(tree, Path(sys.executable), [], tmp_path / "out" / says)
        assert (tmp_path / "out" / says / "a").read_text() == says
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"then", "now"}


def test_a_build_that_fails_says_why(tmp_path):
    tree = make_tree(tmp_path / "tree", "1 / 0")
    with pytest.raises(same.BuildError, match="ZeroDivisionError"):
        same.build_atlas(tree, Path(sys.executable), [], tmp_path / "out" / "x")


@pytest.mark.parametrize(("differ", "status"), [(["a: differs"], 1), ([], 0)])
def test_the_exit_status_says_whether_anything_differs(monkeypatch, differ, status):
    monkeypatch.setattr(same, "compare", lambda ref, folder: differ)
    assert same.main(["HEAD"]) == status


def test_a_commit_that_there_is_not_is_an_error(capsys):
    assert same.main(["no-such-commit"]) == 2
    assert "no-such-commit" in capsys.readouterr().err
