import re

import pytest

import build
from csto_atlas.maps.validation.json_schema import FILES


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "mine"
    assert build.main(["new", str(folder)]) == 0
    return folder


def test_a_new_data_set_has_neither_problem_nor_warning(made, capsys):
    assert build.main(["check", "--data", str(made), "--strict"]) == 0
    assert capsys.readouterr().out.endswith("\n2 events, 1 map: no problem\n")


@pytest.mark.build
def test_a_new_data_set_builds_at_once(made, tmp_path):
    out = tmp_path / "dist"
    assert build.main(["--data", str(made), "--out", str(out)]) == 0
    english, arabic = (
        (out / language / "membership.html").read_text(encoding="utf-8")
        for language in ("en", "ar")
    )
    assert "The treaty of the Benelux Economic Union came into force" in english
    assert "دخول معاهدة اتحاد بنلوكس الاقتصادي حيز التنفيذ" in arabic
    for page in (english, arabic):
        assert 'data-event="treaty-signed-1958"' in page  # its sign, at The Hague
        assert {"BEL", "LUX", "NLD"} <= set(re.findall(r'data-code="([A-Z]{3})"', page))


def test_every_file_names_a_schema_that_is_there(made):
    found = set()
    for path in made.rglob("*.yml"):
        first, second = path.read_text(encoding="utf-8").splitlines()[:2]
        name = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)[1]
        schema = (path.parent / name).resolve()
        assert schema.exists(), path
        assert schema.parent == made / "schema"
        assert second.startswith("# ")
        found.add(schema.stem)
    assert found == FILES.keys() - {"article", "glossary", "layers"}


def test_every_file_is_explained(made):
    text = (made / "README.md").read_text(encoding="utf-8")
    for path in made.rglob("*.*"):
        if path.suffix in (".yml", ".csv"):
            name = path.relative_to(made)
            written = f"{name.parent}/*.yml" if len(name.parts) > 1 else str(name)
            assert f"`{written}`" in text


def test_an_empty_folder_is_filled(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert build.main(["new", "."]) == 0
    assert (tmp_path / "dataset.yml").exists()
    assert "python build.py serve --data ." in capsys.readouterr().out


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / ".hidden").write_text("mine")
    assert build.main(["new", str(tmp_path)]) == 2
    assert "is not empty; expected a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [".hidden"]


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(SystemExit) as stop:
        build.main(["new", str(tmp_path / "file")])
    assert stop.value.code == 2
    assert (tmp_path / "file").read_text() == "mine"
