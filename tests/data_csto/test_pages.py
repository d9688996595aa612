"""What the pages of the default data set say, as the record has it."""

import pytest

from tests.browser.test_states import READ
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.browser

# What a card folds away: whether the place was covered, call, figures, sources.
OPEN = "document.querySelectorAll('#panel details').forEach(part => part.open = true)"


MOVING = {
    "2022-01-06": ["blr-out", "rus-out-chkalovsky-almaty", "rus-out-ulyanovsk-almaty"],
    "2022-01-08": [
        *("arm-out", "rus-out-chkalovsky-almaty", "rus-out-ivanovo-almaty"),
        "rus-out-ulyanovsk-almaty",
    ],
    "2022-01-11": [],
    "2022-01-14": ["arm-home", "blr-home", "kgz-home", "tjk-home"],
    "2022-01-16": ["rus-home-chkalovsky-16"],
}


@pytest.mark.parametrize("day", MOVING)
def test_the_ways_of_a_day_are_those_of_the_record(open_page, atlas, all_facts, day):
    page = open_page(f"{atlas}/ar/almaty.html")
    index = [tick.id for tick in all_facts["almaty"].ticks].index(day)
    routes = page.evaluate(READ, index)["routes"]
    moving = sorted(key for key, states in routes.items() if states == ["moving"])
    assert moving == MOVING[day]
    gone = day >= "2022-01-14"
    assert ("kgz-home" in moving or routes["kgz-home"] == ["done"]) is gone
    shown = page.locator('[data-route="kgz-out"]').is_visible()
    assert shown is (day < "2022-01-14")


@pytest.mark.parametrize(
    ("name", "tick"), [("almaty", "2022-01-09"), ("border", "2022-09")]
)
def test_the_other_maps_open_on_their_own_tick(open_page, atlas, name, tick):
    page = open_page(f"{atlas}/en/{name}.html")
    assert page.get_attribute("html", "data-tick") == tick
    assert "no event" not in page.inner_text("#headline")


