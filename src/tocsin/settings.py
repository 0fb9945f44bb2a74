"""Settings: one frozen record, built in the command line and passed down. Nothing reads the environment elsewhere."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.lang import outlets
from tocsin.lang.outlets import Registry


@dataclass(frozen=True, slots=True)
class Settings:
    """``desk`` names the store; ``registries`` are files of outlets beside the public one; ``limit`` is the most bytes of a page.

    ``fast`` reads attributions by rules alone, also where a language has a tagger.
    """

    desk: str = "tocsin.db"
    registries: tuple[Path, ...] = field(default=())
    limit: int = 20_000_000
    fast: bool = False

    @property
    def registry(self) -> Registry:
        return outlets.load(*self.registries)


def from_environment() -> Settings:
    """TOCSIN_DESK names the desk, TOCSIN_REGISTRY further registry files, separated as in PATH; TOCSIN_FAST=1 reads by rules alone."""
    extra = os.environ.get("TOCSIN_REGISTRY", "")
    return Settings(
        desk=os.environ.get("TOCSIN_DESK", "tocsin.db"),
        registries=tuple(Path(part) for part in extra.split(os.pathsep) if part != ""),
        fast=os.environ.get("TOCSIN_FAST", "") not in ("", "0"),
    )
