"""Write a story as MP4 and as animated WebP, each small enough to be sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import av
from PIL import Image

MOST_BYTES = 3_000_000
RATE = 24  # pictures a second; some hosts refuse fewer than 23
FACTORS = (20, 26, 32, 38)  # x264's constant rate factor, the best first
QUALITIES = (60, 40, 25, 10)  # of WebP
SMALLER = 2 / 3  # an animation is for articles and chats: 720 pixels wide


def write_film(path: Path, pictures: Sequence[bytes], stays: Sequence[int]) -> None:
    """Write H.264 in MP4, which every host takes: 8 bits, 4:2:0, a fixed rate.

    Parameters
    ----------
    path : Path
    pictures : sequence of bytes
        PNG, all of one size.
    stays : sequence of int
        How long each stays, in milliseconds.

    Raises
    ------
    ValueError
        If no quality is small enough.
    """
    frames = [_convert(picture) for picture in pictures]
    _write_smallest(path, FACTORS, lambda factor: _encode(path, frames, stays, factor))


def _convert(picture: bytes) -> av.VideoFrame:
    frame = av.VideoFrame.from_image(Image.open(BytesIO(picture)).convert("RGB"))
    # Without a word about it players take HD for ITU-R BT.709.
    plain: av.VideoFrame = frame.reformat(format="yuv420p", dst_colorspace="ITU709")
    return plain


def _encode(
    path: Path, frames: Sequence[av.VideoFrame], stays: Sequence[int], factor: int
) -> None:
    with av.open(path, "w", options={"movflags": "+faststart"}) as film:
        options = {"crf": str(factor), "preset": "veryfast", "tune": "stillimage"}
        stream = film.add_stream("libx264", rate=RATE, options=options)
        stream.width, stream.height = frames[0].width, frames[0].height
        stream.pix_fmt = "yuv420p"
        end, written = 0, 0
        for frame, stay in zip(frames, stays, strict=True):
            end += stay
            while written < round(end * RATE / 1000):
                frame.pts = written
                film.mux(stream.encode(frame))
                written += 1
        film.mux(stream.encode())


def write_animation(
    path: Path, pictures: Sequence[bytes], stays: Sequence[int]
) -> None:
    """Write an animated WebP that runs for ever.

    Parameters
    ----------
    path : Path
    pictures : sequence of bytes
        PNG, all of one size.
    stays : sequence of int
        How long each stays, in milliseconds.

    Raises
    ------
    ValueError
        If no quality is small enough.
    """
    frames = [_shrink(picture) for picture in pictures]
    _write_smallest(
        path, QUALITIES, lambda quality: _animate(path, frames, stays, quality)
    )


def _shrink(picture: bytes) -> Image.Image:
    image = Image.open(BytesIO(picture)).convert("RGB")
    width, height = (round(side * SMALLER) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _animate(
    path: Path, frames: Sequence[Image.Image], stays: Sequence[int], quality: int
) -> None:
    frames[0].save(
        path,
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=[*stays],
        loop=0,
        quality=quality,
        method=4,
    )


def _write_smallest(
    path: Path, qualities: Sequence[int], write: Callable[[int], None]
) -> None:
    """Keep the first encoding that is small enough."""
    for quality in qualities:
        write(quality)
        size = path.stat().st_size
        if size <= MOST_BYTES:
            return
    path.unlink()
    raise ValueError(f"{path.name}: {size} bytes; expected {MOST_BYTES} at most")
