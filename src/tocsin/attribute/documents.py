"""Papers whose text the article gives ("issued the following readout", "the letter reads in full:"): who speaks, and how far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.attribute import acts, chains, phrases
from tocsin.attribute.keeping import take
from tocsin.attribute.making import identify
from tocsin.attribute.register import Entry
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.attribute.state import Document, Reading
from tocsin.lang import classes, pack, scripts
from tocsin.lang import classes as c
from tocsin.model import Act, Kind, Paragraph, Role, Sentence, Span, Statement, Voice

_WHOLE = 60  # paragraphs of a paper, at most
_NEAR = 4  # tokens between words that announce and the paper
_TITLE = 3  # tokens of a title in which its paper stands
_OWNED = 2  # tokens of a paper and its owner
_HEAD = 5  # tokens at the head of a paragraph
_FEWEST = 3  # words of a sentence that can state anything
_GIVEN = 0.8  # confidence that words are a paper's
_BODIES = {Kind.ORGANISATION, Kind.GROUP, Kind.COUNTRY, Kind.PERSON, Kind.OFFICE, Kind.UNNAMED}
_STOPS = c.VERB | c.AUXILIARY | c.COMMA | c.RELATIVE | c.COMPLEMENTIZER | c.TIME | c.SUBORDINATOR
_LEADS = c.ADVERB | c.OPENER | c.COORDINATOR | c.COMMA | c.TIME


def announce(reading: Reading, scan: Scan, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Note the paper that the sentence announces; what its words seemed to say is nobody's."""
    hit = next((hit for hit in scan.hits if hit.value.announcing and scan.inside[hit.first] == OUTSIDE), None)
    if hit is None or not _closes(reading, scan.sentence):
        return drafts
    near = range(max(0, hit.first - _NEAR), min(scan.count, hit.last + _NEAR))
    paper = next((i for i in near if scan.bits[i] & c.PAPER), None)
    if paper is None:
        return drafts
    body = _find_body(reading, scan, paper, (hit.first, hit.last))
    if body is None:
        return drafts
    span = scan.span(hit.first, hit.last)
    reading.register.introduce(body)
    reading.documents.append(Document(body, span, scan.sentence.end, _WHOLE))
    return [draft for draft in drafts if not any(piece.start <= span.start < piece.end for piece in draft.content)]


def head_paper(reading: Reading, scan: Scan) -> None:
    """Note the paper that the whole article is, where its title says so: "Statement by the Ministry on the attack"."""
    first = next((i for i in range(min(_TITLE, scan.count)) if scan.bits[i] & c.PAPER), None)
    if first is None or chains.media(scan.lexicon.code).at(scan.keys, first) is None or len(reading.documents) > 0:
        return
    if ":" in scan.keys:
        return
    tokens = _behind_author(scan, first) if scan.lexicon.grammar.order == "subject-verb" else (scan.count, scan.count)
    if tokens[0] >= tokens[1]:
        tokens = _around(scan, first, (scan.count, scan.count))
    if tokens[1] < scan.count and not scan.bits[tokens[1]] & c.PREPOSITION:
        return  # "Statement by the ministry | angers"
    if tokens[1] - tokens[0] < _OWNED or all(scan.bits[i] & (c.PAPER | c.FUNCTION) for i in range(*tokens)):
        return
    phrase = phrases.read(reading.article.text, scan.sentence, tokens, reading.registry)
    if phrase.link.kind in {Kind.ORGANISATION, Kind.GROUP} and phrase.speaks:
        entry = Entry(phrase.link, phrase.nouns, (), paper=False)
        reading.register.introduce(entry)
        reading.documents.append(Document(entry, scan.span(first, first + 1), scan.sentence.end, _WHOLE))


def open_paper(reading: Reading, scan: Scan, entry: Entry) -> None:
    """A cue whose colon ends its paragraph has the next one for its content, where no quotation opens there."""
    if scan.keys[-1] == ":" and _closes(reading, scan.sentence):
        reading.documents.append(Document(entry, scan.span(scan.count - 1, scan.count), scan.sentence.end, 1))


def _closes(reading: Reading, sentence: Sentence) -> bool:
    """Is it the last sentence of a paragraph of the text, and not of the last one?"""
    paragraphs = reading.article.paragraphs
    own = paragraphs[sentence.paragraph]
    return own.role is not Role.TITLE and sentence.end >= own.end - 1 and sentence.paragraph + 1 < len(paragraphs)


