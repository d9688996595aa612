import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from csto_atlas.maps.assets.bundle import bundle, leaflet_script
from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.notebook.time_layer import SCRIPTS

DATE = re.compile(r"\bDate\b")


def test_every_module_is_joined_once():
    page = bundle("early.js", "main.js", "layers.js", "notes.js") + bundle("overlay.js")
    page += bundle("leaflet_markup.js")
    texts = (page, bundle(*SCRIPTS))  # those of pages, and of any folium map
    for module in STATIC.glob("*.js"):
        names = re.findall(r"^export function (\w+)", module.read_text(), re.MULTILINE)
        assert names
        for name in names:
            found = [len(re.findall(rf"function {name}\(", text)) for text in texts]
            assert max(found) == 1, name
    assert not re.search(r"^(import|export) ", "".join(texts), re.MULTILINE)


def test_only_the_age_of_the_data_asks_the_clock():
    asking = {
        path.name for path in STATIC.glob("*.js") if DATE.search(path.read_text())
    }
    assert asking == {"age.js"}


def test_no_two_modules_have_a_name_of_their_own_in_common():
    names = [
        name
        for module in STATIC.glob("*.js")
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:function|const|let) (\w+)",
            module.read_text(),
            re.MULTILINE,
        )
    ]
    assert len(names) > 60
    assert sorted(names) == sorted(set(names))


def test_leaflet_keeps_its_copyright_notice():
    notice = leaflet_script().partition("*/")[0]
    assert "Leaflet 1.9.3" in notice
    assert "(c) 2010-2022 Vladimir Agafonkin" in notice


def test_the_bundle_is_correct_javascript(tmp_path):
    # The one of the dev requirements lies beside Python.
    folders = (str(Path(sys.executable).parent), os.environ["PATH"])
    node = shutil.which("node", path=os.pathsep.join(folders))
    script = tmp_path / "bundle.js"
    script.write_text(leaflet_script() + bundle("main.js", "layers.js"))
    subprocess.run([node, "--check", script], check=True)
