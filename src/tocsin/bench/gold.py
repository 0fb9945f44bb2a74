"""What a careful reader finds in pages: the records of an ``articles.yml``. YAML enters, records leave.

A field left out is not scored; one written as null is. Keys that are not known here are kept out and reported.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import UNSET, Struct, UnsetType

from tocsin.errors import PackError, SourceError
from tocsin.lang import pack

Names = tuple[str, ...]
Bounds = tuple[int, int]


class Said(Struct, frozen=True):
    """One statement: ``speaker`` are accepted names of the chain's last link, ``via`` links ("A|B") before it.

    ``optional``: accepted when given, not missed when absent. ``rest``: further pieces of the content, around the cue.
    """

    content: str
    speaker: Names = ()
    article: int | None = None
    via: Names = ()
    act: str | None = None
    voice: str | None = None
    commitment: str | None = None
    said_on: str | UnsetType | None = UNSET
    unnamed: bool | None = None
    basis: str | None = None
    optional: bool = False
    rest: Names = ()


class Post(Struct, frozen=True):
    """A post that is embedded in the page and not part of the text."""

    author: str | None = None
    date: str | None = None


class Number(Struct, frozen=True):
    """One figure. ``part_of`` is the low bound of its total, ``holder`` a speaker or ``outlet``."""

    low: float | UnsetType | None = UNSET
    high: float | UnsetType | None = UNSET
    hedge: str | UnsetType | None = UNSET
    of: str | None = None
    who: str | None = None
    part_of: float | None = None
    holder: str | None = None
    article: int | None = None


class Page(Struct, frozen=True):
    """One page and its articles. ``readout`` is the body whose statement is the only road to all that was said on it."""

    page: str
    articles: int | None = None
    language: str | None = None
    title: str | UnsetType | None = UNSET
    second_title: str | None = None
    outlet: str | UnsetType | None = UNSET
    published: str | UnsetType | None = UNSET
    not_in_text: Names = ()
    captions: Names = ()
    statements: tuple[Said, ...] = ()
    own_voice: Names = ()
    figures: tuple[Number, ...] = ()
    author: str | Names | None = None
    credit: str | None = None
    dateline: str | None = None
    genre: str | None = None
    readout: str | None = None
    links: Names = ()
    embeds: tuple[Post, ...] = ()


class Together(Struct, frozen=True):
    """Pages (``name`` or ``name#part``) that belong to one story, or of which no two do."""

    together: Names = ()
    apart: Names = ()


class Claimed(Struct, frozen=True):
    """One claim; ``gist`` is in the reader's words, ``pages`` are names or their beginnings. ``said`` may be by speaker."""

    gist: str
    pages: Names
    speakers: Names = ()
    contents: Names = ()
    so: Bounds | UnsetType | None = UNSET
    said: Bounds | dict[str, Bounds] | UnsetType | None = UNSET
    against: Bounds | UnsetType = UNSET
    status: str | None = None
    flags: Names | None = None


class Tension(Struct, frozen=True):
    """Two claims, in the reader's words with a speaker in brackets, and the flag that must stand beside them."""

    a: str
    b: str
    flag: str


class Label(Struct, frozen=True):
    """A wording that a page uses for an actor."""

    actor: str
    page: str
    label: str


class Across(Struct, frozen=True):
    """What holds between pages."""

    stories: tuple[Together, ...] = ()
    actors: tuple[Names, ...] = ()
    claims: tuple[Claimed, ...] = ()
    tension: tuple[Tension, ...] = ()
    labels: tuple[Label, ...] = ()
    places: tuple[Names, ...] = ()

    def list_names(self, name: str) -> Names:
        """All names of the actor that goes by ``name``, itself first."""
        return (name, *(other for names in self.actors if name in names for other in names))


class Gold(Struct, frozen=True):
    """A whole ``articles.yml``. ``exhaustive``: it lists every attributed statement a reader would accept."""

    pages: tuple[Page, ...]
    across: Across = Across()
    exhaustive: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The gold, and how often each key stands in it that is not scored."""

    gold: Gold
    unknown: dict[str, int]


def load(path: Path) -> Reading:
    """Read ``articles.yml`` (or the one in a folder); raise SourceError naming file and key."""
    file = path / "articles.yml" if path.is_dir() else path
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as exc:
        raise SourceError(f"{file}: cannot read this gold: {exc.strerror}; expected a file as in bench/gold/demo/articles.yml") from exc
    return parse(text, str(file))


def parse(text: str, name: str) -> Reading:
    """Read the text of a gold file; ``name`` is what errors call it."""
    try:
        raw = pack.parse(text, dict[str, object], name)
        gold = msgspec.convert(raw, Gold)
    except (PackError, msgspec.ValidationError) as exc:
        raise SourceError(f"{name}: not gold of this form: {exc}") from exc
    return Reading(gold, dict(sorted(Counter(_find_unknown(raw, Gold, "")).items())))


# The fields that hold further records, and which.
_INNER: dict[str, type[Struct]] = {
    "pages": Page,
    "statements": Said,
    "figures": Number,
    "across": Across,
    "stories": Together,
    "claims": Claimed,
    "tension": Tension,
    "labels": Label,
    "embeds": Post,
}


def _find_unknown(raw: Mapping[str, object], kind: type[Struct], where: str) -> Iterator[str]:
    for name, value in raw.items():
        if name not in kind.__struct_fields__:
            yield f"{where}{name}"
        elif name in _INNER and not (kind is Claimed or kind is Label):
            rows = value if isinstance(value, Sequence) else (value,)
            for row in rows:
                if isinstance(row, Mapping):
                    yield from _find_unknown(row, _INNER[name], f"{name}.")
