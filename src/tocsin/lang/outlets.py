"""The registry of outlets and agencies: names in their scripts, domains, owner, state, editions.

``packs/world/outlets.yml`` holds the public one, each language's ``names.yml`` its names there; a desk or a demo may add its own file.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import structs

from tocsin.errors import PackError
from tocsin.lang import names, pack
from tocsin.lang.fold import key
from tocsin.lang.terms import Terms


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet or agency. ``family`` names the outlet or actor it is an edition or organ of; unknown stays None.

    ``ambiguous`` are those of its names that are also common words or places ("The National", "الميادين"): ``Registry.get``
    knows them, the terms for running text do not. ``state`` is the ISO 3166 code of the state that controls it.
    """

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = {}
    domains: tuple[str, ...] = ()
    editions: dict[str, str] = {}
    agency: bool = False
    owner: str | None = None
    state: str | None = None
    family: str | None = None
    source: str | None = None
    ambiguous: tuple[str, ...] = ()

    def all_names(self) -> tuple[str, ...]:
        return (self.name, *(name for names in self.names.values() for name in names))


class Registry:
    """Outlets by id, by name in any script, and by domain."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.by_id: dict[str, Outlet] = {}
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        unsafe: set[str] = set()
        for outlet in outlets:
            self.by_id[outlet.id] = outlet
            unsafe.update(key(name) for name in outlet.ambiguous)
            for name in outlet.all_names():
                self._by_name[key(name)] = outlet
            for domain in outlet.domains:
                self._by_domain[domain.lower().removeprefix("www.")] = outlet
        self.terms: Terms[Outlet] = Terms({name: outlet for name, outlet in self._by_name.items() if name not in unsafe})

    def get(self, name: str) -> Outlet | None:
        """Return the outlet of this name, in any script."""
        return self._by_name.get(key(name.strip()))

    def get_by_url(self, url: str) -> Outlet | None:
        """Return the outlet whose domain the URL lies under."""
        try:
            host = (urlsplit(url).hostname or "").lower().removeprefix("www.")
        except ValueError:
            return None
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None


@cache
def load(*extra: Path) -> Registry:
    """The public registry and the files a user adds; a later row of the same id replaces an earlier one."""
    outlets = list(map(_named, pack.load("world", "outlets", tuple[Outlet, ...])))
    for path in extra:
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as exc:
            raise PackError(f"{path}: cannot read this registry of outlets: {exc.strerror}") from exc
        outlets.extend(pack.parse(text, tuple[Outlet, ...], str(path)))
    return Registry(outlets)


def _named(outlet: Outlet) -> Outlet:
    """With its names in every language that has a pack."""
    return structs.replace(
        outlet, names=outlet.names | {code: own.outlets[outlet.id] for code, own in names.by_language() if outlet.id in own.outlets}
    )
