"""The explanation of a weight: the rules that fired, in sentences for a newcomer, each with the characters it rests on."""

from collections.abc import Iterator, Sequence

from tocsin.model import Act, Commitment, Evidence, Flag, Interval, Reason, Span
from tocsin.model.assertion import Assertion
from tocsin.weigh import quote
from tocsin.weigh.copies import Copies
from tocsin.weigh.origin import Voice
from tocsin.weigh.support import name_of

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SHOWN = 8


def explain(voices: Sequence[Voice], so: Interval | None, *, copies: Copies) -> tuple[Reason, ...]:
    """Return the reasons, the summary first."""
    return (
        _summarise(voices, so),
        *_tell_copies(voices, copies),
        *_tell_ways(voices),
        *_tell_families(voices),
        *_tell_doubts(voices),
    )


def tell_flag(flag: Flag, gist: str, names: Sequence[str], *, held: Sequence[Assertion]) -> Reason:
    """Say of a contradicting claim what it means. ``held`` are the two clauses that were held against each other."""
    who = join(names)
    text = {
        Flag.DISPUTED: f"Disputed: {who} {_say(names)} otherwise: “{gist}”",
        Flag.RETRACTED: f"Taken back: {who} later said “{gist}”",
        Flag.DEVELOPED: f"Not a contradiction but a later state: {who} said at another time “{gist}”",
    }[flag]
    return Reason(str(flag), text, tuple(Evidence(assertion.article, assertion.spans[0]) for assertion in held))


def _say(names: Sequence[str]) -> str:
    return "says" if len(set(names)) == 1 else "say"


def count(number: int, noun: str, plural: str | None = None) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def join(names: Sequence[str]) -> str:
    """Return names as a reader lists them."""
    unique = list(dict.fromkeys(names))
    if len(unique) > _SHOWN:
        unique = [*unique[:_SHOWN], f"{len(unique) - _SHOWN} more"]
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)


