"""What axe finds on a page."""

from axe_playwright_python.sync_playwright import Axe


def find_faults(page, **options):
    """Return the rules of axe that a page breaks, each with its first elements.

    Parameters
    ----------
    page : playwright.sync_api.Page
    **options
        Of axe.

    Returns
    -------
    list of (str, list of str)
    """
    wanted = {"resultTypes": ["violations"], **options}
    found = Axe().run(page, options=wanted).response["violations"]
    return [(rule["id"], [n["html"] for n in rule["nodes"]][:3]) for rule in found]
