import json

import pytest

from csto_atlas.maps.assets.vendor.npm import FILES
from tests.bench.npm import PINS
from tests.bench.serve import find_file, weigh
from tests.bench.strict import strict_policy


@pytest.fixture
def packages(tmp_path):
    """Make a folder with one package in it."""
    folder = tmp_path / "leaflet.timeline"
    (folder / "dist").mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"version": "1.6.0"}))
    (folder / "dist" / "leaflet.timeline.js").write_text("/* note */ let a = 1;\n")
    return tmp_path


def test_a_file_comes_from_its_package_in_the_version_asked_for(packages):
    inner = "dist/leaflet.timeline.js"
    found = find_file(f"https://cdn.test/npm/leaflet.timeline@1.6.0/{inner}", packages)
    assert found == b"/* note */ let a = 1;\n"
    other = f"https://cdn.test/npm/leaflet.timeline@1.7.0/{inner}"
    assert find_file(other, packages) is None
    assert find_file("https://cdn.test/gh/somebody/else.js", packages) is None


def test_what_is_only_minified_elsewhere_is_minified_here(packages):
    inner = "dist/leaflet.timeline.min.js"
    found = find_file(f"https://cdn.test/npm/leaflet.timeline@1.6.0/{inner}", packages)
    assert found == b"let a=1"


def test_nothing_weighs_nothing():
    assert weigh(b"") == (0, 0)
    assert weigh(b"a" * 1000)[0] == 1000


def test_the_strict_policy_has_a_hash_for_each_block_of_the_page():
    page = (
        '<style>a{}</style><script type="text/javascript">1</script>'
        '<script src="https://cdn.test/x.js"></script>'
    )
    policy = strict_policy(page)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("'sha256-") == 2
    assert "cdn.test" not in policy


def test_the_pins_are_exact_hashed_and_name_no_host():
    wanted = json.loads((PINS / FILES[0]).read_text())["dependencies"]
    text = (PINS / FILES[1]).read_text()
    locked = json.loads(text)["packages"]
    assert "://" not in text
    for name, version in wanted.items():
        found = locked[f"node_modules/{name}"]
        assert found["version"] == version
        assert found["integrity"].startswith("sha512-")
