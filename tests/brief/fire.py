"""A small world, built by hand: a fire at an invented depot, told by four invented outlets in two languages."""

from datetime import UTC, datetime

from tocsin.brief.compose import compose
from tocsin.brief.holdings import make_holdings
from tocsin.brief.parts import Brief
from tocsin.flow.look import Picture
from tocsin.lang.outlets import Registry
from tocsin.link.actors import Actors
from tocsin.model import (
    Act,
    Actor,
    Article,
    Capture,
    Claim,
    Commitment,
    Figure,
    Flag,
    Hedge,
    Interval,
    Kind,
    Link,
    Media,
    Paragraph,
    Precision,
    Published,
    Reason,
    Role,
    Span,
    Statement,
    Status,
    Story,
    Voice,
    Weight,
    make_id,
)
from tocsin.store.view import View

AUTHORITY = Link("Harbour Authority", Kind.ORGANISATION, actor="harbour")
AUTHORITY_AR = Link("هيئة الميناء", Kind.ORGANISATION, actor="harbour")
UNION = Link("Dock Workers Union", Kind.ORGANISATION)
GUARD = Link("a night guard", Kind.UNNAMED, unnamed=True, descriptor="a night guard")


def outlet(name: str) -> Link:
    return Link(name, Kind.OUTLET)


def make_statement(
    article: str, text: str, content: str, *, chain: tuple[Link, ...], cue: str | None, act: Act = Act.ASSERT, **more: object
) -> Statement:
    start = text.index(content)
    found = None if cue is None else Span(text.index(cue), text.index(cue) + len(cue))
    voice, commitment = more.get("voice", Voice.INDIRECT), more.get("commitment", Commitment.CERTAIN)
    assert isinstance(voice, Voice)
    assert isinstance(commitment, Commitment)
    return Statement(
        make_id(article, content), act, voice, commitment, 0.9, found, None, (Span(start, start + len(content)),), chain,
    )  # fmt: skip


def make_article(name: str, title: str, body: str, *, language: str = "en", day: int | None = 15, **more: object) -> Article:
    text = f"{title}\n{body}"
    id_ = make_id(name, title)
    statements, figures = more.get("statements", ()), more.get("figures", ())
    assert isinstance(statements, tuple)
    assert isinstance(figures, tuple)
    return Article(
        id=id_,
        capture=Capture(
            make_id(text) * 4, f"{name}.html", f"{name}.html", f"https://{name}.example/fire", None, Media.HTML, "utf-8", len(text)
        ),
        part=1,
        text=text,
        paragraphs=(Paragraph(0, len(title), Role.TITLE), Paragraph(len(title) + 1, len(text))),
        segments=(),
        title=title,
        outlet=name,
        language=language,
        published=None if day is None else Published(datetime(2026, 3, day, 6, 20, tzinfo=UTC), Precision.MINUTE, "+03:00", "meta"),
        statements=statements,
        figures=figures,
    )


def _figure(text: str, words: str, *, low: float, high: float | None, hedge: Hedge | None, statement: str) -> Figure:
    start = text.index(words)
    return Figure(start, start + len(words), low, high, hedge, of="killed", statement=statement)


