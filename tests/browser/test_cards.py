"""The panel: short cards, the headline's event first, every source of a card once."""

from itertools import product

import pytest

from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
PAGES = [*product(MAPS, rounds(("ar",), LANGUAGES))]
BUSIEST = "#t=2022-01-09"

# At every tick: which event is first, and which the headline tells of.
FIRST = """() => {
  const payload = JSON.parse(document.querySelector("#payload").textContent);
  const time = document.querySelector("#time");
  const wrong = [];
  let lead = -1;
  const leads = new Map(payload.leads);
  for (let tick = 0; tick <= +time.max; tick++) {
    lead = leads.get(tick) ?? lead;
    time.value = tick;
    time.dispatchEvent(new Event("input"));
    const first = document.querySelector("#panel [data-entry]:not([hidden])");
    const wanted = lead < 0 ? undefined : payload.events[lead][0];
    if (wanted && first?.dataset.entry !== wanted) wrong.push([tick, wanted]);
  }
  return wrong;
}"""

# Of the cards that are shown: visible characters, those of citations, sources twice.
WEIGHT = """() => {
  const cards = [...document.querySelectorAll("#panel [data-entry]:not([hidden])")];
  const seen = cards.map(card => card.innerText.length).reduce((a, b) => a + b);
  const cited = cards.flatMap(card => [...card.querySelectorAll("details > summary")])
    .map(node => node.innerText.length).reduce((a, b) => a + b);
  const twice = cards.filter(card => {
    const links = [...card.querySelectorAll("details.source > span")]
      .map(node => node.textContent);
    return new Set(links).size < links.length;
  });
  const { scrollHeight } = document.querySelector("#panel");
  return { share: cited / seen, twice: twice.length, height: scrollHeight };
}"""


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_the_event_of_the_headline_comes_first(open_page, atlas, name, language):
    page = open_page(f"{atlas}/{language}/{name}.html")
    assert page.evaluate(FIRST) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_busiest_day_is_a_few_screens_and_cites_each_source_once(
    open_page, atlas, language, weighed
):
    page = open_page(f"{atlas}/{language}/almaty.html{BUSIEST}", width=1280, height=860)
    page.locator("#panel [data-entry]:not([hidden])").first.wait_for()
    found = page.evaluate(WEIGHT)
    what = f"{language}, panel of 9 January"
    weighed(f"{what}, height", found["height"], 1800, "px")
    weighed(f"{what}, citations", found["share"], 0.15, "of its characters")
    assert found["twice"] == 0


def test_rival_figures_are_dots_on_one_scale_with_who_gives_them(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html{BUSIEST}")
    card = page.locator("#panel [data-entry]:not([hidden])", has=page.locator(".plot"))
    rows = card.first.locator(".plot p")
    figures = card.first.locator("[data-at]").all()
    assert rows.count() == len(figures) >= 3
    assert all(rows.locator("small").all_inner_texts())
    lefts = [row.locator("i").bounding_box()["x"] for row in rows.all()]
    ends = [figure.get_attribute("data-at").split(";") for figure in figures]
    lows = [float(low or high) for low, high, _ in ends]
    order = sorted(range(len(lows)), key=lows.__getitem__)
    assert [lefts[at] for at in order] == sorted(lefts)


def test_what_goes_on_stands_apart_under_its_own_heading(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html{BUSIEST}")
    heading = page.locator("#panel .goes-on")
    assert heading.is_visible()
    assert page.evaluate(
        """() => {
          const { events, clock } = JSON.parse(
            document.querySelector("#payload").textContent);
          const tick = +document.querySelector("#time").value;
          const first = new Map(events.map(([id, first]) => [id, first]));
          const after = [...document.querySelectorAll(
            "#panel .goes-on ~ [data-entry]:not([hidden])")];
          return after.length > 0
            && after.every(node => first.get(node.dataset.entry) < tick);
        }"""
    )


def test_a_card_opens_to_its_text_its_figures_and_its_sources(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html{BUSIEST}")
    card = page.locator("#panel [data-entry]:not([hidden])", has=page.locator(".plot"))
    assert not card.first.locator(".figures").is_visible()
    card.first.locator("summary").click()
    assert card.first.locator(".figures").is_visible()
    assert card.first.locator(".source span").first.is_visible()


def test_a_call_for_help_says_who_asked_whom_and_what_came(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html")
    call = page.get_attribute("#calls [data-call] >> nth=1", "data-call")
    page.evaluate("words => { location.hash = words }", f"#t=2010&select={call}")
    card = page.locator("#panel .chosen")
    card.locator("summary").click()
    terms = card.locator(".call dt").all_inner_texts()
    heads = page.locator("#calls thead th").all_text_contents()
    assert terms == heads[1:]
