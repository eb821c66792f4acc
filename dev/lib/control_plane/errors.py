"""The one failure that people see as a message instead of a stack trace."""
import sys


class Refused(Exception):
    """Something cannot go on; the text says what and, where it is known, what to do."""


def progress(text):
    """One line about what happens, on stderr: stdout belongs to results."""
    print(f"control-plane: {text}", file=sys.stderr, flush=True)
