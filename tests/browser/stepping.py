"""What one move of the slider takes: its script, and the layout that it asks for."""

import statistics

# What a step sets off right after it (`await null`) counts too.
STEPS = """async () => {
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
  for (let tick = last - 1; tick >= 0; tick--) times.push(await go(tick));
  return times;
}"""


def time_steps(page, throttle=1, passes=12):
    """Return what 95 in 100 steps do not exceed, and their median, in milliseconds.

    Every pass goes there and back. Whatever else a machine does only adds time: the
    calmest pass is the page's own.
    """
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    runs = [sorted(page.evaluate(STEPS)) for _ in range(passes)]
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return min(
        (times[int(len(times) * 0.95)], statistics.median(times)) for times in runs
    )
