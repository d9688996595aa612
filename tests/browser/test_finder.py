"""The field that finds states, places, events and dates."""

from datetime import date

import pytest
from babel.dates import format_date

from tests.browser.conftest import LANGUAGES as MADE
from tests.browser.modules import open_module
from tests.conftest import LANGUAGES

pytestmark = pytest.mark.browser

# Forms that sheets are read in too, as patterns of CLDR.
FORMS = ("d MMMM y", "MMMM d, y", "d.M.y", "dd/MM/y", "y-MM-dd", "d-M-y", "y MMMM d")
DAYS = [date(2022, month, 4 + 2 * month) for month in range(1, 13)]
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TICKS = ["1999", "2000", "2020-09", "2020-10", "2022-01-06", "2022-01-07"]


@pytest.fixture(scope="module")
def dates(browser):
    page = open_module(browser, "dates.js")
    yield lambda script, *args: page.evaluate(f"args => {script}", list(args))
    page.close()


@pytest.mark.parametrize("language", [*LANGUAGES, "ar_SY"])
@pytest.mark.parametrize("form", FORMS)
def test_a_date_is_read_as_people_write_it(dates, language, form):
    for day in DAYS:
        text = format_date(day, form, locale=language)
        for typed in (text, text.translate(ARABIC_DIGITS), f" {text.upper()} "):
            assert dates("readDate(args[0], '1900')", typed) == day.isoformat(), typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2012", "2012"),
        ("٢٠١٢", "2012"),
        ("January 2022", "2022-01"),
        ("1/2022", "2022-01"),
        ("2022-01", "2022-01"),
        ("9 янв", "2019-01-09"),
        ("9.1", "2019-01-09"),
        ("2/24/2022", "2022-02-24"),
        ("Kazakhstan", ""),
        ("13/13/2022", ""),
        ("7", ""),
        ("2012x", ""),
        ("", ""),
    ],
)
def test_parts_of_dates_are_read_and_other_texts_are_none(dates, typed, read):
    assert dates("readDate(args[0], '2019')", typed) == read


@pytest.mark.parametrize(
    ("day", "tick"),
    [
        ("1999", 0),
        ("1999-05-01", 0),
        ("2000", 1),
        ("2010-01-01", 1),
        ("2020", 2),
        ("2020-10-31", 3),
        ("2021", 3),
        ("2022-01", 4),
        ("2022-01-07", 5),
        ("2022-01-08", -1),
        ("1998", -1),
    ],
)
def test_a_date_is_shown_by_the_last_tick_that_it_has_reached(dates, day, tick):
    assert dates("tickOfDate(args[0], args[1])", day, TICKS) == tick


def type_in(page, text):
    page.fill("#find", text)
    return page.eval_on_selector_all(
        "#matches li", "all => all.map(x => x.textContent)"
    )


@pytest.mark.parametrize("language", MADE)
def test_every_state_is_found_by_its_names_in_three_languages_and_its_code(
    open_page, made, language
):
    page = open_page(f"{made}/{language}/membership.html")
    own = page.evaluate(
        """() => {
          const text = document.querySelector("#payload").textContent;
          const { select, regions } = JSON.parse(text);
          const names = language => new Intl.DisplayNames(language, { type: "region" });
          return select.map(code => [code, ...["ar", "en", "ru"]
            .map(language => names(language).of(regions[code]))]);
        }"""
    )
    assert own
    for code, *names in own:
        for text in (*names, code.lower()):
            assert type_in(page, text), text
            page.keyboard.press("Enter")
            assert page.eval_on_selector(
                f'#scene [data-code="{code}"]', "node => node.matches('.chosen')"
            ), (code, text)
            page.fill("#find", "")


@pytest.mark.parametrize("language", MADE)
def test_an_event_is_found_and_a_date_leads_to_its_tick(open_page, made, language):
    page = open_page(f"{made}/{language}/membership.html")
    events = page.eval_on_selector_all(
        "#events h3", "all => all.map(node => node.textContent)"
    )
    found = type_in(page, events[-1])
    assert found[0].endswith(events[-1])
    page.keyboard.press("Enter")
    assert page.locator("#panel article.chosen h3").inner_text() == events[-1]
    year = page.evaluate("document.documentElement.dataset.tick").split("-")[0]
    page.evaluate("""() => {
      const time = document.querySelector("#time");
      time.value = 0;
      time.dispatchEvent(new Event("input"));
    }""")
    assert year in type_in(page, year)[0]
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.dataset.tick").startswith(year)


def test_the_field_is_a_combobox_for_keyboard_and_screen_reader(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    field = page.locator("#find")
    assert field.get_attribute("aria-expanded") == "false"
    assert len(type_in(page, "a")) > 1
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert field.input_value() == ""
    assert page.locator("#matches").is_hidden()
    assert type_in(page, "nowhere at all") == []
    assert page.evaluate("document.querySelector('#find').validationMessage") != ""
