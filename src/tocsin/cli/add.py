"""The verb that adds pages to a desk."""

from tocsin.cli.options import DESK, DeskName, Fast, Largest, Quiet, Registries
from tocsin.cli.read import Paths


def add(
    paths: Paths, *, desk: DeskName = DESK, registry: Registries = None, largest: Largest = None, fast: Fast = False, quiet: Quiet = False
) -> None:
    """Read pages and add them to a desk. Running it again adds what is new; a changed page becomes a new version.

    Example: tocsin add pages/ --desk wadi.db
    """
    from tocsin.cli import adding
    from tocsin.cli.ending import end
    from tocsin.cli.opening import keep_registries, make_settings

    settings = make_settings(desk, registry, largest=largest, fast=fast)
    keep_registries(desk, registry)
    end(adding.add(paths, settings, quiet=quiet))
