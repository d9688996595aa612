import build
from csto_atlas.maps.downloads.credits import (
    ATTRIBUTION,
    CREDITS,
    licence_of,
    write_credits,
)
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.page.render import render_page
from tests.made.pages import make_page


def test_a_file_names_the_holders_of_the_rights():
    assert ATTRIBUTION == (
        "© OpenStreetMap contributors (ODbL) · Natural Earth · GeoNames (CC BY 4.0)"
    )
    licence = build.ROOT / "geodata" / "data" / "LICENCE.md"
    assert ATTRIBUTION in licence.read_text(encoding="utf-8")


def test_a_page_links_what_its_licence_wants_linked():
    html = render_page(make_page(), Site())
    for credit in CREDITS:
        assert credit.name in html
        assert (f"href={credit.url}" in html.replace('"', "")) == credit.is_linked


def test_no_template_has_credits_of_its_own():
    for path in (build.ROOT / "maps" / "templates").rglob("*.jinja"):
        text = path.read_text(encoding="utf-8")
        assert not any(credit.name in text for credit in CREDITS), path.name


def test_a_line_of_plain_text_names_every_origin_once():
    line = write_credits()
    assert [line.count(credit.name) for credit in CREDITS] == [1, 1, 1]


def test_a_licence_that_is_not_known_keeps_its_words():
    assert licence_of("House rules, 2nd ed.")["title"] == "House rules, 2nd ed."
    assert licence_of("CC BY 4.0")["name"] == "CC-BY-4.0"
