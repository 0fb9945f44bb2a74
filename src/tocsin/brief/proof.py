"""Whether one sentence of a brief holds: the sentence and the evidence enter, what does not hold leaves.

Shares no code with the writer beyond the records: what a verb or a doubt must be is written here once more, on purpose.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.brief.parts import Passage, Reference, Role, Sentence, Standing
from tocsin.flow.look import Picture
from tocsin.instants import local_time
from tocsin.lang.fold import key
from tocsin.model import Act, Article, Commitment, Figure, Interval, Link, Span, Statement, Status, Voice, Weight
from tocsin.store.view import View

_VERBS = {
    Act.ASSERT: "said", Act.REPORT: "reported", Act.WARN: "warned", Act.CONCERN: "voiced concern", Act.DENY: "denied", Act.ASSURE: "assured",
    Act.DEMAND: "demanded", Act.PROMISE: "promised", Act.THREATEN: "threatened", Act.PRAISE: "praised", Act.CONDEMN: "condemned",
    Act.PREDICT: "predicted", Act.ASK: "asked", Act.CLAIM: "claimed responsibility", Act.CONFIRM: "confirmed", Act.RETRACT: "withdrew or corrected",
}  # fmt: skip
_DOUBTS = {
    Commitment.CERTAIN: "",
    Commitment.PROBABLE: ", as probable",
    Commitment.POSSIBLE: ", as possible",
    Commitment.DOUBTFUL: ", as doubtful",
    Commitment.DENIED: ", as not so",
}
_OWN, _UNNAMED, _GIVES, _NOBODY = "states, naming no source", "(unnamed)", "gives", "an unnamed outlet ("
_EDGES = frozenset("“”«»„\"'‘’,،; \n")


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold, and where: the id of a statement or claim, or a part of the brief."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the audit compares with: the articles themselves and the weights, indexed anew."""

    view: View
    picture: Picture
    statements: dict[str, tuple[Article, Statement]]
    weights: dict[str, Weight]
    names: dict[str, frozenset[str]]


def check_sentence(sentence: Sentence, passage: Passage, evidence: Evidence) -> Iterator[Problem]:
    if len(sentence.references) == 0:
        yield Problem("sentence", f"no reference: {_read(sentence)!r}")
        return
    missing = [r.statement for r in sentence.references if not _is_held(r, evidence)]
    if len(missing) != 0:
        yield Problem(missing[0], f"the reference is not what the article holds: {_read(sentence)!r}")
        return
    article, statement = evidence.statements[sentence.references[0].statement]
    figure = _find_figure(article, statement, sentence.references[0].spans) if passage.subject is not None else None
    yield from _check_words(sentence, article, statement)
    if passage.subject is None:
        yield from _check_verb(sentence, statement)
    elif figure is None or figure.of != passage.subject:
        yield Problem(statement.id, f"no figure of {passage.subject!r} stands at this reference")
    else:
        yield from _check_number(sentence, statement, figure, evidence)
    yield from _check_name(sentence, evidence)
    if sentence.standing is not None:
        yield from _check_standing(sentence.standing, sentence.references[:1] if figure is not None else sentence.references, evidence)


def _is_held(reference: Reference, evidence: Evidence) -> bool:
    """True where the article, outlet, date, chain and spans of a reference are those of its statement."""
    pair = evidence.statements.get(reference.statement)
    if pair is None:
        return False
    article, statement = pair
    return (
        (article.id, published(article)) == (reference.article, reference.published)
        and is_outlet(reference.outlet, article)
        and reference.chain == tuple(link.name for link in statement.chain)
        and (_are_content(article, statement, reference.spans) or _find_figure(article, statement, reference.spans) is not None)
    )


def _are_content(article: Article, statement: Statement, spans: tuple[Span, ...]) -> bool:
    """True where the spans are the content, less marks and commas at the ends."""
    if len(spans) != len(statement.content):
        return False
    text = article.text
    return all(
        whole.covers(span) and span.start < span.end and set(text[whole.start : span.start] + text[span.end : whole.end]) <= _EDGES
        for span, whole in zip(spans, statement.content, strict=True)
    )


def _find_figure(article: Article, statement: Statement, spans: tuple[Span, ...]) -> Figure | None:
    held = (f for f in article.figures if f.statement == statement.id)
    return next((f for f in held if spans == (Span(f.start, f.end),)), None)


