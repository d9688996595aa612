"""Single modules of the scripts, opened in a page of their own."""

from csto_atlas.maps.assets.bundle import bundle


def open_module(browser, name, markup=""):
    """Open an empty page with some markup, a module, and all that it imports.

    What the module and its imports declare can be named in `Page.evaluate`.
    """
    page = browser.new_page()
    page.set_content(markup)
    page.add_script_tag(content=bundle(name))
    return page
