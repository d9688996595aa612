"""What is no cluster, and a cluster that is lost, end in one line within a bound."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import distributed
import pytest

from csto_atlas.events.errors import SchedulerLostError, UsageError
from csto_atlas.maps.layers import cluster
from csto_atlas.maps.layers.cluster import connect_client

pytestmark = pytest.mark.slow  # clusters, and time to lose them

PEERS = {
    "silent": None,
    "closing": b"",
    "http": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    "tls": b"\x15\x03\x03\x00\x02\x02\x32",  # an alert: it cannot decode what we say
    "small frames": b"\x01" + b"\x00" * 31,
    "huge frame": b"\x01" + b"\x00" * 7 + b"\xff" * 24,
}
# A Python that has the libraries, and no package that is installed as editable.
BARE = "import sys; sys.path.append(sys.argv.pop(1)); "
BARE += "from distributed.cli.dask_worker import main; main()"


@pytest.fixture(autouse=True)
def _hurry(monkeypatch):
    monkeypatch.setattr(cluster, "SILENCE", 3.0)


@contextmanager
def peer(answer):
    """Listen as something that is no scheduler; give its address."""

    def talk(link):
        link.recv(100)
        if answer is not None:
            link.sendall(answer)
            link.close()

    def listen():
        while True:
            try:
                link, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(link,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=listen, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def dask(tmp_path):
    """Return a function that starts a scheduler or a worker; end them afterwards."""
    started = []
    file = tmp_path / "scheduler.json"
    own = ["--scheduler-file", str(file), "--no-dashboard"]

    def start(*command):
        process = subprocess.Popen(
            [sys.executable, *command, *own],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    def dask(*worker):
        scheduler = start(
            *("-m", "distributed.cli.dask_scheduler"),
            *("--host", "127.0.0.1", "--port", "0"),
        )
        while not (file.exists() and file.stat().st_size):
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        workers = [start(*worker, "--no-nanny", "--nworkers", "1")] if worker else []
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(len(workers)) if workers else None
        return address, scheduler, *workers

    yield dask
    for process in started:
        process.kill()
        process.wait()


WORKER = ("-m", "distributed.cli.dask_worker")


def refuse(address, patience, monkeypatch):
    """Return the line with which an address is refused."""
    monkeypatch.setattr(cluster, "HANDSHAKE", patience)
    with pytest.raises(UsageError) as caught, connect_client(address):
        pass
    line = str(caught.value)
    assert line.startswith(f"--scheduler: no cluster at '{address}': ")
    assert "; expected tcp://host:port" in line
    assert "\n" not in line
    return line


@pytest.mark.parametrize("kind", PEERS)
def test_what_speaks_no_dask_is_refused(kind, monkeypatch, capfd):
    with peer(PEERS[kind]) as address:
        line = refuse(address, 2.0, monkeypatch)
    assert "nothing there answers as a Dask scheduler" in line
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x", "http://x"])
def test_an_address_where_nobody_answers_is_refused(address, monkeypatch):
    assert "nothing there answers" in refuse(address, 1.0, monkeypatch)


def test_tls_without_certificates_is_refused_with_what_is_missing(monkeypatch):
    assert "TLS" in refuse("tls://127.0.0.1:9", 5.0, monkeypatch)


def test_a_worker_is_no_scheduler(dask, monkeypatch):
    address, *_ = dask(*WORKER)
    with distributed.Client(address, set_as_default=False) as client:
        (worker,) = client.nthreads()
    assert "it is a Worker" in refuse(worker, 30.0, monkeypatch)


def test_a_scheduler_without_workers_is_refused(dask, monkeypatch):
    address, _ = dask()
    assert "it has no worker" in refuse(address, 4.0, monkeypatch)


def test_workers_without_this_package_are_refused(dask, monkeypatch):
    libraries = str(Path(distributed.__file__).parents[1])
    address, *_ = dask("-S", "-c", BARE, libraries)
    line = refuse(address, 60.0, monkeypatch)
    assert "a worker cannot run this code" in line
    assert "No module named 'csto_atlas'" in line


@pytest.mark.parametrize(
    ("number", "sent", "why"),
    [
        (1, signal.SIGKILL, "scheduler-connection-lost"),
        (1, signal.SIGSTOP, "does not answer"),
        (2, signal.SIGKILL, "no worker"),
    ],
    ids=["scheduler dies", "scheduler stops", "last worker dies"],
)
def test_a_cluster_that_is_lost_ends_the_work(dask, number, sent, why, monkeypatch):
    monkeypatch.setattr(cluster, "HANDSHAKE", 60.0)
    found = dask(*WORKER)
    with (
        pytest.raises(SchedulerLostError, match="lost while it worked") as caught,
        connect_client(found[0]) as client,
    ):
        future = client.submit(time.sleep, 10_000)
        monkeypatch.setattr(cluster, "HANDSHAKE", 2.0)  # of leaving it
        os.kill(found[number].pid, sent)
        future.result()
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_error_of_the_work_itself_is_no_loss_of_the_cluster(dask, monkeypatch):
    monkeypatch.setattr(cluster, "HANDSHAKE", 60.0)
    address, *_ = dask(*WORKER)
    with (
        pytest.raises(ValueError, match="invalid literal"),
        connect_client(address) as client,
    ):
        client.submit(int, "x").result()


def test_a_call_that_takes_too_long_is_given_up():
    done = threading.Event()
    with pytest.raises(TimeoutError):
        cluster.call_within(0.01, done.wait)
    done.set()
    assert cluster.call_within(60.0, done.wait)
