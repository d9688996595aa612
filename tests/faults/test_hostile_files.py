"""Files that no person wrote: refused with a clear word, in bounded time and memory."""

import os
import sys

import pytest

import build
from tests.faults.limited import refuse
from tests.faults.rounds import PROOF
from tests.faults.seeding import copy_data

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and limits")


def say(data, name, line, words):
    said = refuse(data)
    wanted = f"{data / name}:{line}: "
    lines = [told for told in said.splitlines() if told.startswith(wanted)]
    assert any(words in told and "; expected " in told for told in lines), said[:2000]


def deep(opening, closing):
    return opening * 300_000 + closing * 300_000


def bomb():
    rows = ["- &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    return "\n".join(rows)


MEMBER = "csto,RUS,signatory,1992-05-15,,high,By act,بوثيقة,По акту,tass-2012-06-28,\n"
HEADER = "organisation,code,status,start,end,certainty,basis_en,basis_ar,basis_ru,"
HEADER += "sources,claims\n"
SOURCE = "- {{id: s{0}, kind: press, publisher: P, title: T, language: en}}\n"
BOMBS = {
    "a deep list": ("article.yml", deep("[", "]"), 1, "nested more than 12 deep"),
    "a deep mapping": ("article.yml", deep("{a: ", "}"), 1, "nested more than 12"),
    "aliases of aliases": ("sources.yml", bomb(), 1, "the anchor &a0"),
    "a million values": ("sources.yml", "- a\n" * 900_000, 200_000,
                         "more than 200000 values"),
    "a million fields": ("dataset.yml", "".join(f"a{n}: b\n" for n in range(300_000)),
                         200_000, "more than 200000 values"),
    "one endless text": ("dataset.yml", f"title: {'a' * 5_000_000}", 1, "larger than"),
    "a million rows": ("memberships.csv", HEADER + MEMBER * 40_000, 20_002,
                       "more than 20000 rows"),
    "rows that overlap": ("memberships.csv", HEADER + MEMBER * 19_000, 3,
                          "while 'signatory' at"),
    "rows of nothing": ("memberships.csv", HEADER + "a\n" * 1_900_000, 20_002,
                        "more than 20000 rows"),
    "a million columns": ("claims.csv", ",".join(f"c{n}" for n in range(400_000)), 1,
                          "more than 200 columns"),
    "one endless cell": ("claims.csv", f"claim,article,summary\na,b,{'c' * 3_900_000}",
                         2, "field larger than field limit"),
    "an open quotation": ("claims.csv", 'claim,article,summary\n"' + "a\n" * 1_900_000,
                          2, ""),
    "many sources": ("sources.yml", "".join(map(SOURCE.format, range(60_000))), 33_334,
                     "more than 200000 values"),
}  # fmt: skip


@pytest.mark.skipif(not PROOF, reason="the limits have tests of their own: make proof")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_bounded_time_and_memory(tmp_path, name):
    data = copy_data(tmp_path / "data")
    file, content, line, words = BOMBS[name]
    (data / file).write_text(content)
    say(data, file, line, words)


def test_links_pipes_and_devices_are_refused_and_not_followed(tmp_path):
    data = copy_data(tmp_path / "data")
    secret = tmp_path / "secret"
    secret.write_text("- hunter2: x\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "more.yml").write_text("- hunter3: x\n")
    for name in ("sources.yml", "areas.csv", "lines.csv", "claims.csv", "article.yml"):
        (data / name).unlink()
    (data / "sources.yml").symlink_to(secret)
    (data / "areas.csv").symlink_to("areas.csv")
    (data / "lines.csv").symlink_to("/dev/zero")
    (data / "maps" / "nowhere.yml").symlink_to("/nowhere/at/all")
    os.mkfifo(data / "claims.csv")
    (data / "article.yml").mkdir()
    for path in (data / "events").iterdir():
        path.unlink()
    (data / "events").rmdir()
    (data / "events").symlink_to(folder)
    said = refuse(data)
    for name, words in {
        "sources.yml": f"a link to {secret}",
        "areas.csv": "a link to areas.csv",
        "lines.csv": "a link to /dev/zero",
        "maps/nowhere.yml": "a link to /nowhere/at/all",
        "claims.csv": "this is no file",
        "article.yml": "is a directory",
        "events": f"a link to {folder}",
    }.items():
        assert f"{data / name}:1: {words}; expected " in said
    assert "hunter" not in said


def test_a_link_to_a_whole_data_set_may_be_named(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(build.DATA)
    assert build.main(["check", "--data", str(link)]) == 0
