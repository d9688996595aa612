import io
import os

import av
import pytest
from PIL import Image

from csto_atlas.maps.stills.raster import film

SIZE = (270, 480)
STAYS = [500, 1000, 1500]


def picture(colour, size=SIZE):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


PICTURES = [picture(colour) for colour in ("red", "lime", "blue")]


def test_a_film_is_h_264_and_shows_each_picture_for_its_time(tmp_path):
    film.write_film(tmp_path / "story.mp4", PICTURES, STAYS)
    with av.open(tmp_path / "story.mp4") as found:
        (stream,) = found.streams
        codec = stream.codec_context
        assert (codec.name, codec.pix_fmt) == ("h264", "yuv420p")
        assert (codec.width, codec.height) == SIZE
        middles = [shot.to_image().getpixel((9, 9)) for shot in found.decode(stream)]
    colours = [pixel.index(max(pixel)) for pixel in middles]
    assert [colours.count(one) for one in range(3)] == [12, 24, 36]  # of 24 a second


def test_an_animation_shows_each_picture_for_its_time(tmp_path):
    film.write_animation(tmp_path / "story.webp", PICTURES, STAYS)
    with Image.open(tmp_path / "story.webp") as found:
        assert (found.n_frames, found.size) == (3, (180, 320))
        stays = []
        for number in range(3):
            found.seek(number)
            found.load()
            stays.append(found.info["duration"])
    assert stays == STAYS


def test_a_film_that_would_be_too_large_is_written_at_a_lower_quality(
    tmp_path, monkeypatch
):
    noise = Image.frombytes("RGB", SIZE, os.urandom(SIZE[0] * SIZE[1] * 3))
    out = io.BytesIO()
    noise.save(out, "PNG")
    path = tmp_path / "story.mp4"
    film.write_film(path, [out.getvalue()], [100])
    best = path.stat().st_size
    monkeypatch.setattr(film, "MOST_BYTES", best - 1)
    film.write_film(path, [out.getvalue()], [100])
    assert path.stat().st_size < best


def test_what_no_quality_makes_small_enough_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(film, "MOST_BYTES", 100)
    with pytest.raises(ValueError, match="expected 100 at most"):
        film.write_animation(tmp_path / "story.webp", PICTURES, STAYS)
    assert not list(tmp_path.iterdir())
