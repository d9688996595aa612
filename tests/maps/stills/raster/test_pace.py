from csto_atlas.maps.stills.raster.pace import (
    CHANGE_MS,
    LETTER_MS,
    LONGEST_MS,
    REST_MS,
    Frame,
    pace,
)


def frame(headline="", **states):
    return Frame("2012", headline, states, b"")


def test_a_picture_stays_longer_the_more_there_is_to_read():
    short, long, _ = pace([frame("a"), frame("a" * 21), frame("a")])
    assert long - short == 20 * LETTER_MS


def test_a_picture_stays_longer_the_more_has_changed():
    before, after, _ = pace([frame(a="x"), frame(a="y", b="y"), frame(a="y", b="y")])
    assert after - before == 2 * CHANGE_MS


def test_the_last_picture_rests():
    first, last = pace([frame("same"), frame("same")])
    assert last - first == REST_MS


def test_a_long_story_is_quicker_throughout_and_its_last_picture_rests_as_long():
    frames = [frame("a" * 50), frame("a" * 100)] * 30
    stays = pace(frames)
    assert abs(sum(stays) - LONGEST_MS) < len(frames)
    assert stays[0] < stays[1] < stays[-1]
    assert stays[-1] == pace(frames[-2:])[-1]
