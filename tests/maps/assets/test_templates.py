import sys

import pytest
from jinja2 import DictLoader, Environment

from csto_atlas.maps.assets.templates import Compiled


def render(folder):
    loader = DictLoader({"greeting": "Hello {{ name }}"})
    environment = Environment(
        loader=loader, autoescape=True, bytecode_cache=Compiled(str(folder))
    )
    return environment.get_template("greeting").render(name="you")


def test_a_template_is_compiled_once(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert render(tmp_path) == "Hello you"
    (kept,) = tmp_path.iterdir()
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("again"))
    assert render(tmp_path) == "Hello you"
    assert [*tmp_path.iterdir()] == [kept]


def test_where_nothing_can_be_kept_it_is_compiled_each_time(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert render(tmp_path / "missing") == "Hello you"
    assert not [*tmp_path.iterdir()]


def test_who_wants_no_bytecode_gets_none(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert render(tmp_path) == "Hello you"
    assert not [*tmp_path.iterdir()]
