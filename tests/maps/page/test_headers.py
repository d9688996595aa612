"""The policies of the pages as headers of servers."""

import pytest

from csto_atlas.maps.page.csp import add_policy, read_policy
from csto_atlas.maps.page.headers import write_headers

HEAD = '<meta http-equiv="Content-Security-Policy" content="{policy}">'
FILES = {
    "index.html": add_policy(f"{HEAD}<script>a()</script>"),
    "ar/border.html": add_policy(f"{HEAD}<script>b()</script>"),
    "stills/ar/x.svg": "<svg/>",
}


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf", "_headers"])
def test_every_page_has_its_own_policy(name):
    lines = write_headers(FILES)[f"headers/{name}"].splitlines()
    for path in ("index.html", "ar/border.html"):
        at = next(n for n, line in enumerate(lines) if f"/{path}" in line)
        assert read_policy(FILES[path]) in "\n".join(lines[at : at + 2])


def test_no_policy_can_end_the_quotation_it_stands_in():
    for text in write_headers(FILES).values():
        assert all(line.count('"') % 2 == 0 for line in text.splitlines())
        assert all(
            read_policy(page).count('"') == 0 for page in list(FILES.values())[:2]
        )


def test_stills_keep_the_style_that_they_have_in_themselves():
    text = write_headers(FILES)["headers/_headers"]
    assert "/stills/*\n  Content-Security-Policy: default-src 'none'; style-src" in text
