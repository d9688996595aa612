"""The same data give the same bytes, whatever machine they are built on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import build
from tests.faults.folders import contents
from tests.faults.rounds import dice, rounds

# A machine whose folders list their files in another order, and whose clock is off.
SHUFFLED = """
import os, pathlib, random, sys
dice = random.Random(int(sys.argv[1]))
def shuffled(function):
    def list_all(*args, **options):
        found = list(function(*args, **options))
        dice.shuffle(found)
        return iter(found)
    return list_all
listdir = os.listdir
os.listdir = lambda *args: list(shuffled(listdir)(*args))
for name in ("glob", "rglob", "iterdir"):
    setattr(pathlib.Path, name, shuffled(getattr(pathlib.Path, name)))
os.umask(int(sys.argv[2], 8))
import build
sys.exit(build.main(sys.argv[3:]))
"""
ONE = ("--map", "membership", "--lang", "ar")
LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.ISO-8859-1")
ZONES = ("UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns")
UMASKS = ("022", "077", "002")


def build_elsewhere(number, out, *, arguments=ONE, data=None, python=sys.executable):
    """Build as another machine would; its number decides how that differs."""
    chance = dice(f"machine {number}")
    machine = {
        "LC_ALL": chance.choice(LOCALES),
        "LANGUAGE": chance.choice(("ar", "de", "")),
        "TZ": chance.choice(ZONES),
        "PYTHONHASHSEED": str(chance.randrange(2**32)),
        "PYTHONUTF8": chance.choice(("0", "1")),
        "COLUMNS": chance.choice(("20", "200")),
        "HOME": str(out.parent),
    }
    given = ["--data", data] if data else []
    command = [python, "-c", SHUFFLED, str(number), chance.choice(UMASKS)]
    done = subprocess.run(
        [*command, "--out", out, *given, *arguments],
        capture_output=True, env={**os.environ, **machine}, cwd=build.ROOT,
    )  # fmt: skip
    assert done.returncode == 0, (machine, done.stderr.decode(errors="replace"))
    return contents(out)


def same(one, other):
    """Tell which files differ, rather than how: pages are long."""
    return [name for name in {*one, *other} if one.get(name) != other.get(name)]


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    out = tmp_path_factory.mktemp("here") / "dist"
    options = ["--map", "membership", "--lang", "ar"]
    assert build.main([*options, "--out", str(out)]) == 0
    return contents(out)


@pytest.mark.parametrize("number", range(rounds(1, 12)))
def test_another_machine_gives_the_same_bytes(here, tmp_path, number):
    assert not same(build_elsewhere(number, tmp_path / "dist"), here)


@pytest.mark.skipif(not rounds(0, 1), reason="a whole build: make proof")
@pytest.mark.parametrize("number", range(100, 103))
def test_another_machine_gives_the_same_whole_atlas(atlas, tmp_path, number):
    found = build_elsewhere(number, tmp_path / "dist", arguments=())
    assert not same(found, contents(atlas))


def test_copied_files_of_another_system_give_the_same_bytes(here, tmp_path):
    """They are in another order, of another day, and have other line ends."""
    data = tmp_path / "elsewhere"
    files = sorted(path for path in build.DATA.rglob("*") if path.is_file())
    dice("order").shuffle(files)
    for number, path in enumerate(files):
        copy = data / path.relative_to(build.DATA)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        os.utime(copy, (number * 1e6, number * 1e6))
    found = build_elsewhere(7, tmp_path / "dist", data=data)
    assert not same(found, here)


@pytest.mark.skipif(not rounds(0, 1), reason="other versions: make proof")
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_another_python_gives_the_same_whole_atlas(atlas, tmp_path, version):
    """`ATLAS_PYTHONS` is a folder with an environment for each version."""
    folder = Path(os.environ.get("ATLAS_PYTHONS", "no environments"))
    python = folder / version / "bin" / "python"
    if not python.exists():
        pytest.skip(f"no environment of Python {version}")
    out = tmp_path / "dist"
    found = build_elsewhere(9, out, arguments=(), python=str(python))
    assert not same(found, contents(atlas))
