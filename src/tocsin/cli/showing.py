"""One record in full on the terminal, or as a JSON object: a record enters, its explanation and evidence leave."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from tocsin.brief.amounts import best_heard, say_count, say_day, say_interval, say_roots
from tocsin.brief.cite import cite_claim
from tocsin.brief.holdings import Holdings
from tocsin.brief.plain import isolate, one_line
from tocsin.brief.ranking import rank_weights
from tocsin.brief.wording import say_change
from tocsin.cli.excerpt import mark
from tocsin.cli.find import Found
from tocsin.cli.reading import head_of, quote, show_article
from tocsin.cli.screen import Fenced, out, print_facts, status_text, write_shapes
from tocsin.cli.tables import roots_of
from tocsin.export.lists import actor_object, claim_object, held_statement_object, story_object
from tocsin.export.shape import article_object
from tocsin.flow.naming import UNNAMED, name_outlet
from tocsin.instants import local_time
from tocsin.model import Actor, Article, Reason, Statement, Story, Weight
from tocsin.store import Desk

_LABELS, _CLAIMS, _SAID = 12, 20, 10  # rows of one record; what is left out is counted


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
    for issue in dict.fromkeys(article.issues):
        _field(console, "dropped", f"{issue.stage}: {issue.reason}")
        if issue.text is not None and issue.text.strip() != "":
            console.print(Padding(Fenced(f"«{one_line(issue.text)}»", "dim", lines=3), (0, 0, 0, 14), expand=False))


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
        _field(console, "claim", f"{holdings.short(weight.claim.id)} {weight.status.value}: «{one_line(weight.claim.gist)}»")
    console.print()
    console.print(_chain_tree(article, statement))
    console.print()
    console.print(Padding(Fenced(mark(article, statement.content), lines=20), (0, 0, 0, 2), expand=False))
    console.print(Padding(Fenced(f"{_place(article)} · article {holdings.short(article.id)}", "dim"), (0, 0, 0, 2), expand=False))


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
    console.print(Fenced(claim.gist, "bold", lines=6))
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
    console.print()
    for id_ in weight.contradicted_by:
        other = holdings.weights.get(id_)
        if other is not None:
            _field(console, "against it", f"{holdings.short(id_)} «{one_line(other.claim.gist)}»")
    _show_reasons(console, holdings, weight.explanation)


def _show_side(console: Console, holdings: Holdings, statement_id: str, times: int) -> None:
    article, statement = holdings.statements[statement_id]
    console.print()
    console.print(Text(head_of(statement), style="cyan"))
    console.print(Padding(Fenced(mark(article, statement.content), lines=8), (0, 0, 0, 2), expand=False))
    more = "" if times == 1 else f" and {say_count(times - 1, 'more statement')}"
    console.print(Padding(Fenced(f"{_place(article)} · statement {holdings.short(statement.id)}{more}", "dim"), (0, 0, 0, 2), expand=False))


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
            Padding(
                Fenced(f"{holdings.short(id_)}  {_place(article)}  {article.title or '(no title)'}", lines=1), (0, 0, 0, 2), expand=False
            )
        )
    console.print()
    weights = rank_weights(holdings, (w for w in holdings.picture.weights if w.claim.story == story.id))
    for weight in weights[:_CLAIMS]:
        console.print(Fenced(f"{holdings.short(weight.claim.id)}  {roots_of(weight)}  {weight.claim.gist}", lines=2))
    if len(weights) > _CLAIMS:
        rest = say_count(len(weights) - _CLAIMS, "more claim")
        console.print(Text(f"{rest}: tocsin claims --story {holdings.short(story.id)}", style="dim"))
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
    labels = holdings.picture.actors.labels.get(actor.id, ())
    for label in labels[:_LABELS]:
        _field(console, "called", f"“{label.wording}” by {label.outlet or UNNAMED}, {label.count:,} ×")
    if len(labels) > _LABELS:
        _field(console, "called", f"otherwise, {len(labels) - _LABELS:,} more ways")
    said = [(a, s) for a, s in holdings.statements.values() if not s.own and holdings.actor(s.speaker, a) == actor]
    console.print()
    console.print(say_count(len(said), "statement"))
    for article, statement in said[:_SAID]:
        console.print(Padding(Fenced(f"{holdings.short(statement.id)}  {quote(article, statement)}"), (0, 0, 0, 2), expand=False))
    if len(said) > _SAID:
        console.print(Text(f"  and {len(said) - _SAID:,} more", style="dim"))


def _field(console: Console, name: str, value: str) -> None:
    print_facts(console, [(name, Text(isolate(one_line(value))))], width=12)


def _place(article: Article) -> str:
    published = None if article.published is None else local_time(article.published)
    return f"{isolate(one_line(name_outlet(article)))}, {say_day(published)}"
