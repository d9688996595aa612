import subprocess
import sys
import threading
import time

import pytest

import build
from csto_atlas.maps.output.lock import acquire_lock

HOLDER = """
import sys, time
from pathlib import Path
from csto_atlas.maps.output.lock import acquire_lock
with acquire_lock(Path(sys.argv[1]), 1):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_held_by_one_and_removed(tmp_path):
    lock = tmp_path / "lock"
    with acquire_lock(lock, 0):
        with pytest.raises(TimeoutError), acquire_lock(lock, 0.05):
            raise AssertionError("held twice")
        assert lock.exists()
    assert not lock.exists()


def test_a_lock_ends_with_a_process_that_is_killed(tmp_path):
    lock = tmp_path / "lock"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, lock], stdout=subprocess.PIPE, cwd=build.ROOT
    )
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(TimeoutError), acquire_lock(lock, 0.05):
        raise AssertionError("held twice")
    process.kill()
    process.wait()
    with acquire_lock(lock, 1):
        assert lock.exists()
    process.stdout.close()


def test_holders_that_remove_the_lock_never_overlap(tmp_path):
    lock, inside, most = tmp_path / "lock", [], []

    def work():
        for _ in range(25):
            with acquire_lock(lock, 60):
                inside.append(1)
                time.sleep(0.001)  # lets the others in, if nothing keeps them out
                most.append(len(inside))
                inside.pop()

    workers = [threading.Thread(target=work) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (len(most), max(most)) == (150, 1)
