"""A page that a browser translates: elements of its own around every text."""

import re

import pytest

from tests.browser.test_article import READ as READ_STEP
from tests.browser.test_states import READ, assert_shown
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs, rounds
from tests.made.layer_pages import write_few

pytestmark = pytest.mark.browser

STEP = """tick => {
  const input = document.querySelector("#time");
  input.value = tick;
  input.dispatchEvent(new Event("input", {bubbles: true}));
}"""
# As Chrome and Edge do; what is set later is wrapped as soon as the browser sees it.
TRANSLATE = """() => {
  const wrap = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const holder = text.parentElement;
      if (!text.data.trim() || !(holder instanceof HTMLElement)) continue;
      if (holder.closest("script,style,textarea,font,select")) continue;
      const [outer, inner] = [0, 0].map(() => document.createElement("font"));
      text.before(outer);
      outer.append(inner);
      inner.append(text);
    }
  };
  wrap(document.body);
  new MutationObserver(changes => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.parentElement) wrap(node.parentElement);
  }).observe(document.body, {subtree: true, childList: true});
}"""
TEXTS = """() => [...document.querySelectorAll(
  "header, .key, .standing, #panel > h2, #panel article:not([hidden]) h3, #scale"
)].map(node => node.textContent)"""


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_a_translated_map_tells_every_tick(open_page, atlas, all_facts, name, language):
    facts = all_facts[name]
    ticks = range(0, len(facts.ticks), rounds(3, 1))
    page = open_page(f"{atlas}/{language}/{name}.html")
    told = {n: (page.evaluate(READ, n), page.evaluate(TEXTS)) for n in ticks}
    page = open_page(f"{atlas}/{language}/{name}.html")
    page.evaluate(TRANSLATE)
    assert page.locator("#headline font font").count() == 1
    for tick in [*ticks, *reversed(ticks)]:
        seen = page.evaluate(READ, tick)
        assert_shown(facts, tick, seen)
        assert seen["headline"] == told[tick][0]["headline"]
        assert page.evaluate(TEXTS) == told[tick][1]
    assert not page.problems


def test_a_translated_gallery_changes_its_language(open_page, atlas):
    page = open_page(f"{atlas}/index.html#ar")
    title = page.locator("section[lang='en'] h1").text_content()
    page.evaluate(TRANSLATE)
    page.click("nav a[hreflang='en']")
    assert page.locator("section:not([hidden]) h1").text_content() == title
    assert page.title() == title
    assert not page.problems


def test_a_translated_article_moves_its_maps(open_page, atlas, facts):
    page = open_page(f"{atlas}/ar/article.html", width=360, height=640)
    page.evaluate(TRANSLATE)
    (article,) = facts.world.dataset.article
    part = article.sections[1]
    steps = page.locator(".chapter >> nth=1 >> article")
    assert steps.first.locator("p font font").count() > 0
    frame = page.frame_locator(f"iframe[data-atlas='{part.map}']")
    for place in (0, 4, len(part.steps) - 1, 2):
        steps.nth(place).evaluate(READ_STEP)
        frame.locator(f"html[data-tick='{part.steps[place].at}']").wait_for()
    assert not page.problems


LISTED = """() => [...document.querySelectorAll("#found .sum, #found li, #headline")]
  .map(node => node.textContent)"""


def test_a_translated_map_of_a_layer_lists_every_tick(open_page, all_facts, tmp_path):
    path, _ = write_few(tmp_path, all_facts["border"])
    told = []
    for change in ("() => 0", TRANSLATE):
        page = open_page(str(path))
        page.locator("#found .sum", has_text=re.compile(r"\S")).wait_for()
        page.evaluate(change)
        ticks = (61, 70, 62, 0, 61)
        told.append([(page.evaluate(STEP, n), page.evaluate(LISTED)) for n in ticks])
        assert not page.problems
    assert told[0] == told[1]
    assert told[0][0] != told[0][1]
