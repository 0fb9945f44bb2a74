"""Judgements in the tables of a desk: made, looked up as of a time, withdrawn by a stamp. Runs in the caller's transaction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from tocsin.errors import StoreError
from tocsin.model import Judgement, make_id
from tocsin.store.payload import decode, encode
from tocsin.store.stamps import read, write
from tocsin.store.tables import judgements


def add(run: Connection, judgement: Judgement, now: datetime) -> str:
    """Write a judgement, made now if it does not say when; the same author's earlier one on the same pair is withdrawn."""
    at = now if judgement.made is None else judgement.made
    left, right = sorted((judgement.left, judgement.right))
    pair = {"subject": judgement.subject.value, "left": left, "right": right, "author": judgement.author}
    made = write(at)
    new = make_id(*pair.values(), judgement.verdict.value, made)
    earlier = [judgements.c[name] == value for name, value in pair.items()]
    run.execute(update(judgements).where(*earlier, judgements.c.withdrawn.is_(None), judgements.c.id != new).values(withdrawn=write(now)))
    if run.execute(select(judgements.c.id).where(judgements.c.id == new)).first() is None:
        kept = replace(judgement, left=left, right=right, made=at, withdrawn=None)
        run.execute(insert(judgements).values(**pair, id=new, made=made, withdrawn=None, payload=encode(kept)))
    return new


def withdraw(run: Connection, id: str, now: datetime) -> None:  # noqa: A002 -- the record's own word
    """Stamp a judgement as withdrawn; one that was withdrawn before keeps its stamp."""
    row = run.execute(select(judgements.c.withdrawn).where(judgements.c.id == id)).first()
    if row is None:
        raise StoreError(f"no judgement {id} on this desk; `tocsin judge --list` names those there are")
    if row.withdrawn is None:
        run.execute(update(judgements).where(judgements.c.id == id).values(withdrawn=write(now)))


def find_all(run: Connection) -> Iterator[tuple[str, Judgement]]:
    for row in run.execute(select(judgements).order_by(judgements.c.made, judgements.c.id)):
        withdrawn = None if row.withdrawn is None else read(row.withdrawn)
        yield row.id, replace(decode(row.payload, Judgement), withdrawn=withdrawn)


def find_standing(run: Connection, as_of: datetime | None) -> Iterator[Judgement]:
    """Yield the judgements in force at ``as_of``, each as it was known then."""
    for _, judgement in find_all(run):
        if as_of is None or judgement.made is None:
            is_known, is_standing = True, judgement.withdrawn is None
        else:
            is_known = judgement.made <= as_of
            is_standing = judgement.withdrawn is None or judgement.withdrawn > as_of
        if is_known and is_standing:
            yield replace(judgement, withdrawn=None)
