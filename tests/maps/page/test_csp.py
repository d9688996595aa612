import base64
import hashlib

import pytest

from csto_atlas.maps.page.csp import add_policy


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_every_block_is_named_by_its_hash():
    html = add_policy("<meta content='{policy}'><style>a{}</style><script>b()</script>")
    assert f"style-src 'sha256-{digest('a{}')}'" in html
    assert f"script-src 'sha256-{digest('b()')}'" in html
    assert "unsafe" not in html


def test_a_block_is_hashed_as_it_stands():
    text = "if (a < b && c) write('<style>x</style>&amp;');\n" * 9_000
    html = add_policy(f"{{policy}}<SCRIPT>{text}</SCRIPT><p>&lt;script>x&lt;/script>")
    assert html.count("sha256-") == 1
    assert f"'sha256-{digest(text)}'" in html


def test_data_are_not_scripts():
    data = '<script type="application/json">{}</script>'
    html = add_policy("{policy}<script>b()</script>" + data)
    assert html.count("sha256-") == 1


def test_a_page_without_a_place_is_refused():
    with pytest.raises(ValueError, match="no place"):
        add_policy("<html></html>")
