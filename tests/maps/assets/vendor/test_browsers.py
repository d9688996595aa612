import pytest

from csto_atlas.maps.assets.vendor.browsers import inline_answers

MODULE = """var a = f(), Browser = {ie: a, mac: b, win: c};
if (Browser.ie || Browser.mac) g();"""


def test_a_question_is_answered_and_only_what_is_still_asked_stays():
    assert inline_answers(MODULE, {"ie": False}) == (
        "var a = f(), Browser = {mac: b};\nif (false || Browser.mac) g();"
    )


def test_members_of_another_object_stay():
    module = f"{MODULE}\nvar x = Other.ie;"
    assert inline_answers(module, {"ie": True}).endswith("Other.ie;")


def test_an_answer_that_nobody_asks_for_is_an_error():
    with pytest.raises(ValueError, match=r"never asks for Browser\.win"):
        inline_answers(MODULE, {"win": True})