def test_the_day_of_a_contingent_stands_beside_its_strength(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html#t=2022-01-07")
    lines = page.locator(".standing li").all_inner_texts()
    assert "Kyrgyzstan: 150 arriving\n(Kyrgyz Defence Ministry and parliament)" in lines
    assert any(line.startswith("Armenia: 100 preparing\n") for line in lines)
    assert any(line.startswith("Russia: ≈ 1,100–1,500") for line in lines)
    assert page.inner_text("#summary") == (
        "Contingents: one preparing, three arriving and one deployed"
    )


def test_rival_figures_of_the_force_stand_side_by_side(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html#t=2022-01-10")
    page.evaluate(OPEN)
    entry = page.locator('#panel [data-entry="kazakhstan-total-strength"]')
    values = entry.locator(".figures b").all_inner_texts()
    for value in ("2,030 people, 250 vehicles", "about 2,500", "3,800", "about 4,000"):
        assert value in values
    assert any(value.startswith("over 5,000") for value in values)


HATCHED = {
    "2019": ["karabakh-1994"],
    "2020-12": ["karabakh-2020"],
    "2021-06": ["karabakh-2020"],
    "2023-08": ["karabakh-2020"],
    "2023-09": [],
    "2023-10": [],
    "2026-03": [],
}


@pytest.mark.parametrize("tick", HATCHED)
def test_karabakh_is_hatched_while_it_was_disputed(open_page, atlas, tick):
    page = open_page(f"{atlas}/en/border.html#t={tick}")
    hatched = page.eval_on_selector_all(
        '[data-area^="karabakh"][data-state="disputed"]',
        "nodes => nodes.map(node => node.dataset.area)",
    )
    assert hatched == HATCHED[tick]


def test_an_event_says_whose_ground_it_was_and_what_the_treaty_covered(
    open_page, atlas
):
    page = open_page(f"{atlas}/en/border.html#t=2022-09")
    page.evaluate(OPEN)
    verdict = page.locator('#panel [data-entry="border-war-september-2022"] .verdict')
    said = verdict.inner_text()
    assert said.startswith("The Treaty covered this ground that day.")
    assert "In Armenia; distance from the border: " in said
    assert "Jermuk (12 km)" in said
    assert "Armenia: member (since 18 September 2003)" in said
    page = open_page(f"{atlas}/en/border.html#t=2020-10")
    page.evaluate(OPEN)
    verdict = page.locator('#panel [data-entry="karabakh-war-2020"] .verdict')
    said = verdict.inner_text()
    assert said.startswith("The Treaty covered some of these places and not others.")
    assert "Disputed that day: Area inside the line of contact" in said


def test_calls_for_help_are_a_table_and_a_part_of_their_events(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2010")
    page.evaluate(OPEN)
    box = page.locator('#panel [data-entry="kyrgyz-request-2010"] .call').inner_text()
    for said in ("Kyrgyzstan", "member", "14 June 2010", "Bakiyev"):
        assert said in box
    page.click("#reading > summary")
    rows = page.locator("#calls tbody tr")
    calls = rows.evaluate_all("rows => rows.map(row => row.dataset.call)")
    assert calls == [
        "batken-1999",
        "kyrgyz-request-2010",
        "belarus-no-request-2020",
        "armenia-no-appeal-2020",
        "armenia-letter-to-russia-2020",
        "armenia-article-2-appeal-2021",
        "tajik-appeal-2021",
        "kazakhstan-request-2022",
        "armenia-article-4-appeal-2022",
        "kyrgyz-request-2022",
        "kursk-no-request-2024",
    ]
    granted = [row for row in rows.all_inner_texts() if "\tyes\t" in row]
    assert len(granted) == 1
    assert granted[0].startswith("5 January 2022\tKazakhstan\tmember\tCSTO\t4")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_on_the_latest_tick(open_page, atlas, facts, language):
    page = open_page(f"{atlas}/{language}/membership.html")
    assert page.get_attribute("html", "data-tick") == "2026"
    assert page.get_attribute('[data-code="ARM"]', "data-state") == "frozen"
    assert page.input_value("#time") == str(len(facts.ticks) - 1)


@pytest.mark.parametrize(
    ("language", "headline", "count"),
    [
        ("en", "2012: Uzbekistan suspends its membership", "Six members"),
        ("ar", "2012: أوزبكستان تعلّق عضويتها", "ست دول أعضاء"),
    ],
)
def test_the_headline_tells_the_year(open_page, atlas, language, headline, count):
    page = open_page(f"{atlas}/{language}/membership.html#t=2012")
    assert page.inner_text("#headline") == headline
    assert page.inner_text("#summary").startswith(count)
    assert "UZB" not in page.inner_text("body")


def test_the_legend_counts_what_is_on_the_map(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=1999")
    counts = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-count]')]"
        ".map(n => [n.dataset.count, Number(n.textContent)]))"
    )
    assert counts["party"] == 6
    assert counts["lapsed"] == 3
    assert counts["member frozen"] == 0


def test_another_organisation_is_outlined_as_of_the_tick(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2003")
    outlined = (
        "() => [...document.querySelectorAll('[data-outline].on')]"
        ".map(n => n.dataset.outline).sort()"
    )
    page.select_option("#compare", "guam")
    assert page.evaluate(outlined) == ["AZE", "GEO", "MDA", "UKR", "UZB"]
    page.evaluate(READ, 14)
    assert page.evaluate(outlined) == ["AZE", "GEO", "MDA", "UKR"]
    assert page.is_visible('[data-note="guam"]')
    page.select_option("#compare", "")
    assert page.evaluate(outlined) == []


def test_the_mouse_names_who_guarded_an_object(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html#t=2022-01-11")
    page.locator('[data-preset="city"]').click()
    page.locator('[data-object="zhetygen-airfield"] path').hover()
    assert page.inner_text("#tip") == "Zhetygen military airfield (Belarus)"
