"""The address of a map, as editors write it and as messengers hand it on."""

import pytest

from tests.browser.modules import open_module

pytestmark = pytest.mark.browser
KNOWN = "{t: new Set(['2012', '2022-09']), select: new Set(['UZB', 'summit-2012'])}"


@pytest.fixture(scope="module")
def read(browser):
    page = open_module(browser, "address.js")
    yield lambda hash: page.evaluate(f"hash => readAddress(hash, {KNOWN})", hash)
    page.close()


@pytest.mark.parametrize(
    "hash",
    [
        "#t=2012&select=UZB",
        "#t=2012&amp;select=UZB",
        "#t%3D2012%26select%3DUZB",
        "#t%3d2012%26amp;select%3dUZB",
        "#select=uzb&t=2012.",
        "#t=2012&select=UZB)\u00bb,",
        "#t=\u0662\u0660\u0661\u0662&select=UZB",
        "#t=%D9%A2%D9%A0%D9%A1%D9%A2&select=UZB",
        "#t=\u06f2\u06f0\u06f1\u06f2&select=UZB",
        "#t%3D%D9%A2%D9%A0%D9%A1%D9%A2%26select%3DUZB",
    ],
)
def test_an_address_that_travelled_means_the_same(read, hash):
    assert read(hash) == {"t": "2012", "select": "UZB"}


def test_a_month_and_an_event_keep_their_hyphens(read):
    found = read("#t=\u0662\u0660\u0662\u0662-\u0660\u0669&select=Summit-2012.")
    assert found == {"t": "2022-09", "select": "summit-2012"}


@pytest.mark.parametrize(
    "hash", ["", "#", "#t=", "#t=1789", "#t=2012x", "%%%", "#x=2012"]
)
def test_what_is_not_understood_is_left_out(read, hash):
    assert read(hash) == {}
