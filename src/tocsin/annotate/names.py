"""Names of actors: those the packs know, persons led in by a title or role, bodies, and their later short forms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from tocsin.annotate import labels
from tocsin.lang import actors, classes, gazetteer, grammar, inflection, language, naming, nouns, outlets, pack, speakers
from tocsin.lang import classes as c
from tocsin.lang.clitics import proclitics
from tocsin.lang.fold import key
from tocsin.lang.inflection import surname
from tocsin.lang.naming import Name, find_person, is_capital, is_cased
from tocsin.lang.terms import Hit, Terms
from tocsin.lang.tokens import spell
from tocsin.model import Article, Kind, Mention, Sentence

Known = Hit[tuple[str, str, Kind]]

_SMALL = 3  # letters of the words that headlines leave small
_VERB_FINAL = "verb-final"
_PHRASE = 14  # tokens of a title with its name, at most


def read(article: Article) -> Article:
    """Return the article with its mentions, in order of the text; mentions do not overlap."""
    mentions: list[Mention] = []
    surnames: dict[str, Mention] = {}
    for sentence in article.sentences:
        if sentence.language not in pack.codes():
            continue
        mentions.extend(_read_sentence(article.text, sentence, surnames))
    return replace(article, mentions=tuple(mentions))


@cache
def known() -> Terms[tuple[str, str, Kind]]:
    """Every name that a pack or the public registry holds: (id, the name as the pack writes it, kind)."""
    entries: dict[str, tuple[str, str, Kind]] = {}
    for outlet in outlets.load().by_id.values():
        kind = Kind.AGENCY if outlet.agency else Kind.OUTLET
        for name in (outlet.name, *(n for names in outlet.names.values() for n in names)):
            entries[name] = (f"outlet:{outlet.id}", name, kind)
    for entry in actors.load().by_id.values():
        for name in (entry.name, *(n for names in entry.names.values() for n in names)):
            entries[name] = (entry.id, name, entry.kind)
    return Terms(entries, tuple(clitic for code in pack.codes() for clitic in proclitics(code)))


def _read_sentence(text: str, sentence: Sentence, surnames: dict[str, Mention]) -> Iterator[Mention]:
    words, keys = sentence.words, sentence.keys
    bits = classes.load(sentence.language or "").of(keys)
    latin = language.load(sentence.language or "").capitals and is_cased(words)
    small = (word for word in words if len(word) > _SMALL and word[0].islower())
    titled = next(islice(small, 1, None), None) is None  # a headline in capitals
    code = sentence.language or ""
    hits = _widen(keys, (hit for hit in known().find(keys) if not latin or _capitalised(words, hit)), code)
    regimes = labels.find_regimes(keys, bits, code=code)
    index, count = 0, len(keys)
    while index < count:
        if index in hits:
            last, hit = hits[index]
            yield _known_mention(text, sentence, (index, last), hit)
            index = last
        elif index in regimes and (nation := actors.load().adjectives.get(keys[regimes[index]])) is not None:
            yield _mention(text, sentence, index, index + 2, Kind.COUNTRY, actor=nation.id)
            index = index + 2
        elif bits[index] & (c.TITLE | c.ROLE) and (name := _titled(code, words, bits, index, cap=_next(regimes, index, count))) is not None:
            found = _mention(text, sentence, index, name.last, Kind.PERSON, name=name)
            surnames[surname(keys[name.last - 1])] = found
            yield found
            index = name.last
        elif latin and not titled and is_capital(words[index]) and (end := _run(words, bits, index)) > index:
            end = min(end, _next(regimes, index, count))
            yield from _capital_run(text, sentence, (index, end), bits, surnames)
            index = end
        else:
            if not latin and keys[index] in surnames:
                yield _mention(text, sentence, index, index + 1, Kind.PERSON, head=surnames[keys[index]].head)
            index += 1


def _next(regimes: Iterable[int], index: int, count: int) -> int:
    """Where the next wording for a government begins, which no name runs into."""
    return min((at for at in regimes if at > index), default=count)


def _widen(keys: Sequence[str], found: Iterable[Known], code: str) -> dict[int, tuple[int, Known]]:
    """Known names with the words that judge them: where each begins, where it ends, and the name."""
    widened: dict[int, tuple[int, Known]] = {}
    floor = 0
    for hit in found:
        first, last = labels.widen(keys, (hit.first, hit.last), floor=floor, code=code)
        widened[first], floor = (last, hit), last
    return widened


def _known_mention(text: str, sentence: Sentence, tokens: tuple[int, int], hit: Known) -> Mention:
    """The name that a pack knows, with the words that judge it: the name alone is its head."""
    bare = tokens == (hit.first, hit.last)
    head = None if bare else text[sentence.starts[hit.first] : sentence.ends[hit.last - 1]]
    return _mention(text, sentence, *tokens, hit.value[2], actor=hit.value[0], head=head)


def _capitalised(words: Sequence[str], hit: Known) -> bool:
    """A name begins with a capital; an abbreviation ("WHO", "US") is all capitals, or it is an ordinary word."""
    if hit.last - hit.first == 1 and hit.value[1].isupper():
        return words[hit.first].isupper()
    return is_capital(words[hit.first]) or is_capital(words[hit.last - 1])


def _titled(code: str, words: Sequence[str], bits: Sequence[int], index: int, *, cap: int) -> Name | None:
    """A person behind the title at ``index``: "Iraqi Foreign Minister Fuad Hussein", "وزير الخارجية فؤاد حسين"."""
    end = index + 1
    latin = is_cased(words[index : index + 1])
    apart = grammar.load(code).order != _VERB_FINAL  # there an office stands right before its holder
    stop = c.PUNCTUATION | c.COMMA | c.VERB | c.AUXILIARY | c.SUBORDINATOR | c.COMPLEMENTIZER | c.ADVERB
    if inflection.is_declined(code):
        stop |= c.CUE  # between an office and its holder no verb of saying stands
    while (
        end < cap
        and end - index < _PHRASE
        and (not bits[end] & stop or (apart and _goes_on(words, bits, end)) or _is_initial(code, words, end))
    ):
        end += 1
    plain = next((i for i in range(index + 1, end) if bits[i] & c.PREPOSITION), end)
    name = find_person(words, bits, index + 1, plain, code=code)
    placed = plain < end and words[plain] in grammar.load(code).genitives
    if name is None and placed and (not _is_definite(code, words[index]) or bits[index] & c.TITLE):
        name = find_person(words, bits, plain + 2, end, code=code) if not latin else _behind_comma(words, bits, (plain, end), code=code)
        if name is not None and name.last - name.first < 2:
            return None
    if (
        name is None
        or (is_capital(words[name.first]) and name.first - index > _PHRASE)
        or _is_trade(code, words, bits, (index, name.first))
    ):
        return None
    return Name(index, name.first, name.last)


def _is_trade(code: str, words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int]) -> bool:
    """Where articles are joined, a trade without one, or a word for several, names nobody: "تاجر | مواش", "جيرانه | واستقرارهم"."""
    index, first = tokens
    prefix, word = grammar.load(code).definite_prefix, key(words[index])
    if prefix == "" or bits[index] & c.TITLE:
        return False
    if word in _several(code):
        return True
    owned = word.endswith(grammar.hearer_endings(code))
    return first == index + 1 and not owned and not word.startswith(prefix) and not bits[first] & (c.NAME | c.CONNECTOR)


@cache
def _several(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).plurals))


def _is_definite(code: str, word: str) -> bool:
    prefix = grammar.load(code).definite_prefix
    return prefix != "" and word.startswith(prefix)


def _is_initial(code: str, words: Sequence[str], at: int) -> bool:
    """The stop of an initial in a name: "советник | Х.Аль-Джанаби"."""
    return inflection.is_declined(code) and words[at] == "." and len(words[at - 1]) == 1 and is_capital(words[at - 1])


def _goes_on(words: Sequence[str], bits: Sequence[int], at: int) -> bool:
    """A comma between a long office and its holder: "the envoy of the contact group, Ingrid Tveitan"."""
    return bool(bits[at] & c.COMMA) and at + 2 < len(words) and is_capital(words[at + 1]) and is_capital(words[at + 2])


def _behind_comma(words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int], *, code: str) -> Name | None:
    comma = next((i for i in range(*tokens) if bits[i] & c.COMMA), None)
    return None if comma is None else find_person(words, bits, comma + 1, tokens[1], code=code)


def _run(words: Sequence[str], bits: Sequence[int], index: int) -> int:
    """The end of a run of capitalised words, small connectors inside allowed."""
    if index == 0 and bits[0] & (c.FUNCTION | c.TIME) and not bits[0] & c.CONNECTOR:
        return index
    end = index + 1
    while end < len(words):
        if naming.is_capital(words[end]) and not bits[end] & c.PUNCTUATION:
            end += 1
        elif _joins(words, bits, end):
            end += 2
        else:
            break
    return end


def _joins(words: Sequence[str], bits: Sequence[int], at: int) -> bool:
    """A small word inside a body's name: "Ministry | of | Interior", "Observatory | for | Human Rights"."""
    if at + 1 >= len(words) or not is_capital(words[at + 1]) or not bits[at] & c.CONNECTOR:
        return False
    return bool(bits[at + 1] & (c.BODY | c.CONNECTOR | c.REGION)) or bool(bits[at] & c.PREPOSITION and bits[at - 1] & c.BODY)


