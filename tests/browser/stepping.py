"""What one move of the slider takes: its script, and the layout that it asks for."""

import statistics

# What a step sets off right after it (`await null`) counts too.
STEPS = """async (isOneWay) => {
  const input = document.getElementById("time");
  const times = [];
  const go = async (tick) => {
    input.value = tick;
    const start = performance.now();
    input.dispatchEvent(new Event("input", {bubbles: true}));
    await null;
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  const last = Number(input.max);
  await go(0);
  for (let tick = 1; tick <= last; tick++) times.push(await go(tick));
  if (isOneWay) return times;
  for (let tick = last - 1; tick >= 0; tick--) times.push(await go(tick));
  return times;
}"""


VIEW = {"width": 1280, "height": 900}
# What a page does by itself after it is loaded, it has done when a reader gets there.
SETTLE_MS = 2000


def time_first_visits(browser, address, throttle=1, loads=5):
    """Return what 95 in 100 first visits of a tick do not exceed, and their median.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
    address : str
    throttle : float
        How many times as slow the processor is, from before the page is loaded.
    loads : int
        How often the page is loaded anew and stepped through once, from its first tick
        to its last. The calmest load counts, as in `time_steps`.

    Returns
    -------
    tuple of float
        In milliseconds.
    """
    runs = []
    for _ in range(loads):
        page = browser.new_page(viewport=VIEW)
        _slow_down(page, throttle)
        page.goto(address)
        page.wait_for_timeout(SETTLE_MS)
        runs.append(page.evaluate(STEPS, True))
        page.close()
    return _take_calmest(runs)


def time_steps(page, throttle=1, passes=12):
    """Return what 95 in 100 steps do not exceed, and their median, in milliseconds.

    Every pass goes there and back. Whatever else a machine does only adds time: the
    calmest pass is the page's own.
    """
    _slow_down(page, throttle)
    runs = [page.evaluate(STEPS, False) for _ in range(passes)]
    _slow_down(page, 1)
    return _take_calmest(runs)


def _slow_down(page, throttle):
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": throttle})


def _take_calmest(runs):
    ordered = [sorted(times) for times in runs]
    return min(
        (times[int(len(times) * 0.95)], statistics.median(times)) for times in ordered
    )
