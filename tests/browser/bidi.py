"""Tells a Firefox what to do, in WebDriver BiDi: it speaks that without a driver."""

import base64
import json
import re
import subprocess
import time

import websocket

LISTENS = re.compile(r"WebDriver BiDi listening on (\S+)\n")
KEYS = {"ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Enter": "\ue007"}
# Values go in and out as JSON: functions are those that Playwright takes, too.
CALL = "async (text) => JSON.stringify(await ({})(...JSON.parse(text)) ?? null)"
# Only what comes near is laid out, so what is scrolled to may still move.
CENTRE = """async selector => {
  const node = document.querySelector(selector);
  for (let before; ; ) {
    node.scrollIntoView({block: "center"});
    const box = node.getBoundingClientRect();
    const centre = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
    if (`${centre}` === before) return centre;
    before = `${centre}`;
    await new Promise((done) => setTimeout(done, 40));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""
UNTIL = """async (...given) => {{
  const end = performance.now() + 8000;
  while (!({})(...given)) {{
    if (performance.now() > end) throw new Error("waited for too long");
    await new Promise((done) => setTimeout(done, 20));
  }}
}}"""


class Firefox:
    """A running Firefox: its process, and the socket that it is told things by."""

    def __init__(self, path, folder, *, starts_within=60):
        self.events, self._last = [], 0
        command = [path, "--headless", "--no-remote", "--profile", str(folder)]
        # System access is what asking for the browser's own figures of memory takes.
        command += ["--remote-debugging-port", "0", "--remote-allow-system-access"]
        log = folder / "firefox.log"
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=file
            )
        try:
            address = self._address(log, time.monotonic() + starts_within)
            self._socket = websocket.create_connection(
                f"{address}/session", timeout=300, suppress_origin=True
            )
            self.call("session.new", capabilities={})
        except Exception:
            self._process.kill()
            raise

    def _address(self, log, end):
        while not (found := LISTENS.search(log.read_text(errors="replace"))):
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Firefox does not listen: {log.read_text()}")
            time.sleep(0.05)
        return found[1]

    def call(self, method, **parameters):
        """Return the result of a command; what is reported meanwhile is kept."""
        self._last += 1
        command = {"id": self._last, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while (answer := json.loads(self._socket.recv())).get("id") != self._last:
            self.events.append(answer)
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def evaluate(self, context, function, *arguments):
        """Call a function of JavaScript in a tab or frame; return what it returns."""
        done = self.call(
            "script.callFunction",
            functionDeclaration=CALL.format(function),
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": context},
            awaitPromise=True,
        )
        if done["type"] == "exception":
            raise RuntimeError(done["exceptionDetails"]["text"])
        return json.loads(done["result"]["value"])

    def evaluate_as_browser(self, function, *arguments):
        """Call a function where Firefox itself runs, with its own interfaces."""
        tree = self.call("browsingContext.getTree", **{"moz:scope": "chrome"})
        return self.evaluate(tree["contexts"][0]["context"], function, *arguments)

    def open(self, address, *, width=1280, height=900):
        """Return a new tab with the page at an address."""
        tab = Tab(self, self.call("browsingContext.create", type="tab")["context"])
        tab.resize(width, height)
        tab.go(address)
        return tab

    def close(self):
        self.call("browser.close")
        self._socket.close()
        self._process.wait(60)


class Tab:
    """A tab of Firefox, or a frame in one."""

    def __init__(self, firefox, context):
        self.firefox, self.context = firefox, context

    def go(self, address):
        self._call("browsingContext.navigate", url=address, wait="complete")

    def resize(self, width, height):
        size = {"width": width, "height": height}
        self._call("browsingContext.setViewport", viewport=size)

    def evaluate(self, function, *arguments):
        return self.firefox.evaluate(self.context, function, *arguments)

    def until(self, function, *arguments):
        """Wait until a function of JavaScript returns what is true."""
        self.evaluate(UNTIL.format(function), *arguments)

    def frames(self):
        found = self._tree()["children"]
        return [Tab(self.firefox, frame["context"]) for frame in found]

    @property
    def url(self):
        return self._tree()["url"]

    def press(self, key):
        """Press a key of the keyboard where the focus is."""
        keys = [{"type": kind, "value": KEYS[key]} for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": keys})

    def click(self, selector):
        """Click with the mouse on the middle of the first such element."""
        x, y = self.evaluate(CENTRE, selector)
        clicks = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        actions = [{"type": "pointerMove", "x": x, "y": y}, *clicks]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def screenshot(self):
        """Return what is seen, as PNG."""
        return base64.b64decode(self._call("browsingContext.captureScreenshot")["data"])

    def close(self):
        self._call("browsingContext.close")

    def _act(self, source):
        self._call("input.performActions", actions=[source])

    def _tree(self):
        found = self.firefox.call("browsingContext.getTree", root=self.context)
        return found["contexts"][0]

    def _call(self, method, **parameters):
        return self.firefox.call(method, context=self.context, **parameters)
