from typing import get_args

import pytest
from jinja2 import UndefinedError

from csto_atlas.events.fields import EventKind
from csto_atlas.maps.drawing import glyphs
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.scene.assemble import make_scene
from csto_atlas.maps.spec.parts import Style
from tests.made.worlds import COUNTRIES, make_world


def test_every_kind_of_event_has_a_glyph_and_a_name():
    assert set(glyphs.EVENTS) == set(KINDS) == set(get_args(EventKind))


def test_no_two_kinds_of_event_look_alike():
    assert len(set(glyphs.EVENTS.values())) == len(glyphs.EVENTS)


def test_every_pattern_of_lines_can_be_drawn():
    patterns = set(get_args(Style.model_fields["pattern"].annotation))
    assert set(glyphs.PATTERNS) == patterns - {"solid", "dots"}


def test_an_event_kind_without_a_glyph_is_an_error(monkeypatch):
    monkeypatch.delitem(glyphs.EVENTS, "summit")
    with pytest.raises(UndefinedError, match="summit"):
        make_scene(make_world(), Texts("en", COUNTRIES))