def make_articles() -> tuple[Article, ...]:
    rows: list[Article] = []
    title, body = (
        "Nine dead in fire at Selim depot",
        "Nine people were killed in a fire at the Selim depot, the Harbour Authority said in a statement.",
    )
    for name, day, chain in (
        ("Coast Courier", 15, (outlet("Coast Courier"), AUTHORITY)),
        ("Delta Wire", 16, (outlet("Delta Wire"), outlet("Coast Courier"), AUTHORITY)),
    ):
        id_ = make_id(name, title)
        said = make_statement(id_, f"{title}\n{body}", "Nine people were killed in a fire at the Selim depot", chain=chain, cue="said")
        figure = _figure(f"{title}\n{body}", "Nine people", low=9, high=9, hedge=None, statement=said.id)
        rows.append(make_article(name, title, body, day=day, statements=(said,), figures=(figure,)))
    title, body = "حريق في مستودع سليم", "قالت هيئة الميناء إن تسعة أشخاص قتلوا في حريق بمستودع سليم."
    said = make_statement(
        make_id("صوت الميناء", title),
        f"{title}\n{body}",
        "تسعة أشخاص قتلوا في حريق بمستودع سليم",
        chain=(outlet("صوت الميناء"), AUTHORITY_AR),
        cue="قالت",
    )
    figure = _figure(f"{title}\n{body}", "تسعة أشخاص", low=9, high=9, hedge=None, statement=said.id)
    rows.append(make_article("صوت الميناء", title, body, language="ar", statements=(said,), figures=(figure,)))
    title = "Union disputes toll"
    body = "“At least 14 of our people are dead,” the Dock Workers Union said. A drone may have struck the depot, a night guard said. The Harbour Authority denied that a drone struck the depot."
    id_, text = make_id("Union Post", title), f"{title}\n{body}"
    toll = make_statement(
        id_, text, "At least 14 of our people are dead", chain=(outlet("Union Post"), UNION), cue="said", voice=Voice.DIRECT
    )
    drone = make_statement(
        id_, text, "A drone may have struck the depot", chain=(outlet("Union Post"), GUARD), cue="said", commitment=Commitment.POSSIBLE
    )
    denial = make_statement(id_, text, "a drone struck the depot", chain=(outlet("Union Post"), AUTHORITY), cue="denied", act=Act.DENY)
    figure = _figure(text, "At least 14", low=14, high=None, hedge=Hedge.AT_LEAST, statement=toll.id)
    rows.append(make_article("Union Post", title, body, day=None, statements=(toll, drone, denial), figures=(figure,)))
    return tuple(sorted(rows, key=lambda article: article.id))


def _weigh(
    name: str,
    statements: list[tuple[Article, Statement]],
    status: Status,
    *,
    so: Interval | None,
    flags: tuple[Flag, ...],
    against: tuple[str, ...],
    roots: tuple[str, ...],
) -> Weight:
    articles = tuple(dict.fromkeys(article.id for article, _ in statements))
    first, said = statements[0]
    claim = Claim(name, said.content[0].of(first.text), tuple(s.id for _, s in statements), articles, "story1")
    return Weight(
        claim, status, flags, tuple((root, Interval(1, 1)) for root in roots), so, Interval(0, 1), roots, 1,
        tuple(article.outlet or "" for article, _ in statements), tuple(sorted({article.language or "" for article, _ in statements})),
        against, datetime(2026, 3, 15, 6, 20, tzinfo=UTC), (Reason("readout", "All know it through one statement of the Harbour Authority."),),
    )  # fmt: skip


def make_picture(view: View) -> Picture:
    pairs = list(view.statements())
    nine = sorted((p for p in pairs if len(p[0].statements) == 1), key=lambda p: p[0].outlet or "")
    toll, drone, denial = (p for p in pairs if len(p[0].statements) == 3)
    disputed = (Flag.DISPUTED,)
    weights = (
        _weigh("claim1", nine, Status.CIRCULAR, so=Interval(1, 1), flags=disputed, against=("claim2",), roots=("Harbour Authority",)),
        _weigh("claim2", [toll], Status.SINGLE, so=Interval(1, 1), flags=disputed, against=("claim1",), roots=("Dock Workers Union",)),
        _weigh("claim3", [drone, denial], Status.SINGLE, so=Interval(0, 1), flags=disputed, against=(), roots=("a night guard",)),
    )
    plain = _weigh("claim4", nine[:1], Status.SINGLE, so=Interval(1, 1), flags=(), against=(), roots=("Harbour Authority",))
    actor = Actor("harbour", "Harbour Authority", "organisation", ("Harbour Authority", "هيئة الميناء"), (), 5)
    articles = tuple(a.id for a in view.articles)
    story = Story("story1", "Nine dead in fire at Selim depot", articles, ("Coast Courier", "Delta Wire"), ("ar", "en"), None, None)
    return Picture(view, Actors((actor,), {}, {}, {}), (story,), tuple(w.claim for w in (*weights, plain)), (*weights, plain))


def make_brief(view: View, picture: Picture) -> Brief:
    return compose(make_holdings(view, picture), made=datetime(2026, 3, 18, 9, 0, tzinfo=UTC), dropped=3)


VIEW = View(make_articles(), Registry(()))
PICTURE = make_picture(VIEW)
BRIEF = make_brief(VIEW, PICTURE)
