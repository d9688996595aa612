from pathlib import Path

from csto_atlas.maps.stills.raster.shapes import SHAPES, THEMES, RenderJob, list_jobs

PAGE = Path("dist/ar/border.html")


def test_a_picture_has_the_ratio_of_its_name_and_1080_pixels_on_its_short_side():
    for shape in SHAPES.values():
        width, height = map(int, shape.name.split("x"))
        assert shape.size[0] * height == shape.size[1] * width
        assert min(shape.size) == 1080


def test_a_file_is_named_by_map_tick_shape_and_theme():
    light, dark = (RenderJob(PAGE, SHAPES["4x5"], theme) for theme in THEMES)
    assert light.path("2012", ".png") == Path("dist/stills/ar/border-2012-4x5.png")
    assert dark.path("", ".mp4") == Path("dist/stills/ar/border-4x5-dark.mp4")


def test_without_a_wish_there_is_one_story_and_every_shape_of_the_first_view():
    jobs = list(list_jobs([PAGE]))
    assert len(jobs) == len(SHAPES) * len(THEMES)
    assert all(job.ticks is None for job in jobs)
    (told,) = [job for job in jobs if job.has_story]
    assert (told.shape.name, told.theme) == ("4x5", "light")


def test_who_names_a_tick_gets_no_story_who_names_a_shape_gets_its():
    (job,) = list_jobs([PAGE], ["1x1"], ["dark"], ["2012"])
    assert (job.ticks, job.has_story) == (("2012",), False)
    assert [job.has_story for job in list_jobs([PAGE], ["9x16"])] == [True, True]


def test_all_is_every_story_and_every_change():
    jobs = list(list_jobs([PAGE], has_all=True))
    assert all(job.has_story and job.has_all for job in jobs)
