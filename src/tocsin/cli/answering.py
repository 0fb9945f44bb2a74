"""Answers who says a sentence: holdings enter, the claims with their speakers, roots and denials leave on stdout."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tocsin.brief.amounts import best_heard, say_day, say_number, say_roots, say_some
from tocsin.brief.holdings import Holdings
from tocsin.brief.plain import isolate, one_line
from tocsin.brief.reason import say_why
from tocsin.cli.ending import UsageError
from tocsin.cli.screen import Fenced, out, status_text, write_shapes
from tocsin.export.lines import Shape
from tocsin.export.lists import claim_object
from tocsin.flow.lookup import Answer, Found, Match, lookup
from tocsin.flow.naming import name_outlet
from tocsin.instants import universal
from tocsin.model import Weight
from tocsin.settings import Settings

_HEADS = {Answer.NUMBER: "Another number", Answer.CONTRARY: "The contrary", Answer.CLOSE: "Close, but different"}


def answer(sentence: str, holdings: Holdings, settings: Settings, *, limit: int, json: bool) -> None:
    """Print who says ``sentence`` and what comes close."""
    if sentence.strip() == "":
        raise UsageError('nothing to look up; give a sentence, such as: tocsin lookup "52 prisoners fled"')
    found = lookup(sentence, holdings.picture, settings)
    if json:
        write_shapes(_shape(match) for match in _first(found, limit))
    else:
        _show(out(), holdings, found, limit)


def _first(found: Found, limit: int) -> list[Match]:
    """The first matches of each answer, the same before the others."""
    return [match for answer in Answer for match in [m for m in found.matches if m.answer is answer][:limit]]


def _shape(match: Match) -> Shape:
    return {"match": match.answer.value, "score": round(match.score, 3), **claim_object(match.weight)}


def _show(console: Console, holdings: Holdings, found: Found, limit: int) -> None:
    console.print(Fenced(f"“{found.sentence.text}”", "bold", lines=4))
    console.print(Text(f"read as: {_read_as(found)}", style="dim"))
    matches = _first(found, limit)
    if all(match.answer is not Answer.SAME for match in matches):
        console.print("\nNobody on this desk says this.")
    for answer in Answer:
        answers = [match for match in matches if match.answer is answer]
        if len(answers) != 0 and answer is not Answer.SAME:
            console.print(Text(f"\n{_HEADS[answer]}", style="bold"))
        for match in answers:
            console.print()
            _show_match(console, holdings, match)


def _read_as(found: Found) -> str:
    """What the sentence was taken to say: its concepts and numbers, so that a wrong reading is seen."""
    concepts = dict.fromkeys(name for assertion in found.assertions for name in (*assertion.predicates, *assertion.topics))
    numbers = (say_number(figure) for figure in found.sentence.figures)
    return ", ".join((*concepts, *numbers)) or "its words alone"


def _show_match(console: Console, holdings: Holdings, match: Match) -> None:
    weight = match.weight
    claim = weight.claim
    console.print(Fenced(f"«{claim.gist}»", lines=3))
    line = Text.assemble(
        say_roots(len(claim.articles), weight.so, best_heard(weight.said)),
        "  ",
        status_text(weight.status, *weight.flags),
    )
    console.print(Padding(line, (0, 0, 0, 2), expand=False))
    console.print(Padding(Fenced(Text(f"says: {say_why(holdings, weight)}"), lines=3), (0, 0, 0, 2), expand=False))
    console.print(
        Padding(
            Fenced(Text(f"since: {_since(holdings, weight)} · tocsin show {holdings.short(claim.id)}", style="dim")),
            (0, 0, 0, 2),
            expand=False,
        )
    )


def _since(holdings: Holdings, weight: Weight) -> str:
    """When the claim was first seen, in which outlet, and who else carries it."""
    outlets = say_some(tuple(isolate(one_line(outlet)) for outlet in weight.outlets))
    where = "" if outlets == "" else f"; in {outlets}"
    if weight.first_seen is None:
        return f"no article has a date{where}"
    articles = [holdings.view.article(id_) for id_ in weight.claim.articles]
    first = [name_outlet(a) for a in articles if a.published is not None and a.published.at == weight.first_seen]
    return f"{say_day(universal(weight.first_seen).date().isoformat())}, {say_some([isolate(one_line(name)) for name in first])}{where}"
