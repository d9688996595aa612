import os
import shutil
import subprocess
import sys

import pytest

import build
from tests.conftest import DATA, LANGUAGES, MAPS

pytestmark = pytest.mark.build


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}


@pytest.fixture
def data(tmp_path):
    """Return a copy of the default data set, to break."""
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_atlas_has_every_map_in_every_language_tables_stills_and_gallery(atlas):
    names = (*MAPS, "article")
    pages = {f"{tongue}/{name}.html" for tongue in LANGUAGES for name in names}
    found = {name.as_posix() for name in contents(atlas)} - {".atlas.json"}
    stills = {name for name in found if name.startswith("stills/")}
    data = {name for name in found if name.startswith("data/")}
    headers = {f"headers/{name}" for name in ("nginx.conf", "apache.conf", "_headers")}
    others = {"embed.js", "index.html", "licences.txt"} | headers
    assert found - stills - data == pages | others
    assert {"data/events.csv", "data/datapackage.json"} <= data
    for tongue in LANGUAGES:
        for name in ("membership-2012", "almaty-2022-01-09", "border-2022-09"):
            assert f"stills/{tongue}/{name}.svg" in stills


def test_a_failing_build_names_every_problem_and_leaves_the_output(
    atlas, data, tmp_path, capsys
):
    out = shutil.copytree(atlas, tmp_path / "dist")
    before = contents(out)
    table = data / "memberships.csv"
    rows = table.read_text().splitlines()
    rows[1] = rows[1].replace("RUS", "RSU")
    rows[2] = rows[2].replace("1994-04-20", "1994-04-31")
    table.write_text("\n".join(rows))
    assert build.main(["--data", str(data), "--out", str(out)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert any(f"{table}:2: " in line and "'RSU'" in line for line in lines)
    assert any(f"{table}:3: " in line and "1994-04-31" in line for line in lines)
    assert all("; expected " in line for line in lines)
    assert contents(out) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "dist"]


def test_a_language_without_texts_is_refused(data, tmp_path, capsys):
    out = tmp_path / "dist"
    assert build.main(["--lang", "fr", "--out", str(out)]) == 2
    assert "no texts in 'fr'; expected one of en, ar" in capsys.readouterr().err
    assert not out.exists()


def test_a_map_that_there_is_not_is_refused(tmp_path, capsys):
    out = tmp_path / "dist"
    assert build.main(["--map", "moon", "--out", str(out)]) == 2
    expected = "no map 'moon'; expected one of almaty, border, membership"
    assert expected in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("wrong", [["--data", "nowhere"], ["--x"]])
def test_wrong_usage_exits_with_2(wrong):
    with pytest.raises(SystemExit) as stop:
        build.main(wrong)
    assert stop.value.code == 2


def test_the_output_must_be_a_folder(tmp_path):
    (tmp_path / "dist").write_text("mine")
    with pytest.raises(SystemExit) as stop:
        build.main(["--out", str(tmp_path / "dist")])
    assert stop.value.code == 2
    assert (tmp_path / "dist").read_text() == "mine"


def test_one_map_in_one_language_is_the_same_again_and_leaves_the_rest(atlas, tmp_path):
    """Builds as another process would; make proof does so with the whole atlas."""
    out = shutil.copytree(atlas, tmp_path / "dist")
    (out / "ru" / "almaty.html").write_text("old")
    for path in (out / "data").iterdir():
        path.unlink()
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    wanted = ["--map", "almaty", "--lang", "ru", "--out", out]
    command = [sys.executable, build.ROOT / "build.py", *wanted]
    subprocess.run(command, check=True, env=env, cwd=tmp_path)
    assert contents(out) == contents(atlas)
