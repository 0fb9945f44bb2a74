"""Opens what a verb needs: names from the command line enter; settings and a desk leave."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tocsin.settings import Settings, from_environment
from tocsin.store import Desk, open_desk


def make_settings(desk: str, registries: list[Path] | None) -> Settings:
    """Return the settings of a run. Outlets in ``NAME.outlets.yml`` beside the desk ``NAME.db`` belong to the desk."""
    base = from_environment()
    beside = beside_desk(desk)
    own = (beside,) if beside.is_file() else ()
    return replace(base, desk=desk, registries=(*base.registries, *own, *(registries or ())))


def beside_desk(desk: str) -> Path:
    """Return where the outlets of a desk are kept."""
    return Path(desk).expanduser().with_suffix(".outlets.yml")


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator[Desk]:
    """Open a desk and close it again."""
    desk = open_desk(settings.desk, create=create, settings=settings)
    try:
        yield desk
    finally:
        desk.close()
