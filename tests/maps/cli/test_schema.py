import build
from csto_atlas.maps.validation.json_schema import write_schemas


def test_the_schemas_are_written_beside_what_is_there(tmp_path):
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "own.txt").write_text("mine")
    assert build.main(["schema", str(folder)]) == 0
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert found == {**write_schemas(), "own.txt": "mine"}
