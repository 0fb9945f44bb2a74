"""One record in full on the terminal, or as a JSON object: a record enters, its explanation and evidence leave."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from tocsin.brief.amounts import best_heard, say_count, say_day, say_interval, say_roots
from tocsin.brief.cite import cite_claim
from tocsin.brief.gist import name_claim
from tocsin.brief.holdings import Holdings
from tocsin.brief.plain import isolate, one_line
from tocsin.brief.wording import say_change, say_outlet
from tocsin.cli.excerpt import mark
from tocsin.cli.find import Found
from tocsin.cli.reading import head_of, quote, show_article
from tocsin.cli.screen import Fenced, out, status_text, write_shapes
from tocsin.cli.tables import SHORT, roots_of
from tocsin.export.lists import actor_object, claim_object, held_statement_object, story_object
from tocsin.export.shape import article_object
from tocsin.instants import local_time
from tocsin.model import Actor, Article, Reason, Statement, Story, Weight
from tocsin.store import Desk

_LABELS = 12


def show(desk: Desk, holdings: Holdings, found: Found, *, json: bool) -> None:
    """Print ``found``."""
    if json:
        _write(holdings, found)
        return
    console = out()
    if isinstance(found, Article):
        _show_article(console, desk, found)
    elif isinstance(found, Statement):
        _show_statement(console, holdings, found)
    elif isinstance(found, Weight):
        _show_claim(console, holdings, found)
    elif isinstance(found, Story):
        _show_story(console, holdings, found)
    else:
        _show_actor(console, holdings, found)


def _write(holdings: Holdings, found: Found) -> None:
    if isinstance(found, Article):
        shape = article_object(found)
    elif isinstance(found, Statement):
        shape = held_statement_object(*holdings.statements[found.id])
    elif isinstance(found, Weight):
        shape = claim_object(found)
    else:
        shape = story_object(found) if isinstance(found, Story) else actor_object(found)
    write_shapes([shape])


def _show_article(console: Console, desk: Desk, article: Article) -> None:
    console.print(Text(f"article {article.id}", style="dim"))
    show_article(console, article)
    _field(console, "page", article.capture.url or article.capture.path or article.capture.page)
    _field(console, "sha256", article.capture.sha256)
    for version in desk.versions(article.id):
        _field(console, f"version {version.number}", f"{version.added:%Y-%m-%d %H:%M} UTC")
        for verb, words in () if version.change is None else say_change(version.change):
            console.print(Padding(Fenced(f"{verb}: {words}", lines=3), (0, 0, 0, 6), expand=False))
    for issue in article.issues:
        _field(console, "dropped", f"{issue.stage}: {issue.reason}")


def _show_statement(console: Console, holdings: Holdings, statement: Statement) -> None:
    article, _ = holdings.statements[statement.id]
    console.print(Text(f"statement {statement.id}", style="dim"))
    console.print(Text(head_of(statement), style="bold"))
    console.print(Padding(Fenced(quote(article, statement), lines=12), (0, 0, 1, 2), expand=False))
    facts = {
        "act": statement.act.value, "voice": statement.voice.value, "commitment": statement.commitment.value,
        "said on": None if statement.said_on is None else statement.said_on.isoformat(), "said in": statement.said_where,
        "medium": statement.medium, "to": statement.addressee, "confidence": f"{statement.confidence:.2f}",
    }  # fmt: skip
    for name, value in facts.items():
        if value is not None:
            _field(console, name, value)
    for weight in holdings.held_by.get(statement.id, ()):
        _field(console, "claim", f"{weight.claim.id[:SHORT]} {weight.status.value}: «{one_line(name_claim(weight.claim))}»")
    console.print()
    console.print(_chain_tree(article, statement))
    console.print()
    console.print(Padding(Fenced(mark(article, statement.content), lines=20), (0, 0, 0, 2), expand=False))
    console.print(Padding(Fenced(f"{_place(article)} · article {article.id[:SHORT]}", "dim"), (0, 0, 0, 2), expand=False))


def _chain_tree(article: Article, statement: Statement) -> Tree:
    """The way from the page to the origin, one branch a link."""
    tree = Tree(Text(isolate(one_line(article.title or "(no title)")), style="dim", no_wrap=True, overflow="ellipsis"), guide_style="dim")
    branch = tree
    for index, link in enumerate(statement.chain):
        marks = [link.kind.value, *(["unnamed"] if link.unnamed else []), *(["readout"] if index == statement.readout else [])]
        marks += [word for word in (link.office, link.affiliation, link.count, link.grounds) if word is not None]
        marks += [] if link.basis is None else [link.basis.value]
        branch = branch.add(Text.assemble(isolate(one_line(link.name)), (f"  {', '.join(map(one_line, marks))}", "dim")))
    return tree


def _show_claim(console: Console, holdings: Holdings, weight: Weight) -> None:
    claim = weight.claim
    console.print(Text(f"claim {claim.id}", style="dim"))
    console.print(Fenced(name_claim(claim), "bold", lines=6))
    line = Text.assemble(
        say_roots(len(claim.articles), weight.so, best_heard(weight.said)), "  ", status_text(weight.status, *weight.flags)
    )
    console.print(line)
    console.print()
    _field(console, "roots", ", ".join(isolate(one_line(root)) for root in weight.roots) or "none named")
    _field(console, "is it so", "not a thing that can be so" if weight.so is None else say_interval(weight.so, "root"))
    _field(console, "against", say_interval(weight.against, "root"))
    for speaker, interval in weight.said:
        _field(console, "was it said", f"{isolate(one_line(speaker))}: known through {say_interval(interval, 'carrier')}")
    for sentence in cite_claim(holdings, weight):
        _show_side(console, holdings, sentence.references[0].statement, len(sentence.references))
    for id_ in weight.contradicted_by:
        other = holdings.weights.get(id_)
        if other is not None:
            _field(console, "against it", f"{id_[:SHORT]} «{one_line(name_claim(other.claim))}»")
    _show_reasons(console, holdings, weight.explanation)


def _show_side(console: Console, holdings: Holdings, statement_id: str, times: int) -> None:
    article, statement = holdings.statements[statement_id]
    console.print()
    console.print(Text(head_of(statement), style="cyan"))
    console.print(Padding(Fenced(mark(article, statement.content), lines=8), (0, 0, 0, 2), expand=False))
    more = "" if times == 1 else f" and {say_count(times - 1, 'more statement')}"
    console.print(Padding(Fenced(f"{_place(article)} · statement {statement.id[:SHORT]}{more}", "dim"), (0, 0, 0, 2), expand=False))


def _show_reasons(console: Console, holdings: Holdings, reasons: tuple[Reason, ...]) -> None:
    for reason in reasons:
        console.print()
        console.print(Fenced(f"because  {reason.text}", lines=6))
        for evidence in reason.evidence[:3]:
            article = holdings.view.article(evidence.article)
            console.print(Padding(Fenced(mark(article, (evidence.span,)), lines=3), (0, 0, 0, 9), expand=False))


def _show_story(console: Console, holdings: Holdings, story: Story) -> None:
    console.print(Text(f"story {story.id}", style="dim"))
    console.print(Fenced(story.title, "bold", lines=4))
    for id_ in story.articles:
        article = holdings.view.article(id_)
        console.print(
            Padding(Fenced(f"{id_[:SHORT]}  {_place(article)}  {article.title or '(no title)'}", lines=1), (0, 0, 0, 2), expand=False)
        )
    console.print()
    for weight in holdings.picture.weights:
        if weight.claim.story == story.id and len(weight.claim.articles) > 1:
            console.print(Fenced(f"{weight.claim.id[:SHORT]}  {roots_of(weight)}  {name_claim(weight.claim)}", lines=2))
    for reason in story.reasons:
        _field(console, "because", reason.text)


def _show_actor(console: Console, holdings: Holdings, actor: Actor) -> None:
    console.print(Text(f"actor {actor.id}", style="dim"))
    console.print(Fenced(actor.name, "bold"))
    _field(console, "kind", actor.kind)
    _field(console, "mentions", f"{actor.mentions:,} in {say_count(len(actor.articles), 'article')}")
    if actor.family is not None:
        _field(console, "family", actor.family)
    for name in actor.names:
        _field(console, "name", name)
    for label in holdings.picture.actors.labels(actor.id)[:_LABELS]:
        _field(console, "called", f"“{label.wording}” by {say_outlet(label.outlet)}, {label.count:,} ×")
    said = [(a, s) for a, s in holdings.statements.values() if not s.own and holdings.actor(s.speaker, a) == actor]
    console.print()
    console.print(say_count(len(said), "statement"))
    for article, statement in said[:10]:
        console.print(Padding(Fenced(f"{statement.id[:SHORT]}  {quote(article, statement)}"), (0, 0, 0, 2), expand=False))


def _field(console: Console, name: str, value: str) -> None:
    console.print(Text.assemble((f"{name:>12}  ", "dim"), isolate(one_line(value))))


def _place(article: Article) -> str:
    published = None if article.published is None else local_time(article.published)
    return f"{isolate(one_line(say_outlet(article.outlet)))}, {say_day(published)}"
