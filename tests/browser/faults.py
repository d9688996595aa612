"""What axe finds on a page."""

from axe_playwright_python.sync_playwright import Axe

# What is alike in a list or a table: axe takes its time for each.
THIN = """() => ["li", "tr", "article", "[data-item]"].forEach(part =>
  document.querySelectorAll(`#reading ${part}:nth-of-type(n+12)`)
    .forEach(node => node.remove()))"""


def find_faults(page, is_whole=True, **options):
    """Return the rules of axe that a page breaks, each with its first elements.

    Parameters
    ----------
    page : playwright.sync_api.Page
    is_whole : bool
        If not, the lists below the map are cut after their first entries.
    **options
        Of axe.

    Returns
    -------
    list of (str, list of str)
    """
    if not is_whole:
        page.evaluate(THIN)
    wanted = {"resultTypes": ["violations"], **options}
    found = Axe().run(page, options=wanted).response["violations"]
    return [(rule["id"], [n["html"] for n in rule["nodes"]][:3]) for rule in found]