def _check_words(sentence: Sentence, article: Article, statement: Statement) -> Iterator[Problem]:
    said = [words for words in sentence.words if words.role is Role.SAID]
    if [words.text for words in said] != [span.of(article.text) for span in sentence.references[0].spans]:
        yield Problem(statement.id, f"the quoted words are not those at the reference: {_read(sentence)!r}")
    if any(words.quoted for words in said) and statement.voice is not Voice.DIRECT:
        yield Problem(statement.id, "the article's wording is shown as the speaker's own words")


def _check_verb(sentence: Sentence, statement: Statement) -> Iterator[Problem]:
    expected = [_UNNAMED] if statement.speaker.unnamed else []
    expected.append(_OWN if statement.cue is None else _VERBS[statement.act] + _DOUBTS[statement.commitment])
    plain = [words.text for words in sentence.words if words.role is Role.PLAIN]
    if plain != expected:
        yield Problem(statement.id, f"the brief's own words are {plain}, and the statement allows {expected}")


def _check_number(sentence: Sentence, statement: Statement, figure: Figure, evidence: Evidence) -> Iterator[Problem]:
    plain = [words.text for words in sentence.words if words.role is Role.PLAIN]
    said = "".join(words.text for words in sentence.words if words.role is Role.SAID).lower()
    expected = [*([_UNNAMED] if statement.speaker.unnamed else []), _GIVES]
    if figure.hedge is not None and figure.hedge.value not in said:
        expected.append(f"({figure.hedge.value})")
    if plain != expected:
        yield Problem(statement.id, f"the brief's own words are {plain}, and the figure allows {expected}")
    for reference in sentence.references[1:]:
        other = _find_figure(*evidence.statements[reference.statement], reference.spans)
        if other is None or (other.low, other.high, other.hedge) != (figure.low, figure.high, figure.hedge):
            yield Problem(reference.statement, "another number stands at this reference")


def _check_name(sentence: Sentence, evidence: Evidence) -> Iterator[Problem]:
    names = [words.text for words in sentence.words if words.role is Role.NAME]
    if len(names) != 1 or sentence.words[0].role is not Role.NAME:
        yield Problem(sentence.references[0].statement, f"no speaker stands before the words: {_read(sentence)!r}")
        return
    for reference in sentence.references:
        article, statement = evidence.statements[reference.statement]
        if names[0] not in _names_of(statement.speaker, article, evidence):
            yield Problem(reference.statement, f"{names[0]!r} is not the speaker {statement.speaker.name!r} in article {article.id}")


def _names_of(speaker: Link, article: Article, evidence: Evidence) -> set[str]:
    allowed = {speaker.name} if speaker.descriptor is None else {speaker.name, speaker.descriptor}
    if not speaker.unnamed:
        for name in (speaker.name, evidence.picture.actors.of(speaker, article)):
            allowed |= evidence.names.get(key(name), frozenset())
    return allowed


def _check_standing(standing: Standing, references: tuple[Reference, ...], evidence: Evidence) -> Iterator[Problem]:
    weight = evidence.weights.get(standing.claim)
    if weight is None:
        yield Problem(standing.claim, "no such claim in the view")
        return
    said = max((interval for _, interval in weight.said), key=lambda i: (i.least, i.most), default=Interval(0, 0))
    shown = (standing.status, standing.flags, standing.so, standing.articles, standing.said)
    if shown != (weight.status, weight.flags, weight.so, len(weight.claim.articles), said):
        yield Problem(standing.claim, f"the brief gives {standing}, weighing gives {weight.status.value} {weight.so}")
    if standing.status is Status.CORROBORATED and (standing.so or Interval(0, 0)).least < 2:
        yield Problem(standing.claim, "called corroborated with fewer than two roots")
    strangers = [r.statement for r in references if r.statement not in weight.claim.statements]
    if len(strangers) != 0:
        yield Problem(standing.claim, f"statement {strangers[0]} does not belong to this claim")


def _read(sentence: Sentence) -> str:
    return " ".join(words.text for words in sentence.words)


def is_outlet(name: str | None, article: Article) -> bool:
    """True of the name on the page, and where there is none of words that say so."""
    return name == article.outlet if article.outlet is not None else name is not None and name.startswith(_NOBODY)


def published(article: Article) -> str | None:
    return None if article.published is None else local_time(article.published)
