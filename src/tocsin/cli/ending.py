"""How a run ends: errors become one sentence on stderr and an exit code, never a traceback."""

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


class UsageError(TocsinError):
    """The command line asks for what cannot be."""


def ended(verb: Callable[P, None]) -> Callable[P, None]:
    """Wrap a verb: what it raises on purpose, or the machine refuses, is told in one sentence."""

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(*args, **kwargs)
        except BrokenPipeError:  # the reader of a pipe went away: the runner ends quietly
            raise
        except UsageError as exc:
            raise _end(str(exc), Code.USAGE) from exc
        except TocsinError as exc:
            raise _end(str(exc), Code.NOTHING) from exc
        except OSError as exc:
            where = "" if exc.filename is None else f"{exc.filename}: "
            raise _end(f"{where}{exc.strerror or exc}", Code.NOTHING) from exc

    return run


def end(code: Code) -> None:
    """Leave with ``code``; nothing happens where all is done."""
    if code is not Code.DONE:
        raise typer.Exit(code)


def _end(sentence: str, code: Code) -> typer.Exit:
    from tocsin.cli.screen import tell

    tell(sentence)
    return typer.Exit(code)
