import os
import subprocess
import sys

import pytest

import build

pytestmark = pytest.mark.build


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(tmp_path):
    command = [sys.executable, "build.py", "--data", "events/starter", "--lang", "en"]
    words = [*command, "--out", tmp_path / "dist"]
    done = subprocess.run(words, cwd=build.ROOT, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    pty, termios = (pytest.importorskip(name) for name in ("pty", "termios"))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (24, 80))
    process = subprocess.Popen(words, cwd=build.ROOT, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 4096):
            seen += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert process.wait(30) == 0
    assert b"maps: 100%" in seen
    assert b"1/1" in seen
