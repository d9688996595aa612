"""Check the wheel: python -m tests.release.wheel [--dask].

Installs it into an empty environment, builds the default atlas in an empty folder and
compares it with what this tree builds. With --dask, workers that have nothing but the
wheel also join a layer. Exit status 0 if everything is the same, 1 if not.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from filecmp import dircmp
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYER = """\
id: seen
name: {en: Seen, ar: مرئي}
covers: {en: What was seen, ar: مرئي}
licence: {en: CC BY 4.0, ar: CC BY 4.0}
source: SOURCE
file: seen.csv
share: rows
columns: {id: number, start: day, latitude: lat, longitude: lon, kind: kind}
kinds: [{code: "1", name: Meeting}]
"""
ROWS = "number,day,lat,lon,kind\n1,1958-02-03,50.85,4.35,1\n2,1960-03-03,52.37,4.89,1\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.release.wheel", description=__doc__)
    parser.add_argument("--dask", action="store_true", help="join a layer on workers")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        python = install(build_wheel(base / "wheel"), base / "env", options.dask)
        differ = list(compare_atlas(python, base))
        if options.dask:
            differ += join_on_workers(python, base)
    for path in differ:
        print(f"not the same from the wheel: {path}", file=sys.stderr)
    if not differ:
        print("the wheel builds the same atlas")
    return int(bool(differ))


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this tree; return its path."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    run([*command, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, environment: Path, scale: bool = False) -> Path:
    """Install a wheel and its pins into an empty environment; return its Python."""
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    pins = ROOT / "requirements" / ("scale.txt" if scale else "core.txt")
    run([*pip, "--require-hashes", "--requirement", str(pins)])
    run([*pip, "--no-deps", "--no-index", str(wheel)])
    return python


def compare_atlas(python: Path, base: Path) -> Iterator[str]:
    """Go through the paths at which two atlases differ: the wheel's and this tree's."""
    empty = base / "empty"
    empty.mkdir()
    run([str(python.with_name("csto-atlas"))], cwd=empty)
    run([sys.executable, str(ROOT / "build.py"), "--out", str(base / "ours")])
    yield from find_differences(dircmp(base / "ours", empty / "dist"))
    yield from (name.name for name in empty.iterdir() if name.name != "dist")


def find_differences(folders: dircmp[str], path: str = "") -> Iterator[str]:
    """Go through the paths of files that are not in both folders, byte for byte."""
    for name in [*folders.left_only, *folders.right_only, *folders.funny_files]:
        yield f"{path}{name}"
    for name in folders.common_files:
        ours, theirs = Path(folders.left, name), Path(folders.right, name)
        if ours.read_bytes() != theirs.read_bytes():
            yield f"{path}{name}"
    for name, part in folders.subdirs.items():
        yield from find_differences(part, f"{path}{name}/")


def join_on_workers(python: Path, base: Path) -> list[str]:
    """Build a data set with a layer here and on a worker; return what differs."""
    command = str(python.with_name("csto-atlas"))
    data = base / "data"
    run([command, "new", str(data)])
    source = (data / "sources.yml").read_text(encoding="utf-8")
    name = source.partition("id: ")[2].split()[0]
    (data / "layers").mkdir()
    (data / "layers" / "seen.yml").write_text(LAYER.replace("SOURCE", name))
    (data / "layers" / "seen.csv").write_text(ROWS)
    with (data / "maps" / "membership.yml").open("a", encoding="utf-8") as file:
        file.write("\nlayers: [seen]\n")
    with serve_dask(python, base) as address:
        build = [command, "--data", str(data), "--out"]
        run([*build, str(base / "there"), "--scheduler", address], cwd=base)
    run([*build, str(base / "here")], cwd=base)
    return list(find_differences(dircmp(base / "here", base / "there")))


@contextmanager
def serve_dask(python: Path, base: Path) -> Iterator[str]:
    """Run a scheduler and a worker of an environment; give the scheduler's address."""
    dask = [str(python), "-m", "distributed.cli.dask_scheduler"]
    file = base / "scheduler.json"
    own = ["--scheduler-file", str(file), "--no-dashboard"]
    worker = [str(python), "-m", "distributed.cli.dask_worker", *own[:2]]
    scheduler = subprocess.Popen([*dask, "--host", "127.0.0.1", "--port", "0", *own])
    helper = subprocess.Popen([*worker, "--nworkers", "1", "--no-dashboard"], cwd=base)
    code = "import sys; from distributed import Client\n"
    code += "client = Client(scheduler_file=sys.argv[1], timeout=60)\n"
    code += "client.wait_for_workers(1); print(client.scheduler.address)"
    try:
        asked = [str(python), "-c", code, str(file)]
        yield subprocess.check_output(asked, text=True, timeout=120).strip()
    finally:
        helper.terminate()
        scheduler.terminate()
        helper.wait()
        scheduler.wait()


def run(command: Sequence[str], cwd: Path | None = None) -> None:
    """Run a command; a failure ends the check."""
    subprocess.run(command, check=True, cwd=cwd)


if __name__ == "__main__":
    sys.exit(main())
