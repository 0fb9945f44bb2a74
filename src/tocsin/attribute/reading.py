"""Reads an article from top to bottom: drafts of each sentence, their speakers, and the statements they make."""

from bisect import bisect_left
from dataclasses import replace

from tocsin.attribute import (
    acts,
    agreement,
    chains,
    holders,
    interviews,
    leading,
    lexicon,
    own,
    phrases,
    quotes,
    reporters,
    unnamed,
    venues,
)
from tocsin.attribute.anchors import find_cited
from tocsin.attribute.documents import announce, govern, head_paper, open_paper
from tocsin.attribute.hearers import read_outlet
from tocsin.attribute.keeping import keep, take
from tocsin.attribute.making import identify, make
from tocsin.attribute.orders import ORDERS
from tocsin.attribute.phrases import Phrase
from tocsin.attribute.proposals import complete
from tocsin.attribute.register import Entry, Register
from tocsin.attribute.scan import Draft, Scan, dateline_end, layout
from tocsin.attribute.sequels import continue_inside, continue_quotes
from tocsin.attribute.state import Reading
from tocsin.attribute.tagger import Tagger, hire
from tocsin.lang import pack, scripts, speakers
from tocsin.lang.fold import key
from tocsin.lang.outlets import Registry
from tocsin.model import Act, Article, Basis, Commitment, Issue, Kind, Link, Role, Sentence, Span, Statement, Voice

_PASSING = frozenset({Act.ASSERT, Act.REPORT, Act.CONFIRM})  # what may only pass on the words of the sentence before
_HEARERS = {Kind.OUTLET, Kind.AGENCY, Kind.ORGANISATION}
_OPENING = 700  # characters at the head of an article that tell what it is about
_WEIGHED = {Act.DENY, Act.CONFIRM}  # acts upon what another said
_ANSWERED = 0.8  # confidence that an answer is of the one who is asked
_OWN = 0.9  # confidence that a sentence without a cue is the outlet's own


def read(article: Article, registry: Registry, *, fast: bool = False) -> tuple[tuple[Statement, ...], tuple[Issue, ...]]:
    """Return the statements of the article in order of the text, and what was taken for one and dropped."""
    reading = Reading(article, registry, chains.read_origin(article, registry), quotes.find(article), Register(article))
    reading.taken.extend(bytes(len(article.text)))
    answers = {answer.pieces[0].start: answer for answer in interviews.find(article)}
    hired = hire(article, fast=fast)
    for index, sentence in quotes.join(article.sentences, reading.quotes):
        if (answer := answers.get(sentence.start)) is not None:
            _answer(reading, answer, next(iter(answers)))
        title = article.paragraphs[sentence.paragraph].role is Role.TITLE
        words = lexicon.load(sentence.language)
        scan = layout(
            index,
            sentence,
            reading.quotes,
            words,
            title=title,
            dateline=article.dateline,
            names=reading.register.names,
            beside=_beside(article, index),
        )
        if scan is not None:
            _read_sentence(reading, scan, hired)
    reading.issues.extend(hired.issues)
    if article.language not in pack.codes():
        named = "an unknown language" if article.language is None else f"the language {article.language!r}"
        known = ", ".join(pack.codes())
        reading.issues.append(
            Issue("attribute", f"no pack for {named}: all its sentences stand in the outlet's own voice (packs: {known})")
        )
    continue_quotes(reading)
    govern(reading)
    _read_own(reading)
    statements = chains.apply_readouts(reading.statements, reading.papers)
    statements.sort(key=lambda s: (s.content[0].start, -s.content[-1].end))
    return tuple(acts.mark_reports(statements)), tuple(reading.issues)


def _answer(reading: Reading, answer: interviews.Answer, before: int) -> None:
    """What the one who is asked says behind a question: words of his own, without a mark or a verb."""
    link = _guest(reading, before)
    if link is None:
        return
    statement = Statement(
        id=identify(reading, None, answer.mark, answer.pieces),
        act=Act.ASSERT,
        voice=Voice.DIRECT,
        commitment=Commitment.CERTAIN,
        confidence=_ANSWERED,
        cue=answer.mark,
        source=None,
        content=answer.pieces,
        chain=chains.make_chain(reading.origin, (), link),
        medium="interview",
    )
    reading.statements.append(statement)
    take(reading, *answer.pieces)
    reading.outer = [(span, outer) for span, outer in reading.outer if span.end > answer.pieces[0].start]
    reading.outer.extend((span, statement) for span in answer.pieces)


