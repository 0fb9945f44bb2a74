"""How a run ends: errors become one sentence on stderr and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer

from tocsin.errors import TocsinError

P = ParamSpec("P")


class Code(IntEnum):
    """The exit codes."""

    DONE = 0
    NOTHING = 1  # nothing could be read
    USAGE = 2
    PART = 3  # done in part; issues were listed
    STOPPED = 130  # by the user, as shells say it
    UNHEARD = 141  # the reader of a pipe went away, as shells say it


class UsageError(TocsinError):
    """The command line asks for what cannot be."""


class StoppedError(TocsinError):
    """The user stopped a run; says what was kept."""


def ended(verb: Callable[P, None]) -> Callable[P, None]:
    """Wrap a verb: what it raises on purpose, or the machine refuses, is told in one sentence."""

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(*args, **kwargs)
            sys.stdout.flush()  # here, where a full disk still has a name
        except BrokenPipeError as exc:
            _silence()
            raise typer.Exit(Code.UNHEARD) from exc
        except KeyboardInterrupt as exc:
            raise _end("stopped; the desk is as it was", Code.STOPPED) from exc
        except StoppedError as exc:
            raise _end(str(exc), Code.STOPPED) from exc
        except UsageError as exc:
            raise _end(str(exc), Code.USAGE) from exc
        except TocsinError as exc:
            raise _end(str(exc), Code.NOTHING) from exc
        except OSError as exc:
            raise _end(_explain(exc), Code.NOTHING) from exc

    return run


def end(code: Code) -> None:
    """Leave with ``code``; nothing happens where all is done."""
    if code is not Code.DONE:
        raise typer.Exit(code)


def _explain(exc: OSError) -> str:
    """Name what failed: an error that names no file came from writing the results."""
    if exc.filename is not None:
        return f"{exc.filename}: {exc.strerror or exc}"
    _silence()
    return f"standard output: {exc.strerror or exc}; the results could not be written there in full"


def _silence() -> None:
    """Let what is still to be written go nowhere, so that the end of the program does not fail on it again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a test's or a notebook's stdout has no number
        return


def _end(sentence: str, code: Code) -> typer.Exit:
    from tocsin.cli.screen import tell

    tell(sentence)
    return typer.Exit(code)
