"""Connect to a Dask cluster within a deadline, and watch it while it is in use."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from csto_atlas.events.errors import SchedulerLostError, UsageError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

T = TypeVar("T")

LOCAL = "local"
# Workers must not pause when memory is short: their memory holds no results that could
# be moved to another worker, so a paused one would wait for ever. A worker that is far
# over its limit is still restarted.
PATIENT = {"distributed.worker.memory.pause": False}
# Time limits in seconds, our own choice: to connect to a cluster; to start one here and
# connect to it; and for a cluster in use to answer, or to replace its last worker.
HANDSHAKE, LOCAL_HANDSHAKE, SILENCE = 10.0, 60.0, 30.0
BEAT = 1.0  # seconds between two checks of a cluster in use
LONGEST = 200  # characters of the error message of a library
# These log every broken connection, with a traceback, on standard error.
LOGGERS = ("asyncio", "distributed", "distributed.client", "tornado.application")
EXPECTED = (
    "tcp://host:port of a Dask scheduler, tls:// with certificates, or 'local'; its "
    "workers have this package (see docs/layers.md)"
)


@contextmanager
def connect_client(scheduler: str) -> Iterator[Client]:
    """Connect to a cluster, check that its workers can run this code, and watch it.

    Parameters
    ----------
    scheduler : str
        An address, or ``local`` to start a cluster on this machine.

    Yields
    ------
    Client

    Raises
    ------
    UsageError
        If there is no scheduler with workers that have this code, or not within
        `HANDSHAKE` seconds (`LOCAL_HANDSHAKE` for ``local``).
    SchedulerLostError
        If later the scheduler does not answer, or has no worker, for `SILENCE` seconds.
    """
    with _quiet(), ExitStack() as stack:
        client = _shake_hands(scheduler, stack)
        watch = _Watch(client)
        watch.start()
        stack.callback(watch.over.set)
        try:
            with client.as_current():
                yield client
        except (Exception, asyncio.CancelledError) as error:
            if watch.found or _is_lost(error):
                found = watch.found or _shorten(error)
                what = f"--scheduler: the cluster was lost while it worked ({found})"
                raise SchedulerLostError(what) from None
            raise


def _shake_hands(scheduler: str, stack: ExitStack) -> Client:
    """Connect, and check scheduler, workers and their code, within a deadline."""
    import dask
    from distributed import Client, LocalCluster

    is_local = scheduler == LOCAL
    seconds = LOCAL_HANDSHAKE if is_local else HANDSHAKE
    deadline = time.monotonic() + seconds

    def within(trouble: str, function: Callable[..., T], *arguments: Any) -> T:
        try:
            return call_within(deadline - time.monotonic(), function, *arguments)
        except Exception as error:
            is_late = time.monotonic() >= deadline
            detail = f"not within {seconds:g} s" if is_late else _shorten(error)
            what = f"--scheduler: no cluster at {scheduler!r}: {trouble} ({detail})"
            raise UsageError(f"{what}; expected {EXPECTED}") from None

    place: Any = scheduler
    if is_local:
        stack.enter_context(dask.config.set(PATIENT))
        begin = partial(LocalCluster, threads_per_worker=1, dashboard_address=None)
        place = within("it cannot be started", begin)
        stack.callback(_leave, place)
    else:
        # Check first: a client without a scheduler would block when it is collected.
        trouble = "nothing there answers as a Dask scheduler"
        within(trouble, asyncio.run, _find_scheduler(scheduler, seconds))
    reach = partial(Client, place, timeout=seconds, set_as_default=False)
    client = within("no client can connect", reach)
    stack.callback(_leave, client)
    within("it has no worker", client.wait_for_workers, 1)
    within("a worker cannot run this code", client.run, _find_code)
    return client


async def _find_scheduler(address: str, seconds: float) -> None:
    """Ask for the identity of an address.

    Raises
    ------
    ValueError
        If it is not a scheduler.
    TimeoutError, OSError
        If it does not answer.
    """
    from distributed.comm.core import connect
    from distributed.security import Security

    async with asyncio.timeout(seconds):
        keys = Security().get_connection_args("client")
        comm = await connect(address, timeout=seconds, **keys)
        try:
            await comm.write({"op": "identity", "reply": True})
            found = await comm.read()
        finally:
            comm.abort()
    if found.get("type") != "Scheduler":
        raise ValueError(f"it is a {found.get('type')}")


def call_within(seconds: float, function: Callable[..., T], *arguments: Any) -> T:
    """Call a function in a thread, with a time limit.

    Parameters
    ----------
    seconds : float
        The time limit.
    function : callable
    *arguments
        Arguments of the function.

    Returns
    -------
    object
        The result of the function.

    Raises
    ------
    TimeoutError
        If the function has not returned in time. Its thread is not stopped; it ends
        with the process.
    Exception
        Whatever the function raises.
    """
    future: Future[T] = Future()

    def call() -> None:
        try:
            future.set_result(function(*arguments))
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=call, daemon=True).start()
    return future.result(max(0.0, seconds))


class _Watch(threading.Thread):
    """Close a client whose scheduler does not answer or has no worker for too long.

    Attributes
    ----------
    over : threading.Event
        Set it to end the watch.
    found : str
        Why the client was closed; empty if it was not.
    """

    def __init__(self, client: Client) -> None:
        super().__init__(daemon=True)
        self.client, self.over, self.found = client, threading.Event(), ""

    def run(self) -> None:
        """Check the cluster until the watch is ended or the cluster is lost."""
        seen = time.monotonic()
        while not self.over.wait(BEAT):
            try:
                workers = call_within(SILENCE, self.client.nthreads)
            except Exception as error:
                self._close(f"the scheduler does not answer: {_shorten(error)}")
                return
            if workers:
                seen = time.monotonic()
            elif time.monotonic() - seen > SILENCE:
                self._close(f"it has had no worker for {SILENCE:g} s")
                return

    def _close(self, why: str) -> None:
        if not self.over.is_set():
            self.found = why
            _leave(self.client)


def _is_lost(error: BaseException) -> bool:
    """Tell whether an error comes from the cluster, not from the code that it ran."""
    from distributed import KilledWorker
    from distributed.client import ClosedClientError

    kinds = (CancelledError, asyncio.CancelledError, KilledWorker, ClosedClientError)
    return isinstance(error, kinds)


def _leave(one: Client | LocalCluster) -> None:
    """Close a client or a cluster, without waiting long for an answer."""
    with suppress(Exception):
        call_within(HANDSHAKE, one.close)


def _shorten(error: BaseException) -> str:
    """Write an error on one line of at most `LONGEST` characters."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence the logs of Dask: the errors that matter are raised."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _find_code() -> None:
    """Import the code of the tasks on a worker; raise ImportError if it is missing."""
    import csto_atlas.maps.layers.aggregate  # noqa: F401
