"""Tabs of a browser that tests use one after the other.

A new profile takes a second of a processor, and the pages keep nothing in one (see
`test_page.py`). So a tab that a test is done with is emptied and goes to the next test
that asks for the same kind.
"""

from collections import defaultdict

# What a tab can be told at any time; everything else is chosen with its profile.
MEDIA = {
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}
PATIENCE = 8000  # milliseconds


class Pool:
    """Opens addresses in tabs, new ones or those that are free.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
    """

    def __init__(self, browser):
        self._browser = browser
        self._free = defaultdict(list)
        self._used = []

    def open(
        self,
        address,
        *,
        width=1280,
        height=900,
        script=None,
        until="load",
        fresh=False,
        **options,
    ):
        """Open an address.

        Parameters
        ----------
        address : str
            Or the path of a file.
        width, height : int
        script : str, optional
            What runs before every page.
        until : str
            Which event of the page is waited for.
        fresh : bool
            In a profile of its own, which no test uses again.
        **options
            Of a context of Playwright.

        Returns
        -------
        playwright.sync_api.Page
            Its `requests` and `problems` are the addresses asked for and the errors.
        """
        media = {name: options.pop(name, MEDIA[name]) for name in MEDIA}
        kind = (script, *sorted(options.items()))
        free = [] if fresh else self._free[kind]
        page = free.pop() if free else self._make(script, options)
        self._used.append((None if fresh else kind, page))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", **media)
        page.requests, page.problems = [], []
        page.goto(
            address if "://" in address else f"file://{address}", wait_until=until
        )
        return page

    def _make(self, script, options):
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on(
            "console",
            lambda message: (
                message.type == "error" and page.problems.append(message.text)
            ),
        )
        if script:
            page.add_init_script(script)
        return page

    def free(self):
        """Empty the tabs in use, for others; close those that nobody may use again."""
        while self._used:
            kind, page = self._used.pop()
            if kind is None or page.is_closed() or len(page.context.pages) > 1:
                page.context.close()
                continue
            page.mouse.move(0, 0)
            page.unroute_all()
            page.context.clear_permissions()
            page.goto("about:blank")
            self._free[kind].append(page)
