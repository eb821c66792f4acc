"""Runs the command of a run: passes signals on to it and its exit status back, and does not outlive who started the run."""
import contextlib
import os
import signal
import subprocess

from .errors import Refused, progress

ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
STOP_SECONDS = 20
LOOK_SECONDS = 0.25


class Ended(BaseException):
    """Something asked this program to end while it had no command to pass that on to."""

    def __init__(self, status):
        super().__init__(status)
        self.status = status


class Parent:
    """The process that started this one, which can end without a word: it may be killed."""

    def __init__(self):
        self._number = os.getppid()

    def has_ended(self):
        return os.getppid() != self._number


@contextlib.contextmanager
def ending_on_signals():
    """In here a signal that asks to end raises Ended."""

    def end(received, _):
        raise Ended(128 + received)

    with _handling(end):
        yield


def run(words, environment, parent):
    """Runs the command to its end; its exit status, or 128 + the signal that ended it, as a shell says it."""
    try:
        child = subprocess.Popen(words, env=environment)
    except OSError as e:
        raise Refused(f"cannot run {words[0]}: {e.strerror}") from e

    def pass_on(received, _):
        if received != signal.SIGINT or not _in_foreground():
            child.send_signal(received)

    with _handling(pass_on):
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = child.wait(LOOK_SECONDS)
                return status if status >= 0 else 128 - status
            if parent.has_ended():
                progress("the process that started this has ended: stopping")
                _stop(child)
                return 128 + signal.SIGTERM


def _stop(process):
    """Asks a process to end, and makes it."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextlib.contextmanager
def _handling(handler):
    before = {number: signal.signal(number, handler) for number in ENDING}
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)


def _in_foreground():
    """Whether the terminal's interrupt key has reached the command as well: it goes to the whole foreground group."""
    try:
        with open("/dev/tty", "rb") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
