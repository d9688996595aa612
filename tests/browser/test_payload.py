"""What the scripts are told of the payload is what a page has."""

import json
import re

import pytest

from maps.templating import STATIC
from tests.conftest import MAPS

TYPES = (STATIC / "payload.d.ts").read_text(encoding="utf-8")


def declared_keys(interface):
    body = re.search(
        rf"^export interface {interface} \{{\n(.*?)^\}}", TYPES, re.M | re.S
    )
    return re.findall(r"^  (\w+)\??:", body[1], re.M)


@pytest.mark.parametrize("name", MAPS)
def test_the_declared_keys_are_those_of_the_page(atlas, name):
    html = (atlas / "en" / f"{name}.html").read_text(encoding="utf-8")
    payload = json.loads(html.split('id="payload">')[1].split("</script>")[0])
    assert list(payload) == declared_keys("Payload")
    assert list(payload["clock"]) == declared_keys("ClockRuns")
    assert list(payload["texts"]) == declared_keys("Texts")
