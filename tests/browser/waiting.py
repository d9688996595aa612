"""Waiting by the page's own clock: what a busy machine delays, it delays for both."""


def rest(page, milliseconds):
    """Wait until timers of the page that are due within that time have run."""
    page.evaluate("ms => new Promise(done => setTimeout(done, ms))", milliseconds)