def _guest(reading: Reading, before: int) -> Link | None:
    """Who is asked: a person named before the questions, or the one whom the title quotes."""
    guest = interviews.find_guest(reading.article, before)
    if guest is not None:
        return Link(guest.head or guest.label, Kind.PERSON, office=guest.office)
    return next((s.speaker for s in reading.statements if s.speaker.kind is Kind.PERSON and s.content[0].start < before), None)


def _beside(article: Article, index: int) -> tuple[Sentence | None, Sentence | None]:
    """The sentences before and behind; a title is no sentence before the text."""
    before = article.sentences[index - 1] if index > 0 else None
    if before is not None and article.paragraphs[before.paragraph].role is Role.TITLE:
        before = None
    return before, article.sentences[index + 1] if index + 1 < len(article.sentences) else None


def _read_sentence(reading: Reading, scan: Scan, hired: Tagger) -> None:
    if scan.before is not None and reading.taken[scan.before.start] == 1:
        scan = replace(scan, before=None)
    if scan.closed is not None and reading.taken[scan.closed.start] == 1:
        scan = replace(scan, closed=None)
    _open_quote(reading, scan)
    drafts = announce(reading, scan, complete(scan, ORDERS[scan.lexicon.grammar.order](scan), hired))
    for draft in sorted(drafts, key=_outermost):
        _add(reading, scan, draft)
    if scan.title and len(drafts) == 0:
        head_paper(reading, scan)
    continue_quotes(reading)
    continue_inside(reading, scan)
    reading.pending = [quote for quote in scan.quotes if quote.speech and quote.end <= scan.sentence.end]


def _open_quote(reading: Reading, scan: Scan) -> None:
    """A quotation that opens a paragraph belongs to the cue whose colon ended the one before."""
    if reading.opened is None:
        return
    (before, draft), reading.opened = reading.opened, None
    opens = len(scan.quotes) > 0 and scan.quotes[0].start == scan.sentence.start
    if opens and reading.article.text[before.sentence.end : scan.sentence.start].strip() == "":
        _add(reading, before, replace(draft, content=(Span(scan.quotes[0].start, scan.quotes[0].end),)))


def _outermost(draft: Draft) -> tuple[int, int]:
    """In order of the text, wider contents first, so that what stands inside another's words finds its holder."""
    if len(draft.content) == 0:
        return (-1, 0)
    return (draft.content[0].start, -draft.content[-1].end)


def _add(reading: Reading, scan: Scan, draft: Draft) -> None:
    article, sentence = reading.article, scan.sentence
    entry = _speaker(reading, scan, draft)
    if draft.witness:
        entry = _witness(reading, entry)
        if entry is None:
            return
    if entry is not None and draft.according and not _vouches(reading, entry):
        entry = None
    if entry is None or not entry.speaks:
        words = scan.span(*draft.cue).of(article.text)
        reading.issues.append(
            Issue("attribute", f"nobody who could speak stands with the cue {words!r}", article.text[sentence.start : sentence.end][:200])
        )
        return
    entry = holders.name(reading, entry, sentence.language or "")
    via = _read_via(reading, scan, draft, entry)
    draft = replace(draft, content=_before(reading, scan)) if draft.back else draft
    entry = replace(entry, link=unnamed.describe(entry.link, article.text, sentence))
    if len(draft.content) == 0 or _pass_back(reading, draft, (*via, entry.link)):
        reading.register.introduce(replace(entry, via=via))
        reading.opened = (scan, draft) if scan.keys[-1] == ":" else None
        venues.carry(reading, scan, entry, via)
        open_paper(reading, scan, replace(entry, via=via))
        return
    if draft.told and (outer := _around(reading, draft)) is not None and outer.speaker.name == entry.link.name:
        entry = _unresolved(reading, scan, draft, entry)  # "said that the president told him": not he himself
    holder = _holder(reading, draft, entry)
    if holder is None and len(via) == 0:
        via = reporters.through(reading, entry, chains.read_medium(sentence, [False] * scan.count))
    if holder is not None:
        via = (*(link for link in holder.chain if link not in reading.origin.links), *via)
    entry = replace(entry, via=via if holder is None else entry.via)
    if entry.known:
        told = scan.lexicon.grammar.order == "verb-subject" and holder is not None and not draft.inner
        reading.register.introduce(entry, within=told)
    code = sentence.language or ""
    statement = make(reading, scan, draft, chains.make_chain(reading.origin, via, entry.link), code)
    keep(reading, statement, sentence)
    reporters.note(reading, entry, statement)
    leading.credit(reading, scan, draft, entry)
    if draft.official and entry.link.kind is not Kind.UNNAMED:
        reading.paper = (sentence.end, entry)
    elif draft.under and (held := _paper(reading, scan)) is not None:
        reading.paper = (sentence.end, held)
    if entry.paper or (entry.link.kind in {Kind.ORGANISATION, Kind.UNNAMED} and draft.according):
        _declare(reading, sentence, entry, statement)
    elif draft.carrier is not None and len(via) > 0 and via[-1].kind not in {Kind.OUTLET, Kind.AGENCY}:
        _declare(reading, sentence, Entry(via[-1], frozenset(), (), paper=True), statement)


