"""How far the reading of one article has come."""

from dataclasses import dataclass, field

from tocsin.attribute.chains import Origin
from tocsin.attribute.quotes import Quote
from tocsin.attribute.register import Entry, Register
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang.outlets import Registry
from tocsin.model import Article, Issue, Span, Statement


@dataclass(frozen=True, slots=True)
class Document:
    """A paper whose text stands behind character ``start``: ``body`` speaks in it, ``cue`` announces it; it may have ``most`` paragraphs."""

    body: Entry
    cue: Span
    start: int
    most: int


@dataclass(slots=True)
class Reading:
    """The state of one article while it is read. Made and dropped inside ``read``. ``taken`` has a byte for each character of
    the text, 1 where a statement was read; ``outer`` are the contents that reach to where the reading stands, ``pending`` the
    quotations of the last sentence that nobody has spoken yet, ``paper`` whose paper the sentence that ends there told of, ``opened`` a cue whose colon ended its paragraph.
    """

    article: Article
    registry: Registry
    origin: Origin
    quotes: tuple[Quote, ...]
    register: Register
    statements: list[Statement] = field(default_factory=list)
    papers: list[tuple[Entry, Statement, str]] = field(default_factory=list)
    reporter: Entry | None = None
    documents: list[Document] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)
    outer: list[tuple[Span, Statement]] = field(default_factory=list)
    pending: list[Quote] = field(default_factory=list)
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    paper: tuple[int, Entry] | None = None
    opened: tuple[Scan, Draft] | None = None
