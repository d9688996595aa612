import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from csto_atlas.maps.assets.bundle import bundle, leaflet_script
from csto_atlas.maps.assets.templates import STATIC


def test_every_module_is_joined_once():
    text = bundle("early.js", "main.js", "layers.js") + bundle("overlay.js")
    text += bundle("leaflet_markup.js")
    for module in STATIC.glob("*.js"):
        names = re.findall(r"^export function (\w+)", module.read_text(), re.MULTILINE)
        assert names
        for name in names:
            assert len(re.findall(rf"(?<!async )function {name}\(", text)) == 1
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)


def test_only_the_age_of_the_data_asks_the_clock():
    asking = {path.name for path in STATIC.glob("*.js") if "Date" in path.read_text()}
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