def _read_via(reading: Reading, scan: Scan, draft: Draft, entry: Entry) -> tuple[Link, ...]:
    """Who passes the words on in this sentence, or else those through whom the speaker is known already."""
    article, sentence, via = reading.article, scan.sentence, entry.via
    if draft.carrier is not None:
        passers = [phrases.read(article.text, sentence, span, reading.registry) for span in (draft.carrier, *draft.through)]
        found = [passer for phrase in map(_as_outlet, passers) if (passer := _passer(reading, phrase, sentence.start)) is not None]
        own = draft.received and article.outlet is None and article.capture.path is not None
        if len(found) > 0 and not own:  # a page without an outlet's name is that of who was sent the paper
            via = tuple(link for passer in found for link in (*passer.via, passer.link))
        for passer in found:
            if passer.paper:
                reading.register.introduce(passer)  # "the statement added" points back to whose statement it is
    elif draft.under and (held := _paper(reading, scan)) is not None:
        via = (*held.via, held.link)
    elif draft.relays and (last := _relaying(reading, scan, draft)) is not None:
        via = (*last.via, last.link)
    elif draft.told and draft.hearer is None and _around(reading, draft) is None:
        via = _hearing(reading, sentence) or via
    if draft.hearer is not None and draft.hearer != draft.carrier:
        outlet = read_outlet(article.text, sentence, draft.hearer, reading.registry, register=reading.register)
        outlet = outlet or reporters.find_hearer(reading, sentence, draft.hearer)
        outer = draft.carrier is not None and (draft.carrier < draft.hearer or scan.lexicon.grammar.order != "verb-subject")
        known = via if draft.carrier is not None or draft.relays else ()  # who is told anew is not told through those of before
        via = via if outlet is None else (outlet, *known) if outer else (*known, outlet)
        if outlet is not None and scan.lexicon.grammar.order == "verb-subject":
            told = phrases.read(article.text, sentence, draft.hearer, reading.registry)
            reading.register.introduce(Entry(outlet, told.nouns, (), paper=False))  # "ونقلت الوكالة" further on
    cited = find_cited(reading, scan, draft) if len(via) == 0 else None
    return via if cited is None else (cited,)


def _passer(reading: Reading, phrase: Phrase, at: int) -> Entry | None:
    """Who passes words on. An outlet by its noun alone ("собеседник | издания") is the one named before, or none."""
    found = reading.register.resolve_passer(phrase, at)
    again = frozenset(map(key, speakers.load(phrase.code).bodies_again)) if phrase.code in pack.codes() else frozenset()
    plain = found is not None and phrase.outlet and found.link.name == phrase.link.name and not phrase.nouns.isdisjoint(again)
    return reading.register.last_outlet() if plain and " " not in phrase.link.name and phrase.link.name.islower() else found


def _as_outlet(phrase: Phrase) -> Phrase:
    """ "The Baltic Courier", where words pass through it, is an outlet and nobody's name."""
    named = phrase.outlet and phrase.link.kind is Kind.PERSON and phrase.link.office is None
    return replace(phrase, link=replace(phrase.link, kind=Kind.OUTLET)) if named else phrase


def _before(reading: Reading, scan: Scan) -> tuple[Span, ...]:
    """The sentence before, where nobody is known to say it."""
    if scan.index == 0:
        return ()
    sentence = reading.article.sentences[scan.index - 1]
    first = dateline_end(sentence, reading.article.dateline)
    span = Span(sentence.starts[first] if 0 < first < len(sentence.starts) else sentence.start, sentence.end)
    return () if sentence.language != scan.sentence.language or 1 in reading.taken[span.start : span.end] else (span,)


