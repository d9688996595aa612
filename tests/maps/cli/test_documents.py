"""What the page about the commands says is true."""

import re

import pytest

import build
from csto_atlas.maps.cli.command import Defaults
from csto_atlas.maps.cli.main import COMMANDS, make_parsers

PAGE = (build.ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.DOTALL))


def test_every_command_has_its_part():
    assert PARTS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_is_spoken_of_exists(name, tmp_path):
    _, parsers = make_parsers(Defaults(build.DATA, tmp_path, "python build.py"))
    for option in re.findall(r"(?<!\w)--[a-z-]+", PARTS[name]):
        assert option in parsers[name].names


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_of_its_command(name):
    for line in re.findall(r"^python build.py ?(.*)$", PARTS[name], re.MULTILINE):
        word = line.partition(" ")[0]
        assert word == name or (name == "build" and word[:2] in ("", "--"))


def test_every_link_leads_somewhere():
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", PAGE):
        assert (build.ROOT / "docs" / link).exists(), link