def _summarise(voices: Sequence[Voice], so: Interval | None) -> Reason:
    articles = len({voice.article.id for voice in voices})
    languages = len({voice.article.language for voice in voices if voice.article.language is not None})
    groups: dict[str, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(voice.origin.key, []).append(voice)
    spread = f" in {count(languages, 'language')}" if languages > 1 else ""
    origins = join([name_of(group) for group in groups.values()])
    if so is None:
        text = f"{count(articles, 'report')}{spread}, {count(len(groups), 'speaker')}: {origins}. It is no statement of fact, so nothing is counted for its truth"
    else:
        sure = (
            count(so.least, "independent root") if so.least == so.most else f"at least {so.least} and at most {so.most} independent roots"
        )
        text = f"{count(articles, 'report')}{spread}, {sure}: {origins}"
    return Reason("roots", text[0].upper() + text[1:], quote.quote(voices, quote.source))


def _tell_copies(voices: Sequence[Voice], copies: Copies) -> Iterator[Reason]:
    articles = {voice.article.id: voice.article for voice in voices}
    for group in copies.groups:
        members = [articles[m] for m in group.members if m in articles]
        if len(members) < 2 and not (len(members) == 1 and group.origin is not None and group.origin not in articles):
            continue
        first = None if group.origin is None else articles.get(group.origin)
        others = [name for a in members if a is not first for name in [a.outlet or a.title or a.id]]
        if group.translated:
            text = f"{join([a.outlet or a.id for a in members])} run side by side in two languages: perhaps a translation"
        elif first is not None:
            text = f"{join(others)} {'carries' if len(others) == 1 else 'carry'} the wording of {first.outlet or first.id}: one carrier"
        else:
            text = f"{join([a.outlet or a.id for a in members])} share one wording, and nobody can tell who was first: one carrier"
        yield Reason("copied text", text, group.evidence or tuple(Evidence(a.id, Span(0, len(a.text))) for a in members))


def _tell_ways(voices: Sequence[Voice]) -> Iterator[Reason]:
    declared = [v for v in voices if "declared" in v.way.rules]
    if len(declared) > 0:
        via = join([link.name for v in declared for link in v.statement.chain[1:-1]])
        who = join([v.statement.chain[0].name for v in declared])
        yield Reason(
            "declared link",
            f"{who} {'says it has' if len({v.way.sure[0] for v in declared}) == 1 else 'say they have'} this from {via}",
            quote.quote(declared, quote.passed),
        )
    for rule, text, find in (
        ("credit", "the credit line names the agency it comes from", quote.credit),
        ("link", "the words link to the report they come from", quote.linked),
        ("link near by", "a link near by leads to another report; perhaps it comes from there", quote.linked),
        ("one statement", "several may be reading one and the same statement; perhaps one road, perhaps several", quote.cue),
    ):
        told = [v for v in voices if rule in v.way.rules]
        if len(told) > 0:
            names = join([v.article.outlet or v.article.title or v.article.id for v in told])
            yield Reason(rule, f"{names}: {text}", quote.quote(told, find))
    readout = [v for v in voices if "readout" in v.way.rules]
    if len(readout) > 0:
        bodies = join([link.name for v in readout for link in v.statement.chain[1:-1]])
        told_by = f" of {bodies}" if bodies != "" else ""
        yield Reason(
            "readout",
            f"The words are known only through a readout{told_by}; it governs what each side is said to have said",
            quote.quote(readout, quote.passed),
        )


def _tell_families(voices: Sequence[Voice]) -> Iterator[Reason]:
    groups: dict[str, list[Voice]] = {}
    blocs: dict[str, set[str]] = {}
    for voice in voices:
        groups.setdefault(voice.origin.key, []).append(voice)
        if voice.origin.named:
            blocs.setdefault(voice.origin.bloc, set()).add(voice.origin.key)
    for group in groups.values():
        names = sorted({voice.origin.name for voice in group})
        if len(names) > 1:
            yield Reason("family", f"{join(names)} {'counts' if len(names) == 1 else 'count'} as one", quote.quote(group, quote.source))
    for keys in blocs.values():
        if len(keys) > 1:
            names = sorted(name_of(groups[key]) for key in keys)
            yield Reason(
                "same state",
                f"{join(names)} are organs of one state: a second root only perhaps",
                quote.quote([groups[k][0] for k in sorted(keys)], quote.source),
            )


def _tell_doubts(voices: Sequence[Voice]) -> Iterator[Reason]:
    hedged = [v for v in voices if not v.firm]
    if len(hedged) > 0:
        how = {Commitment.POSSIBLE: "may be so", Commitment.PROBABLE: "is likely", Commitment.DOUBTFUL: "is doubtful"}
        told = join([f"{v.origin.name} says it {how.get(v.statement.commitment, 'may be so')}" for v in hedged])
        yield Reason("hedged", f"{told}: that raises only the upper bound", quote.quote(hedged, quote.words))
    unnamed = [v for v in voices if not v.origin.named and not v.origin.unsourced]
    if len(unnamed) > 0:
        yield Reason(
            "unnamed",
            f"{join([v.origin.name for v in unnamed])}: not named, so it may be anyone; only the upper bound rises",
            quote.quote(unnamed, quote.source),
        )
    unsourced = [v for v in voices if v.origin.unsourced]
    if len(unsourced) > 0:
        yield Reason(
            "unsourced",
            f"{join([v.origin.name for v in unsourced])} {'gives' if len(unsourced) == 1 else 'give'} no source; only the upper bound rises",
            quote.quote(unsourced, quote.words),
        )
    seen = [v for v in voices if v.statement.speaker.basis is not None and v.statement.speaker.basis.value == "saw" and v.origin.named]
    if len(seen) > 0:
        yield Reason(
            "eyewitness", f"{join([v.origin.name for v in seen])} was there and saw it: a certain root", quote.quote(seen, quote.source)
        )
    if any(v.statement.act is Act.RETRACT for v in voices):
        yield Reason(
            "retraction",
            "This takes back what was said before",
            quote.quote([v for v in voices if v.statement.act is Act.RETRACT], quote.cue),
        )
