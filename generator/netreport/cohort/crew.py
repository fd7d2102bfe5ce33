"""Processes that do one job after another, each one job at a time.

A process that the system ends costs its job alone; a new one goes on with the rest. When the run
is stopped the processes clean up after themselves and end, and they do so too when the run is gone.
"""

import multiprocessing as mp
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Self, TypeVar

T = TypeVar("T")
Job = Callable[[], T]
PATIENCE = 20  # seconds in which a process that was told to stop has cleaned up


def cores() -> int:
    """Give how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Lost:
    """A process ended before its job did. `signal`: what ended it, as the system tells."""

    signal: str


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection


class Crew:
    """At most `size` processes, begun when there is a job for them; a context manager."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Begin; no process is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let the processes end; at once where the run was stopped."""
        for worker in self._workers:
            worker.pipe.close()
            if kind is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(PATIENCE)
            worker.process.kill()
        self._workers.clear()

    def each(self, jobs: Sequence[Job[T]]) -> Iterator[tuple[int, T | Lost]]:
        """Give what each job came to, with its place in the list, in the order in which they end.

        A job is pickled: a function of a module, or a `partial` of one.
        """
        waiting = deque(enumerate(jobs))
        idle, busy = list(self._workers), dict[Connection, tuple[_Worker, int]]()
        while waiting or busy:
            while waiting and len(busy) < self.size:
                place, job = waiting.popleft()
                worker = idle.pop() if idle else self._started()
                busy[worker.pipe] = worker, place
                with suppress(OSError):  # it is gone: the answer will say so
                    worker.pipe.send(job)
            ready = wait(list(busy))
            for pipe in [one for one in busy if one in ready]:
                worker, place = busy.pop(pipe)
                try:
                    came: T | Lost = pipe.recv()
                    idle.append(worker)
                except (EOFError, OSError):
                    came = self._lost(worker)
                yield place, came

    def _started(self) -> _Worker:
        spawning = mp.get_context("spawn")
        ours, theirs = spawning.Pipe()
        threads = max(1, cores() // self.size)
        process = spawning.Process(target=_work, args=(theirs, threads), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _lost(self, worker: _Worker) -> Lost:
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        code = worker.process.exitcode or 0
        return Lost(signal.Signals(-code).name if code < 0 else f"exit code {code}")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start a process that no Ctrl-C reaches, not even while it starts: only we tell it to stop."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, threads: int) -> None:
    """Do one job after another until the pipe is closed; the life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ.setdefault("POLARS_MAX_THREADS", str(threads))  # before the first job imports it
    with suppress(EOFError, OSError):
        while True:
            pipe.send(pipe.recv()())


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + signal.SIGTERM)


def _end_with_parent() -> None:
    parent = mp.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
