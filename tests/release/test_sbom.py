import json
from hashlib import sha256

from tests.release.sbom import PROVENANCE, add_vendored

BILL = {
    "components": [{"name": "Jinja2"}],
    "dependencies": [{"ref": "root-component", "dependsOn": ["a"]}, {"ref": "a"}],
}


def test_the_vendored_library_is_listed_with_its_files_as_they_are():
    bill = add_vendored(BILL, json.loads(PROVENANCE.read_text()))
    *others, library = bill["components"]
    assert others == BILL["components"]
    assert library["name"] == "Leaflet"
    assert library["licenses"] == [{"license": {"id": "BSD-2-Clause"}}]
    assert len(library["components"]) == 3
    for file in library["components"]:
        content = (PROVENANCE.parents[3] / file["name"]).read_bytes()
        assert file["hashes"][0]["content"] == sha256(content).hexdigest()


def test_the_project_depends_on_the_vendored_library():
    root, other = add_vendored(BILL, json.loads(PROVENANCE.read_text()))["dependencies"]
    assert root["dependsOn"] == ["a", "vendored"]
    assert other == {"ref": "a"}
