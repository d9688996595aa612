import re

import pytest

from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.preview.live_reload import add_reload_script

PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    "<script>one()</script><style>p{}</style></head><body><p>Text</body></html>\n"
)


def test_only_policy_and_script_are_added():
    page = add_policy(PAGE)
    served = add_reload_script(page, "1f")
    script = re.search(r"<script>\(\(\)=>.*?</script>", served, re.DOTALL)[0]
    own = re.search(r"connect-src 'self'; script-src ('sha256-\S+' )", served)
    without = served.replace(script, "").replace(own[1], "")
    assert without.replace("connect-src 'self'; ", "") == page
    assert '==="1f"' in script


def test_the_script_is_allowed_by_its_own_hash():
    served = add_reload_script(add_policy(PAGE), "1f")
    policy = re.search(r'content="(default-src[^"]*)"', served)[1]
    assert add_policy(served.replace(policy, "{policy}")).count("sha256-") == 3
    for found in re.findall(r"'sha256-\S+'", policy):
        assert found in add_policy(served.replace(policy, "{policy}"))


def test_a_text_that_looks_like_a_policy_is_left_alone():
    page = add_policy(PAGE).replace("Text", "default-src 'none'; script-src x</body>")
    assert "<p>default-src 'none'; script-src x</body>" in add_reload_script(page, "1")


def test_a_page_without_policy_is_refused():
    with pytest.raises(ValueError, match="no policy"):
        add_reload_script("<html></html>", "1")
