"""What weighing asks of resolved actors. Linking answers it; weighing never imports linking."""

from typing import Protocol

from tocsin.model import Article, Kind, Link


class Identity(Protocol):
    """Who an actor is: ``family`` is the actor it certainly counts as, ``state`` what it is an organ of."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def family(self) -> str: ...
    @property
    def state(self) -> str | None: ...


class Actors(Protocol):
    """Who the speakers of a view are."""

    def of(self, who: Link, article: Article) -> str: ...
    def identity(self, actor: str) -> Identity: ...