def _pass_back(reading: Reading, draft: Draft, links: tuple[Link, ...]) -> bool:
    """ "Об этом сообщает X" behind words that are somebody's already: X passes them on. False where they are nobody's."""
    if not draft.passes or draft.act not in _PASSING:
        return False
    first, last = draft.content[0].start, draft.content[-1].end
    origin, found = len(reading.origin.links), False
    for at, held in enumerate(reading.statements):
        if held.own or not (first <= held.content[0].start and held.content[-1].end <= last):
            continue
        found = True
        names = {link.name for link in held.chain}
        added = tuple(link for link in links if link.name not in names)
        reading.statements[at] = replace(held, chain=(*held.chain[:origin], *added, *held.chain[origin:]))
    return found


def _hearing(reading: Reading, sentence: Sentence) -> tuple[Link, ...]:
    """The body or outlet that spoke last, where a verb has its hearer joined to it: "أبلغه ناشطون"."""
    last = reading.register.resolve(None, sentence.start)
    if last is not None and last.link.kind in _HEARERS:
        return (*last.via, last.link)
    held = reading.statements[-1] if len(reading.statements) > 0 else None
    near = held is not None and held.content[0].start >= sentence.start  # "وقال المرصد إن مصادر تحدثت عن توقيف ضابط، فيما | أبلغه ناشطون"
    links = () if held is None or not near else held.chain[len(reading.origin.links) : -1]
    return links[:1] if len(links) > 0 and links[0].kind in _HEARERS else ()


def _declare(reading: Reading, sentence: Sentence, body: Entry, statement: Statement) -> None:
    """Note a paper that reports a call or meeting: one that its own sentence tells of, or the head of the article."""
    end = max(sentence.end, reading.article.paragraphs[sentence.paragraph].end)  # its parties are named by then
    words, head = reading.article.text[sentence.start : sentence.end], reading.article.text[: min(_OPENING, end)]
    # A call in the head is that of a paper, or of a body's sources who tell of it themselves: of no other "according to".
    said = " ".join(span.of(reading.article.text) for span in statement.content)
    sources = body.link.unnamed and chains.is_call(said, sentence.language or "")
    declared = body.paper or statement.medium == "statement" or sources
    for told in (f"{head} {words}",) if sources else (words, f"{head} {words}") if declared else (words,):
        if chains.is_call(told, sentence.language or ""):
            reading.papers.append((body, statement, told))
            return


def _speaker(reading: Reading, scan: Scan, draft: Draft) -> Entry | None:
    """Who the draft's source is; a source that cannot be found leaves the pronoun as it stands."""
    form = agreement.read(scan, draft.cue)
    if draft.nobody and draft.official and (held := _paper(reading, scan)) is not None:
        return held
    if draft.nobody:
        told = scan.span(*draft.cue)
        words = told.of(reading.article.text)
        return Entry(Link(words, Kind.UNNAMED, told, unnamed=True, descriptor=words), frozenset(), (), paper=False, known=False)
    if draft.source is None and draft.according:
        known = reading.register.recall(scan.sentence.start)
        return (
            known if known is not None or draft.spare is None else _speaker(reading, scan, replace(draft, source=draft.spare, spare=None))
        )
    if draft.source is None:
        return reading.register.resolve(None, scan.sentence.start, agreement=form)
    phrase = phrases.read(reading.article.text, scan.sentence, draft.source, reading.registry)
    at = scan.sentence.starts[draft.source[0]]
    if _is_outlets_own(reading, scan, draft, at):
        return None
    found = reading.register.resolve(phrase, at)
    plain = found is not None and not found.speaks and found.link.kind is not Kind.PERSON
    alone = draft.source[1] - draft.source[0] == 1
    if found is not None and draft.source[0] == draft.cue[1]:
        found = replace(found, agreement=form)
    if found is not None and phrase.gender is not None and form is None:
        found = replace(found, agreement=phrase.gender)
    if plain and ((alone and _says(scan, draft)) or scan.keys[draft.source[1] - 1] in scan.names):
        return reading.register.resolve(phrases.as_person(phrase), at)
    if plain and found is not None and _says(scan, draft, quoted=False):
        return replace(found, speaks=True)
    if found is None and draft.spare is not None:
        return _speaker(reading, scan, replace(draft, source=draft.spare, spare=None))
    if found is None:
        return Entry(phrase.link, phrase.nouns, (), phrase.paper, phrase.speaks, known=False)
    return found


def _paper(reading: Reading, scan: Scan) -> Entry | None:
    """Whose paper the sentence right before told of: "Açıklamada … belirtildi. | … kaydedildi"."""
    if reading.paper is None or not 0 <= scan.sentence.start - reading.paper[0] <= 1:
        return None
    return replace(reading.paper[1], link=replace(reading.paper[1].link, span=None))


