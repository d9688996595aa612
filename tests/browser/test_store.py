"""The state of a page, and who hears of its changes."""

import pytest

from tests.browser.modules import open_module

pytestmark = pytest.mark.browser

MAKE = "const heard = []; const store = makeStore({tick: 3, select: ''});"


@pytest.fixture(scope="module")
def run(browser):
    page = open_module(browser, "store.js")
    yield lambda script: page.evaluate(f"() => {{ {MAKE} {script} }}")
    page.close()


def test_a_change_leaves_the_rest_of_the_state(run):
    found = run("store.set({select: 'ARM'}); return store.get();")
    assert found == {"tick": 3, "select": "ARM"}


def test_a_listener_hears_the_state_and_the_one_before(run):
    found = run(
        "store.subscribe((state, before) => heard.push(before.tick, state.tick));"
        "store.set({tick: 4}); store.set({tick: 5}); return heard;"
    )
    assert found == [3, 4, 4, 5]


def test_listeners_are_called_in_the_order_in_which_they_came(run):
    found = run(
        "for (const name of ['a', 'b', 'c']) store.subscribe(() => heard.push(name));"
        "store.set({tick: 4}); return heard;"
    )
    assert found == ["a", "b", "c"]


def test_a_listener_already_finds_the_new_state_in_the_store(run):
    found = run(
        "store.subscribe(() => heard.push(store.get().tick));"
        "store.set({tick: 9}); return heard;"
    )
    assert found == [9]


def test_a_listener_is_called_when_nothing_has_changed(run):
    found = run(
        "store.subscribe(() => heard.push(1)); store.set({}); store.set({tick: 3});"
        "return heard.length;"
    )
    assert found == 2


def test_who_subscribes_later_hears_only_what_comes_then(run):
    found = run(
        "store.set({tick: 4}); store.subscribe(({tick}) => heard.push(tick));"
        "store.set({tick: 5}); return heard;"
    )
    assert found == [5]
