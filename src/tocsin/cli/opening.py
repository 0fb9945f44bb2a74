"""Opens what a verb needs: names from the command line enter; settings and a desk leave."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tocsin.errors import StoreError
from tocsin.settings import Settings, from_environment
from tocsin.store import Desk, open_desk


def make_settings(desk: str, registries: list[Path] | None, *, largest: int | None = None, fast: bool = False) -> Settings:
    """Return the settings of a run. Outlets in ``NAME.outlets.yml`` beside the desk ``NAME.db`` belong to the desk."""
    if Path(desk).name == "":
        raise StoreError(f"--desk {desk!r} names no file; expected the path of a desk, such as wadi.db")
    base = from_environment()
    beside = beside_desk(desk)
    own = (beside,) if beside.is_file() else ()
    limit = base.limit if largest is None else largest * 1_000_000
    return replace(base, desk=desk, limit=limit, fast=fast or base.fast, registries=(*base.registries, *own, *(registries or ())))


def beside_desk(desk: str) -> Path:
    """Return where the outlets of a desk are kept."""
    return Path(desk).expanduser().with_suffix(".outlets.yml")


def keep_registries(desk: str, registries: list[Path] | None) -> None:
    """Keep the outlets that a desk is added to with beside it, so that every later verb weighs by the same registry."""
    beside = beside_desk(desk)
    if registries is None or len(registries) == 0 or beside.exists() or not beside.parent.is_dir():
        return
    beside.write_text("\n".join(path.read_text(encoding="utf-8") for path in registries), encoding="utf-8")


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator[Desk]:
    """Open a desk and close it again."""
    desk = open_desk(settings.desk, create=create, settings=settings)
    try:
        yield desk
    finally:
        desk.close()
