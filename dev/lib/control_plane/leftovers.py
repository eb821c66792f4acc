"""Ends what a run leaves behind, however it ended.

Every process that a run starts, and every process started by one of those, has the run's folder in its environment. That is
how they are found again: also when their parents have ended, and also when the run itself was killed and could clean up
nothing. Only a process that was given another environment escapes. Needs /proc: elsewhere nothing is found.
"""
import contextlib
import os
import pathlib
import shutil
import signal
import time

# Names the folder of the run, in the environment of everything that it starts.
MARK = "SEALED_SECRETS_CONTROL_PLANE"
GRACE_SECONDS = 20


class Guard:
    """A process of its own session that waits for this one to end, in whatever way, then cleans up after it.

    It learns of the end by a pipe whose other side only this process holds.
    """

    def __init__(self, folder):
        reading, self._writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._writing)
            _watch(reading, folder)
        os.close(reading)

    def release(self):
        """Lets the guard clean up, and waits until it has."""
        os.close(self._writing)
        os.waitpid(self._process, 0)


def _watch(reading, folder):
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        os.read(reading, 1)
        end(folder)
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os._exit(0)


def end(folder, spared=()):
    """Ends the processes of the run with this folder, except those spared; the names of the commands that were found."""
    names = {}
    for sent in (signal.SIGTERM, signal.SIGKILL):
        told = set()
        deadline = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < deadline:
            left = {number: name for number, name in _processes(folder) if number not in spared}
            if not left:
                return sorted(names.values())
            for number in left.keys() - told:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(number, sent)
            told |= left.keys()
            names |= left
            time.sleep(0.05)
    return sorted(names.values())


def _processes(folder):
    mark = f"{MARK}={folder}".encode()
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (entry / "environ").read_bytes().split(b"\0"):
                yield int(entry.name), (entry / "comm").read_text().strip()
