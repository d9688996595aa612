"""Scripts and styles as files beside the pages."""

import re

import pytest

from csto_atlas.maps.page.asset_files import split_pages
from csto_atlas.maps.page.csp import add_policy, read_policy

HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<link rel="icon" href="data:,">'
)
PAGE = add_policy(
    f"{HEAD}<style>p{{}}</style><script>a()</script>"
    '<script type="application/json" id="payload">{"a":1}</script>'
)


def test_blocks_become_files_and_data_stay():
    files = split_pages({"ar/map.html": PAGE, "data/x.csv": b"x"})
    page = files["ar/map.html"]
    assert re.findall(r"<(?:script|style)>", page) == []
    assert '<script type="application/json" id="payload">{"a":1}</script>' in page
    named = re.findall(r'(?:src|href)="\.\./(assets/[^"]+)"', page)
    assert {files[name] for name in named} >= {"p{}", "a()"}
    assert files["data/x.csv"] == b"x"


def test_the_policy_of_a_page_allows_its_files_and_nothing_inline():
    policy = read_policy(split_pages({"index.html": PAGE})["index.html"])
    assert "script-src 'self'; style-src 'self'; img-src 'self' data:;" in policy
    assert "sha256" not in policy


def test_pages_share_what_they_have_in_common():
    files = split_pages({"ar/a.html": PAGE, "en/b.html": PAGE, "index.html": PAGE})
    assert len([name for name in files if name.startswith("assets/")]) == 3
    assert 'src="assets/' in files["index.html"]


def test_colours_for_dark_are_a_file_of_their_own_in_their_order():
    dark = "@media screen and (prefers-color-scheme:dark){:root{--a:#000}}"
    style = f":root{{--a:#fff}}{dark}@media print{{p{{}}}}"
    files = split_pages({"a.html": add_policy(f"{HEAD}<style>{style}</style>")})
    links = re.findall(r'href="(assets/\w+\.css)"( media="[^"]*")?>', files["a.html"])
    assert [(files[name], media) for name, media in links] == [
        (":root{--a:#fff}", ""),
        (":root{--a:#000}", ' media="screen and (prefers-color-scheme: dark)"'),
        ("@media print{p{}}", ""),
    ]


def test_every_page_of_an_atlas_has_its_dark_colours_apart(atlas):
    pages = {p.name: p.read_text(encoding="utf-8") for p in atlas.glob("en/*.html")}
    files = split_pages(pages)
    assert len(pages) > 3
    for name in pages:
        assert files[name].count("prefers-color-scheme: dark") == 2
    sheets = [text for name, text in files.items() if name.endswith(".css")]
    assert not any("prefers-color-scheme" in text for text in sheets)


def test_a_page_without_a_policy_is_refused():
    with pytest.raises(ValueError, match="no policy"):
        split_pages({"a.html": "<p>"})
