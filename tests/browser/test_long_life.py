"""A page that is open for long, and one that a host floods with messages."""

import pytest

from tests.faults.rounds import rounds

pytestmark = pytest.mark.browser
STEPS = rounds(400, 10_000)
MESSAGES = rounds(2_000, 100_000)

# Random numbers that are the same in every run.
DICE = """
() => {
  window.makeDice = (seed) => (most) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
}
"""
WALK = """
async ([seed, steps]) => {
  const dice = makeDice(seed);
  const find = (id) => document.getElementById(id);
  const slider = find("time");
  const buttons = ["previous", "next", "previous-change", "next-change"].map(find);
  const select = [...document.querySelectorAll("[data-select]")];
  const choices = ["view", "compare"].map(find).filter(Boolean);
  const lights = [...document.querySelectorAll("[data-lit]")];
  const words = ["arm", "kaz", "2012", "5 May 1999", "yerevan", "summit", "zzz"];
  const ask = (word) => {
    find("find").value = word;
    find("find").dispatchEvent(new Event("input", { bubbles: true }));
    const key = dice(2) ? "Enter" : "Escape";
    find("find").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  };
  for (let n = 0; n < steps; n++) {
    const what = dice(12);
    if (what < 4) {
      slider.value = dice(Number(slider.max) + 1);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (what < 6) buttons[dice(buttons.length)].click();
    else if (what < 7) select[dice(select.length)].click();
    else if (what < 8) find("pin").click();
    else if (what < 9) lights[dice(lights.length)].click();
    else if (what < 10) ask(words[dice(words.length)]);
    else if (what < 11) find(dice(2) ? "asked" : "back")?.click();
    else {
      const choice = choices[dice(choices.length)];
      choice.selectedIndex = dice(choice.options.length);
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (n % 50 === 0) await new Promise(requestAnimationFrame);
  }
  // No part of an address: what stands out by the key, and a list of matches.
  document.querySelector("[data-lit][aria-pressed=true]")?.click();
  ask("");
}
"""
LOOKS = """
() => {
  const text = (id) => document.getElementById(id).innerText;
  return {
    tick: document.documentElement.dataset.tick,
    view: document.documentElement.dataset.view,
    time: document.getElementById("time").value,
    headline: text("headline"), summary: text("summary"), panel: text("panel"),
    chosen: [...document.querySelectorAll(".chosen")].map((n) => ({ ...n.dataset })),
    states: [...document.querySelectorAll("[data-code]")].map((n) => n.dataset.state),
    changed: document.getElementById("changed").hidden || text("changed"),
    board: document.getElementById("board").hidden,
    lit: document.querySelectorAll("#scene .lit").length,
    events: [...document.querySelectorAll("[data-event]")].map((n) =>
      // A found place moves the map, which no address tells; marks make room then.
      n.outerHTML.replaceAll(' class=""', "").replace(/ (d|transform)="[^"]*"/g, "")),
  };
}
"""


