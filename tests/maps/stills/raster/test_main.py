from pathlib import Path

import pytest

from csto_atlas.maps.stills.raster.__main__ import (
    describe_jobs,
    find_missing,
    main,
    summarize,
)
from csto_atlas.maps.stills.raster.shapes import list_jobs

PAGE = Path("dist/ar/border.html")


def test_it_says_what_it_will_make():
    said = describe_jobs([PAGE], list(list_jobs([PAGE], ["9x16"])))
    assert "9x16 (1080 x 1920)" in said
    assert "light, dark" in said
    assert "2 stories" in said


def test_it_says_what_it_has_made(tmp_path):
    paths = [tmp_path / name for name in ("a.png", "b.png", "c.mp4")]
    for path in paths:
        path.write_bytes(bytes(100_000))
    assert (
        summarize(paths, Path("dist")) == f"{Path('dist/stills')}: 1 MP4, 2 PNG; 0.3 MB"
    )


def test_a_tick_that_no_map_has_is_named():
    written = [Path("border-2022-09-4x5.png"), Path("almaty-2022-01-06-4x5-dark.png")]
    asked = ["2022-09", "2022", "2022-01-06", "1066"]
    assert find_missing(asked, written) == ["2022", "1066"]


def test_a_folder_without_an_atlas_is_wrong_usage(tmp_path, capsys):
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path)])
    assert "run build.py first" in capsys.readouterr().err