def _capital_run(
    text: str, sentence: Sentence, run: tuple[int, int], bits: Sequence[int], surnames: dict[str, Mention]
) -> Iterator[Mention]:
    first, last = run
    keys = sentence.keys
    if any(bits[i] & (c.BODY | c.AGENCY) for i in range(first, last)):
        if last - first > 1:
            yield _mention(text, sentence, first, last, Kind.AGENCY if bits[last - 1] & c.AGENCY else Kind.ORGANISATION)
        return
    name = find_person(sentence.words, bits, first, last, code=sentence.language or "")
    if name is None or len(gazetteer.load().get(spell(keys[first:last]))) > 0:
        return
    if surname(keys[name.last - 1]) in surnames:
        yield _mention(text, sentence, name.first, name.last, Kind.PERSON, head=surnames[surname(keys[name.last - 1])].head)
    elif name.last - name.first in (2, 3) and not bits[name.first] & c.FUNCTION:
        found = _mention(text, sentence, name.first, name.last, Kind.PERSON, name=name)
        surnames[surname(keys[name.last - 1])] = found
        yield found


def _mention(
    text: str,
    sentence: Sentence,
    first: int,
    last: int,
    kind: Kind,
    *,
    actor: str | None = None,
    head: str | None = None,
    name: Name | None = None,
) -> Mention:
    start, end = sentence.starts[first], sentence.ends[last - 1]
    office = None
    if name is not None:
        head = _nominative(sentence, name) or text[sentence.starts[name.first] : sentence.ends[name.last - 1]]
        office = text[start : sentence.starts[name.first]].strip() or None
    return Mention(start, end, text[start:end], kind, actor, head, office)


def _nominative(sentence: Sentence, name: Name) -> str | None:
    """A person's name in the nominative, in a language whose names decline: by its office, its preposition, or a known given name."""
    code, keys = sentence.language or "", sentence.keys
    if not inflection.is_declined(code):
        return None
    words = sentence.words[name.first : name.last]
    held = next((forms for at in range(name.office, name.first) if len(forms := nouns.forms(code, keys[at])) > 0), ())
    cases = sorted({form.case for form in held})
    asked = inflection.case_words(code).get(keys[name.office - 1]) if name.office > 0 else None
    if len(cases) > 0:
        case = asked if asked in cases else cases[0]
        return spell(inflection.nominative(code, words, case))
    given = _given(code)
    if keys[name.first] in given:
        return None
    options = (inflection.nominative(code, words, case) for case in ((asked,) if asked is not None else range(1, inflection.CASES)))
    return next((spell(option) for option in options if key(option[0]) in given), None)


@cache
def _given(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).names))
