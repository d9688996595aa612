"""The page tells how old its data are, and nothing else asks the reader's clock."""

import re

import pytest

import build
from tests.browser.modules import open_module
from tests.conftest import LANGUAGES
from tests.faults.rounds import rounds

MONTH = 30.44 * 86_400_000
DAY = 1_773_187_200_000  # 11 March 2026
SCRIPTS = build.ROOT / "maps" / "static"


@pytest.fixture(scope="module")
def write_age(browser):
    page = open_module(browser, "age.js")
    yield lambda *words: page.evaluate(
        "([day, language, now]) => writeAge(day, language, now)", words
    )
    page.close()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "8 months ago"), ("ar", "قبل 8 أشهر"), ("ru", "8 месяцев назад")],
)
def test_an_age_is_told_in_the_language_of_the_page(write_age, language, words):
    assert write_age("2026-03-11", language, DAY + 8.5 * MONTH) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [(-600, ""), (0.9, ""), (1.1, "1 month ago"), (23.9, "23 months ago"),
     (24.1, "2 years ago")],
)  # fmt: skip
def test_an_age_below_a_month_is_not_told_and_years_follow(write_age, months, words):
    assert write_age("2026-03-11", "en", DAY + months * MONTH) == words


# Cards that are not shown are made ready whenever the browser is idle.
TEXT = """() => {
  const body = document.body.cloneNode(true);
  for (const card of body.querySelectorAll("#panel article[hidden]")) card.remove();
  return body.textContent;
}"""


def read(open_page, path, now):
    script = f"Date.now = () => {now}"
    page = open_page(str(path), script=script)
    page.wait_for_function("!document.querySelector('[data-as-of]')")
    assert not page.problems
    return page.evaluate(TEXT)


@pytest.mark.parametrize(
    "path", ["en/membership.html", "en/article.html", "index.html"]
)
def test_a_page_tells_how_old_its_data_are(atlas, open_page, path):
    assert "11 March 2026 (8 months ago)" in read(
        open_page, atlas / path, DAY + 8.5 * MONTH
    )


@pytest.mark.parametrize("language", rounds(["ar"], LANGUAGES))
def test_the_clock_changes_nothing_else(atlas, open_page, language):
    path = atlas / language / "membership.html"
    now, then = read(open_page, path, DAY + 8.5 * MONTH), read(open_page, path, DAY)
    assert now != then
    assert re.sub(r" \([^()]*8[^()]*(?:ago|أشهر|назад)\)", "", now) == then


def test_no_other_script_asks_the_clock():
    asking = {
        path.name
        for path in SCRIPTS.rglob("*.js")
        if "vendor" not in path.parts
        and re.search(
            r"\bDate\b", re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        )
    }
    assert asking == {"age.js"}