def count_what_lives(page):
    """Return how much is on the heap, and how many nodes and listeners there are."""
    session = page.context.new_cdp_session(page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    counts = session.send("Memory.getDOMCounters")
    session.detach()
    return heap, counts["nodes"], counts["jsEventListeners"]


def rest_at(page, tick):
    """Choose nothing, go to a tick, and wait until the page has said all it says."""
    page.evaluate(
        """tick => {
          const time = document.getElementById("time");
          for (const id of ["view", "compare"]) {
            const choice = document.getElementById(id);
            if (choice) choice.selectedIndex = 0;
            choice?.dispatchEvent(new Event("change", { bubbles: true }));
          }
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
          document.querySelector("#pin[aria-pressed=true]")?.click();
          document.getElementById("back")?.click();
          time.value = tick;
          time.dispatchEvent(new Event("input", { bubbles: true }));
          return new Promise((done) => setTimeout(done, 600));
        }""",
        tick,
    )


@pytest.mark.parametrize("name", ["membership", "border"][: rounds(1, 2)])
def test_thousands_of_random_steps_leak_nothing_and_end_in_the_right_state(
    open_page, atlas, name
):
    page = open_page(f"{atlas}/en/{name}.html", fresh=True)
    page.evaluate(DICE)
    page.evaluate(WALK, [1, 600])  # what a page keeps for later, it has then
    rest_at(page, 3)
    heap, nodes, listeners = count_what_lives(page)
    page.evaluate(WALK, [2, STEPS])
    rest_at(page, 3)
    later = count_what_lives(page)
    assert later[0] - heap < 500_000
    assert later[1] - nodes < STEPS / 4
    assert later[2] - listeners <= 5
    # Any state must look as it does in a page that has just been opened.
    page.evaluate(WALK, [3, 50])
    page.wait_for_timeout(600)
    address = page.url
    seen = page.evaluate(LOOKS)
    fresh = open_page(address).evaluate(LOOKS)
    assert seen == fresh
    assert not page.problems


FLOOD = """
async ([seed, messages, ticks]) => {
  const dice = makeDice(seed);
  const words = ["", "un ", "__proto__", "constructor", "2012-13", "<img src=x>", "KA",
    "javascript:hacked=1", "x".repeat(5000), "\\u202e", "NaN", "null", "toString"];
  const one = (list) => list[dice(list.length)];
  const junk = (depth = 0) => one([
    () => one(words), () => dice(1e6) - 5e5, () => NaN, () => null, () => undefined,
    () => true, () => new Date(0), () => /a/, () => new Map([["t", "2012"]]),
    () => new ArrayBuffer(8), () => new Error("t"), () => [one(words), 1], () => 7n,
    () => (depth < 3 ? { [one(words)]: junk(depth + 1), t: junk(depth + 1) } : {}),
  ])();
  const made = (set) => one([
    () => ({ atlas: 1, set }), () => ({ atlas: "1", set }), () => ({ set }),
    () => ({ atlas: 1, set: [set] }), () => ({ atlas: 1, set: junk() }),
    () => ({ ATLAS: 1, set }), () => `{"atlas": 1, "set": {"t": "${typeof set.t}"}}`,
    () => junk(),
    () => [1, set], () => ({ atlas: 1, event: "ready", set: null }),
  ])();
  const { contentWindow } = document.querySelector("iframe");
  for (let n = 0; n < messages; n++) {
    const set = { t: dice(4) ? junk() : one(ticks) };
    for (const key of ["select", "view", "time", "__proto__", "tick", one(words)]) {
      const value = junk();
      if (!dice(2) && value !== "") Object.defineProperty(set, key, { value,
        enumerable: true, configurable: true, writable: true });
    }
    contentWindow.postMessage(made(set), "*");
    if (n % 500 === 0) await new Promise((done) => setTimeout(done));
  }
  contentWindow.postMessage({ atlas: 1, set: { t: ticks[3] } }, "*");
}
"""
GLOBALS = """
() => {
  document.getElementById("spoken").textContent = ""; // says where it came from
  const body = document.body.cloneNode(true);
  // Events of ticks on the way stay out of sight.
  for (const gone of body.querySelectorAll("#panel article[hidden]")) gone.remove();
  return [Object.getOwnPropertyNames(window),
    body.outerHTML.replaceAll(' class=""', ""),
    Object.getOwnPropertyNames(Object.prototype)];
}
"""


def test_a_flood_of_messages_changes_nothing_but_the_tick(open_page, atlas, tmp_path):
    host = tmp_path / "host.html"
    address = f"file://{atlas}/en/membership.html"
    host.write_text(f'<iframe src="{address}" width="900" height="900"></iframe>')
    page = open_page(str(host), fresh=True)
    frame = page.frames[1]
    frame.wait_for_selector("html[data-tick='2026']")
    ticks = ["1995", "2003", "2012", "1999"]
    page.evaluate(DICE)

    def send(seed, messages):
        page.evaluate(FLOOD, [seed, messages, ticks])
        frame.wait_for_selector(f"html[data-tick='{ticks[3]}']", timeout=60_000)
        page.wait_for_timeout(600)
        return frame.evaluate(GLOBALS)

    calm = send(1, 0)
    calm = send(1, 1)
    flooded = send(2, MESSAGES)
    assert flooded[0] == calm[0]
    assert flooded[1] == calm[1]
    assert flooded[2] == calm[2]
    assert frame.url.partition("#")[0] == address
    assert len([url for url in page.requests if not url.startswith("data:")]) == 2
    assert not page.problems