def _find_body(reading: Reading, scan: Scan, paper: int, announced: tuple[int, int]) -> Entry | None:
    """Whose paper it is: its owner, else the subject of the sentence, else the body that spoke last."""
    for first, last in (_around(scan, paper, announced), _behind_author(scan, paper), _subject(scan)):
        if first >= last or all(scan.bits[i] & (c.PAPER | c.FUNCTION | c.ADVERB) for i in range(first, last)):
            continue
        phrase = phrases.read(reading.article.text, scan.sentence, (first, last), reading.registry)
        entry = reading.register.resolve(phrase, scan.sentence.start)
        if entry is not None and entry.speaks and entry.link.kind in _BODIES:
            return replace(entry, link=replace(entry.link, span=scan.span(first, last)), agreement=phrase.gender)
    return reading.register.last_body()


def _around(scan: Scan, paper: int, announced: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase that the paper stands in."""
    joints = scan.lexicon.grammar.genitives
    after = scripts.is_uncased(scan.words[paper])  # there its owner stands behind it
    first = max((i for i in range(paper, announced[0]) if scan.bits[i] & c.PAPER), default=paper) if after else paper
    last = first + 1
    while not after and first > 0 and not announced[0] <= first - 1 < announced[1] and _is_inside(scan, first - 1, joints):
        if scan.bits[first] & c.DETERMINER and not scan.bits[first - 1] & c.DETERMINER and scan.keys[first - 1] not in (*joints, "'s"):
            break  # "a publié | une déclaration"
        first -= 1
    while last < scan.count and not announced[0] <= last < announced[1] and _is_inside(scan, last, joints):
        last += 1
    while last > first and scan.keys[last - 1] in joints:
        last -= 1
    return first, last


def _is_inside(scan: Scan, at: int, joints: Sequence[str]) -> bool:
    bits = scan.bits[at]
    if scan.keys[at] in joints or scan.keys[at] == "'s" or (at > 0 and scan.words[at][0].isupper()):
        return True
    return not bits & (_STOPS | c.PUNCTUATION | c.PREPOSITION | c.COORDINATOR) or bool(bits & c.DETERMINER)


def _behind_author(scan: Scan, paper: int) -> tuple[int, int]:
    """ "The statement issued by | the front"."""
    authors = scan.lexicon.grammar.authors
    at = next((i + 1 for i in range(paper + 1, min(scan.count, paper + _NEAR)) if scan.keys[i] in authors), scan.count)
    return at, _phrase_end(scan, at)


def _subject(scan: Scan) -> tuple[int, int]:
    """The noun phrase at the head of the sentence, or behind its first verb where that stands there."""
    first = scan.floor
    while first < scan.count and scan.bits[first] & _LEADS and not scan.bits[first] & c.DETERMINER:
        first += 1
    if scan.lexicon.grammar.order == "verb-subject" and first < scan.count:
        first += 1
    return first, _phrase_end(scan, first)


def _phrase_end(scan: Scan, first: int) -> int:
    joints = scan.lexicon.grammar.genitives
    last = first
    while last < scan.count and _is_inside(scan, last, joints) and not (last > first and (scan.bits[last] & c.PAPER or scan.is_cue(last))):
        last += 1
    return last


def govern(reading: Reading) -> None:
    """What stands in a paper is its body's: words of nobody by the body, words of others through it."""
    ends = (*(document.start for document in reading.documents[1:]), len(reading.article.text))
    for document, end in zip(reading.documents, ends, strict=False):
        for paragraph in _reach(reading, document, end):
            for index in _standing(reading, paragraph):
                reading.statements[index] = _through(reading, reading.statements[index], document)
            _state(reading, document, paragraph)


def _reach(reading: Reading, document: Document, end: int) -> list[Paragraph]:
    """The paragraphs of the paper, up to where the article speaks again or announces another."""
    article = reading.article
    first = bisect_left(article.paragraphs, document.start, key=lambda paragraph: paragraph.start)
    found: list[Paragraph] = []
    for paragraph in article.paragraphs[first:]:
        if paragraph.end >= end < len(article.text):
            break
        if paragraph.role is Role.TITLE or paragraph.end == paragraph.start:
            continue
        known = article.text[: found[0].end if len(found) > 0 else paragraph.end]
        if len(found) >= document.most or is_mark(article.text[paragraph.start]) or _returns(reading, document, paragraph, known):
            break
        found.append(paragraph)
    return found


def _standing(reading: Reading, paragraph: Paragraph) -> Iterator[int]:
    """The numbers of the statements made in a paragraph."""
    for index, statement in enumerate(reading.statements):
        if statement.cue is not None and paragraph.start <= statement.cue.start < paragraph.end:
            yield index


def _returns(reading: Reading, document: Document, paragraph: Paragraph, known: str) -> bool:
    """Does the article speak for itself here: of the paper, of an outlet, or with somebody whom the paper does not know?"""
    stated = [reading.statements[i] for i in _standing(reading, paragraph)]
    if any(_is_stranger(statement, document, known) for statement in stated):
        return True
    sentence = _first(reading, paragraph)
    if sentence is None or 1 in reading.taken[sentence.start : sentence.end]:
        return False
    bits = classes.load(sentence.language or "").of(sentence.keys[:_HEAD], sentence.words[:_HEAD])
    if any(bits[i] & c.PAPER and bits[i - 1] & c.DETERMINER for i in range(1, len(bits))):
        return True
    mention = next((m for m in reading.article.mentions if m.start >= sentence.start), None)
    return mention is not None and mention.kind in {Kind.OUTLET, Kind.AGENCY} and mention.start < sentence.starts[min(2, len(bits) - 1)] + 1


def _is_stranger(statement: Statement, document: Document, known: str) -> bool:
    speaker = statement.speaker
    if speaker.name == document.body.link.name or document.body.link.name in {link.name for link in statement.chain}:
        return False
    if any(link.kind in {Kind.OUTLET, Kind.AGENCY} for link in statement.chain[1:-1]):
        return True
    return speaker.kind not in {Kind.UNNAMED, Kind.OFFICE} and speaker.name.split()[-1] not in known


def _first(reading: Reading, paragraph: Paragraph) -> Sentence | None:
    sentences = reading.article.sentences
    at = bisect_left(sentences, paragraph.start, key=lambda sentence: sentence.start)
    return sentences[at] if at < len(sentences) and sentences[at].start < paragraph.end and sentences[at].language in pack.codes() else None


def _through(reading: Reading, statement: Statement, document: Document) -> Statement:
    """The statement with the body before those whose words the paper gives."""
    body = document.body.link
    if statement.speaker.name == body.name or any(link.name == body.name for link in statement.chain):
        return statement
    origin = len(reading.origin.links)
    chain = (*statement.chain[:origin], *document.body.via, replace(body, span=None), *statement.chain[origin:])
    return replace(statement, chain=chain, readout=origin + len(document.body.via))


def _state(reading: Reading, document: Document, paragraph: Paragraph) -> None:
    """Make statements of the body of what nobody else says in the paragraph, one for sentences that follow each other."""
    sentences = reading.article.sentences
    first = bisect_left(sentences, paragraph.start, key=lambda sentence: sentence.start)
    last = bisect_right(sentences, paragraph.end - 1, key=lambda sentence: sentence.start)
    run: list[Sentence] = []
    for sentence in (*sentences[first:last], None):
        free = sentence is not None and 1 not in reading.taken[sentence.start : sentence.end]
        if sentence is not None and free:
            run.append(sentence)
        elif len(run) > 0:
            _give(reading, document, run)
            run = []


def _give(reading: Reading, document: Document, run: Sequence[Sentence]) -> None:
    if sum(len(sentence.keys) for sentence in run) < _FEWEST:
        return
    span = Span(run[0].start, run[-1].end)
    statement = Statement(
        id=identify(reading, None, document.cue, (span,)),
        act=Act.ASSERT,
        voice=Voice.DIRECT,
        commitment=acts.hedged(run[0].keys, run[0].language or ""),
        confidence=_GIVEN,
        cue=document.cue,
        source=document.body.link.span,
        content=(span,),
        chain=chains.make_chain(reading.origin, document.body.via, document.body.link),
    )
    reading.statements.append(statement)
    take(reading, span)
