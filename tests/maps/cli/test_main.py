import dataclasses
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import build
from csto_atlas.events.errors import SchedulerLostError, UsageError
from csto_atlas.maps.cli.command import Defaults
from csto_atlas.maps.cli.main import COMMANDS, make_parsers
from tests.faults.rounds import rounds

STARTER = build.ROOT / "events" / "starter"


def refusal(words, capsys):
    """Return the last line that wrong usage answers with."""
    with pytest.raises(SystemExit) as stop:
        build.main(words)
    assert stop.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (["bulid"], "build"),
        (["cheek"], "check"),
        (["--mpa", "membership"], "--map"),
        (["check", "--stict"], "--strict"),
        (["build", "--site-ulr=https://maps.example.org"], "--site-url"),
        (["--data", "events/data/cso"], "csto"),
    ],
)
def test_a_misspelt_word_is_answered_with_the_nearest(
    words, nearest, capsys, monkeypatch
):
    monkeypatch.chdir(build.ROOT)
    assert refusal(words, capsys).endswith(f"(nearest: '{nearest}')")


def test_a_command_after_its_options_is_told_to_come_first(capsys):
    line = refusal(["--data", str(build.DATA), "check"], capsys)
    assert "'check' comes too late; expected the command first" in line


def test_a_misspelt_map_is_answered_with_the_nearest(tmp_path, capsys):
    words = ["--data", str(STARTER), "--out", str(tmp_path / "dist")]
    assert build.main([*words, "--map", "membreship"]) == 2
    assert "(nearest: 'membership')" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_examples_that_are_right_usage(name, capsys, tmp_path):
    with pytest.raises(SystemExit) as stop:
        build.main([name, "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    examples = text.partition("examples:\n")[2].splitlines()
    assert examples
    for line in examples:
        program, command, *words = line.split()[1:]
        assert (program, command) == ("build.py", name)
        # What an example names is not there: what is stands for it.
        (tmp_path / "any.csv").touch()
        there = {True: str(tmp_path / "any.csv"), False: str(tmp_path)}
        words = [
            there[w.endswith(".csv")] if "/" in w and ":" not in w else w for w in words
        ]
        _, parsers = make_parsers(Defaults(build.DATA, tmp_path, "python build.py"))
        parsers[name].parse_args(words)


def test_the_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        build.main(["--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"    {name} " in text
        assert command.about in " ".join(text.split())


def run(monkeypatch, error):
    def fail(options):
        raise error

    command = dataclasses.replace(COMMANDS["check"], run=fail)
    monkeypatch.setitem(COMMANDS, "check", command)
    return build.main(["check"])


def test_a_mistake_of_ours_has_a_status_of_its_own_and_asks_for_a_report(
    monkeypatch, capsys
):
    assert run(monkeypatch, ZeroDivisionError("by zero")) == 4
    what, where = capsys.readouterr().err.splitlines()
    assert what.endswith("not a fault in the data: ZeroDivisionError: by zero")
    log = Path(where.partition("in this file: ")[2])
    assert "Traceback" in log.read_text()
    log.unlink()


@pytest.mark.parametrize(
    ("error", "status"), [(UsageError, 2), (SchedulerLostError, 3)]
)
def test_a_scheduler_is_no_fault_of_the_data(error, status, monkeypatch, capsys):
    assert run(monkeypatch, error("--scheduler: why")) == status
    assert capsys.readouterr().err == "--scheduler: why\n"


def test_ctrl_c_is_one_line(monkeypatch, capsys):
    assert run(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "stopped; the output is as it was\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
@pytest.mark.parametrize(
    ("to", "status"),
    rounds([(">/dev/full", 3)], [("| true", 0), (">/dev/full", 3), (">&-", 0)]),
)
def test_a_closed_or_full_output_is_no_traceback(to, status):
    words = [build.ROOT / "build.py", "check", "--data", STARTER]
    command = shlex.join([sys.executable, *map(str, words)])
    shell = ["bash", "-c", f"{command} {to}"]
    done = subprocess.run(shell, capture_output=True, text=True)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
