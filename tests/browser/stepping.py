"""What one move of the slider takes: its script, and the layout that it asks for."""

import statistics

STEPS = """() => {
  const input = document.getElementById("time");
  const times = [];
  const go = (tick) => {
    input.value = tick;
    const start = performance.now();
    input.dispatchEvent(new Event("input", {bubbles: true}));
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  const last = Number(input.max);
  go(0);
  for (let tick = 1; tick <= last; tick++) times.push(go(tick));
  for (let tick = last - 1; tick >= 0; tick--) times.push(go(tick));
  return times;
}"""


def time_steps(page, throttle=1, passes=10):
    """Return what 95 in 100 steps do not exceed, in milliseconds.

    Every pass goes there and back. Whatever else a machine does only adds time, so the
    calmest pass counts.
    """
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    runs = []
    for _ in range(passes):
        times = sorted(page.evaluate(STEPS))
        runs.append((statistics.median(times), times[int(len(times) * 0.95)]))
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return min(runs)[1]