def _is_outlets_own(reading: Reading, scan: Scan, draft: Draft, at: int) -> bool:
    """ "We said earlier that": who writes speaks of himself, where nobody is quoted and no paper is given."""
    first, last = draft.source or draft.cue
    ours = speakers.load(scan.lexicon.code).ours
    held = any(span.start <= at < span.end for span, _ in reading.outer) or len(reading.documents) > 0
    return last - first == 1 and scan.keys[first] in ours and not scan.in_speech(first) and scan.before is None and not held


def _says(scan: Scan, draft: Draft, *, quoted: bool = True) -> bool:
    """Does a "that" or a quotation follow the words beside the verb? Then they are its subject, known or not."""
    if draft.source is None or draft.according or len(draft.content) == 0:
        return False
    led = scan.lexicon.grammar.order == "verb-subject" and draft.source[1] <= draft.cue[0] <= draft.source[1] + 1
    if draft.source[0] != draft.cue[1] and not (led and scan.keys[draft.source[0] - 1] in scan.lexicon.complementizers):
        return False
    at = bisect_left(scan.sentence.starts, draft.content[0].start)
    if at >= scan.count or scan.keys[at] in scan.lexicon.complementizers:
        return at < scan.count and (quoted or at == draft.source[1])
    return quoted and (scan.in_speech(at) or scan.keys[at - 1] == ":")


def _vouches(reading: Reading, entry: Entry) -> bool:
    """In a script without capitals "according to" takes only known names: "وفق مبدأ واضح" names nobody."""
    link = entry.link
    plain = link.kind is Kind.PERSON and link.office is None and link.actor is None and scripts.is_uncased(link.name)
    return not plain or reading.register.knows(link.name)


def _witness(reading: Reading, entry: Entry | None) -> Entry | None:
    """The outlet's own correspondent, who saw it himself; None when anybody else saw it."""
    code = reading.article.language or ""
    if entry is None or code not in pack.codes() or not entry.nouns & frozenset(map(key, speakers.load(code).correspondents)):
        return None
    written = entry.link.span.of(reading.article.text) if entry.link.span is not None else entry.link.name
    link = replace(entry.link, name=written, kind=Kind.UNNAMED, unnamed=True, basis=Basis.SAW, affiliation=reading.origin.links[0].name)
    return replace(entry, link=link)


def _relaying(reading: Reading, scan: Scan, draft: Draft) -> Entry | None:
    """Who passes on what a verb without a subject quotes: whoever spoke last, where the verb agrees with him; a passive has nobody."""
    last, form = reading.register.resolve(None, scan.sentence.start), agreement.read(scan, draft.cue)
    if last is None or (form is not None and last.agreement is not None and form != last.agreement):
        return None
    return None if any(mark in scan.words[draft.cue[0]] for mark in scan.lexicon.grammar.passive_marks) else last


def _unresolved(reading: Reading, scan: Scan, draft: Draft, entry: Entry) -> Entry:
    if draft.source is None:
        return entry
    phrase = phrases.read(reading.article.text, scan.sentence, draft.source, reading.registry)
    return Entry(phrase.link, phrase.nouns, (), phrase.paper, phrase.speaks)


def _around(reading: Reading, draft: Draft) -> Statement | None:
    """The statement whose content holds this draft whole."""
    first, last = draft.content[0].start, draft.content[-1].end
    for span, statement in reversed(reading.outer):
        if span.start <= first and last <= span.end and (span.end - span.start) > (last - first):
            return statement
    return None


def _is_answered(statement: Statement) -> bool:
    """Does the content stand before the cue that weighs it ("X considers that P; the police | deny it")?"""
    return statement.cue is not None and statement.content[-1].end <= statement.cue.start and statement.voice is Voice.INDIRECT


def _holder(reading: Reading, draft: Draft, entry: Entry) -> Statement | None:
    """The statement whose content holds this draft whole, unless by the same speaker."""
    statement = _around(reading, draft)
    if statement is None or draft.points or (statement.act in _WEIGHED and (draft.inner or _is_answered(statement))):
        return None  # "denied what the newspaper reported": it is known without the one who denies it
    return statement if statement.speaker.name != entry.link.name else None


def _read_own(reading: Reading) -> None:
    for sentence, span in own.find(reading.article, reading.taken, reading.quotes):
        commitment = acts.hedged(sentence.keys, sentence.language) if sentence.language in pack.codes() else Commitment.CERTAIN
        statement = Statement(
            identify(reading, None, None, (span,)), Act.ASSERT, Voice.INDIRECT, commitment, _OWN, None, None, (span,), reading.origin.links
        )
        reading.statements.append(statement)
