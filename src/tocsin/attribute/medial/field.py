"""A sentence laid out for verbs in its middle: what stands aside in it, where its clauses begin, and how far its noun phrases run."""

from dataclasses import dataclass
from functools import cache

from tocsin.attribute import unnamed
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, grammar, outlets, speakers
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit, Terms

HEAD = c.ROLE | c.BODY | c.PAPER | c.UNNAMED | c.TITLE | c.AGENCY | c.PRONOUN | c.COLLECTIVE | c.NAME
_OWNED = c.ROLE | c.UNNAMED | c.TITLE  # "the family of | this prisoner"
_OWNERS = c.ROLE | c.BODY | c.UNNAMED | c.REGION
_DATELINE = 10  # tokens of a place and an agency before the text
_DASHES = frozenset("-–—")
_NAMED = 6  # tokens of a name in quotation marks
_BOUNDS = c.COMPLEMENTIZER | c.VERB | c.COMMA | c.PUNCTUATION
_FEW = 4  # words of a name
_ASIDE = 14  # tokens of an apposition


@dataclass(frozen=True, slots=True)
class Field:
    """A scan with ``asides``: for the first token of a stretch that belongs to no clause ("according to X,") the token behind it.
    ``sources`` are the noun phrases of those who are cited, by the first token of what cites them.
    """

    scan: Scan
    asides: dict[int, int]
    sources: dict[int, tuple[int, int]]

    def phrase_end(self, first: int, stop: int, *, objects: bool = False) -> int:
        """Where the noun phrase that begins at ``first`` ends; ``objects``: before a word that begins an object."""
        scan = self.scan
        if scan.bits[first] & c.PRONOUN and not scan.bits[first] & c.DETERMINER:
            return first + 1
        at = first
        while at < stop:
            if is_mark(scan.keys[at]) or scan.keys[at] == "(":
                closing = self._closing(at, stop)
                if closing is None:
                    return at
                at = closing + 1
            elif (name := _known(scan, at)) is not None and at < name <= stop:
                at = name
            elif at > first and (joint := self._joint(at)) is not None and joint <= stop:
                at = joint
            elif at in self.asides or (at > first and self._breaks(at, objects=objects)):
                return at
            else:
                at += 1
        return at

    def with_appositions(self, first: int, end: int, stop: int) -> int:
        """Take in ", minister of X," and ", X Y" behind a noun phrase; what only describes between commas too."""
        scan = self.scan
        while end < stop and scan.is_comma(end) and end + 1 < stop and self._is_apposition(first, end, stop):
            last = self.phrase_end(end + 1, stop)
            while last < stop and not scan.is_comma(last) and scan.bits[last] & c.PREPOSITION and self._closed(last, stop):
                last = self.phrase_end(last + 1, stop)
            if last == end + 1:
                break
            end = last
        return end

    def is_head(self, at: int) -> bool:
        """Can a speaker's noun phrase begin here?"""
        scan = self.scan
        if scan.bits[at] & HEAD:
            return True
        return actors.load().terms.at(scan.keys, at) is not None or outlets.load().terms.at(scan.keys, at) is not None

    def is_opener(self, at: int) -> Hit[bool] | None:
        return _openers(self.scan.lexicon.code).at(self.scan.keys, at)

    def _joint(self, at: int) -> int | None:
        """Behind "one of", "familiar with", "calling itself": the noun phrase goes on."""
        code, keys = self.scan.lexicon.code, self.scan.keys
        hit = _joints(code).at(keys, at - 1) or _joints(code).at(keys, at)
        return hit.last if hit is not None and hit.last > at and hit.last < len(keys) else None

    def _closing(self, at: int, stop: int) -> int | None:
        """The mark that closes a short name in quotation marks or brackets, None for spoken words."""
        scan = self.scan
        if scan.in_speech(at):
            return None
        bracket = scan.keys[at] == "("
        for end in range(at + 1, min(stop, at + _NAMED + 1)):
            if (bracket and scan.keys[end] == ")") or (not bracket and is_mark(scan.keys[end])):
                return end
        return None

    def _breaks(self, at: int, *, objects: bool) -> bool:
        scan, bits = self.scan, self.scan.bits[at]
        if bits & c.COORDINATOR:
            return not self._coordinates(at)
        if bits & (c.PREPOSITION | c.VERB | c.COMPLEMENTIZER | c.COMMA | c.PUNCTUATION | c.SUBORDINATOR | c.QUESTION):
            return True
        if bits & (c.ADVERB | c.TIME | c.NEGATION) and not bits & (c.ROLE | c.BODY | c.REGION | c.NAME):
            return not (bits & c.TIME and scan.keys[at - 1] in scan.lexicon.outlets)  # "the agency | Bamdad", "morning"
        if bits & c.DETERMINER and not scan.bits[at - 1] & (c.DETERMINER | c.COORDINATOR):
            return not (at + 1 < scan.count and scan.bits[at - 1] & _OWNED and scan.bits[at + 1] & _OWNERS)
        if (
            scan.keys[at] in scan.lexicon.grammar.object_markers
            or scan.is_cue(at)
            or (scan.keys[at][0].isdigit() and not _is_age(scan, at))
        ):
            return True
        return objects and not bits & (c.REGION | c.TITLE) and scan.lexicon.objects.match(scan.keys[at]) is not None

    def _coordinates(self, at: int) -> bool:
        """Does "and" join two parts of the phrase, not two predicates?"""
        scan = self.scan
        if at + 1 >= scan.count or scan.is_cue(at + 1) or any(hit.first < at < hit.last for hit in scan.hits):
            return False
        return not scan.bits[at + 1] & (c.VERB | c.PREPOSITION | c.PRONOUN | c.COMMA | c.ADVERB | c.PUNCTUATION)

    def _is_apposition(self, first: int, comma: int, stop: int) -> bool:
        scan, at = self.scan, comma + 1
        bits = scan.bits[at]
        if bits & c.TIME and any(b & (c.TITLE | c.ROLE) for b in scan.bits[first:comma]) and self._is_name(at, stop):
            return True  # "the prosecutor, | Bahman Yavarzadeh |,": a month that is a given name too
        if at in self.asides or bits & (c.VERB | c.SUBORDINATOR | c.COMPLEMENTIZER | c.TIME | c.ADVERB | c.COMMA):
            return False
        if bits & c.PREPOSITION:
            return self._joint(at) is not None and self._closed(at, stop)
        named = any(b & c.NAME for b in scan.bits[first:comma]) or not any(b & HEAD for b in scan.bits[first:comma])
        if named:
            return bool(bits & (c.TITLE | c.ROLE | c.UNNAMED)) or scan.keys[at][0].isdigit()
        if any(b & (c.TITLE | c.ROLE | c.SPOKESPERSON) for b in scan.bits[first:comma]):
            return bool(bits & c.NAME) or bool(bits & c.TITLE and not bits & c.ROLE) or not bits & (HEAD | c.NATION | c.DETERMINER)
        return bool(bits & c.BODY) and self._closed(at, stop)

    def _is_name(self, at: int, stop: int) -> bool:
        """Words between two commas, none of which is a number, a verb or a word of grammar."""
        end = next((i for i in range(at, min(stop, at + _FEW + 1)) if self.scan.is_comma(i)), at)
        plain = not any(self.scan.bits[i] & c.FUNCTION or self.scan.keys[i][0].isdigit() for i in range(at + 1, end))
        return end - at > 1 and plain

    def _closed(self, at: int, stop: int) -> bool:
        """Does a comma close the words from ``at`` on, without a verb in them?"""
        for end in range(at, min(stop, at + _ASIDE)):
            if self.scan.is_comma(end):
                return True
            if self.scan.bits[end] & (c.VERB | c.COMPLEMENTIZER) or self.scan.is_cue(end):
                return False
        return False


def _is_age(scan: Scan, at: int) -> bool:
    """ "45 years old" inside a description."""
    return at + 1 < scan.count and bool(scan.bits[at + 1] & c.ROLE) and scan.keys[at + 1] not in scan.lexicon.grammar.singulars


def field_floor(scan: Scan) -> int:
    """The token behind a dateline: the article's own, or "Kabul (Agency) –", "Kabul – Agency –" at the head of any sentence."""
    dashes = [i for i in range(1, min(scan.count - 1, _DATELINE)) if scan.keys[i] in _DASHES]
    led = [i for i in dashes if scan.keys[i - 1] == ")" or len(dashes) > 1]
    if len(led) == 0 or any(scan.bits[i] & c.VERB or scan.is_cue(i) for i in range(led[-1])):
        return scan.floor
    return max(scan.floor, led[-1] + 1)


def lay_out(scan: Scan) -> Field:
    """Find who is cited in the sentence, and what stands aside."""
    field = Field(scan, {}, {})
    for hit in scan.hits:
        if not (hit.value.according or hit.value.citing) or hit.last >= scan.count or scan.in_speech(hit.first):
            continue
        first = hit.last
        end = field.phrase_end(first, scan.count, objects=hit.value.citing)
        whole = field.with_appositions(first, end, scan.count)
        end = whole if scan.is_comma(whole) and not scan.bits[first] & (c.BODY | c.AGENCY | c.PAPER) else end
        source, end = (first, end), _relative_end(scan, end)
        if source[1] > first and _vouches(field, hit, source):
            field.sources[hit.first] = source
            field.asides[hit.first] = end + 1 if scan.is_comma(end) else end
    for reason in unnamed.grounds(scan.lexicon.code).find(scan.keys):
        if scan.bits[reason.first] & c.PREPOSITION:
            field.asides[reason.first] = reason.last
    for hit in scan.hits:
        if hit.value.bare and not hit.value.according and scan.inside[hit.first] == OUTSIDE:
            field.asides[hit.first] = _bare_end(field, hit)
    return field


def _relative_end(scan: Scan, end: int) -> int:
    """The end of a source with the relative clause behind it: "according to one of them | who asked not to be named |, …"."""
    if end < scan.count and scan.bits[end] & c.PREPOSITION:
        led = next((i for i in range(end + 1, min(scan.count, end + _FEW + 1)) if scan.bits[i] & _BOUNDS), scan.count)
        end = led if led < scan.count and scan.bits[led] & c.COMPLEMENTIZER else end  # "a doctor | in the town | who …"
    if end >= scan.count or not scan.bits[end] & c.COMPLEMENTIZER:
        return end
    for at in range(end + 1, scan.count):
        if scan.is_comma(at) and scan.bits[at - 1] & c.VERB:
            return at
    return end


def _vouches(field: Field, hit: Hit[Sense], source: tuple[int, int]) -> bool:
    """A noun of saying makes a speaker of anybody ("in the words of"); other leads need one ("on the basis of a report")."""
    scan = field.scan
    if any(scan.keys[i] in scan.lexicon.vouching for i in range(hit.first, hit.last)):
        return True
    bits = scan.bits[source[0] : source[1]]
    return any(b & (c.ROLE | c.BODY | c.PAPER | c.UNNAMED | c.AGENCY | c.TITLE | c.PRONOUN | c.NAME) for b in bits) or field.is_head(
        source[0]
    )


def _bare_end(field: Field, hit: Hit[Sense]) -> int:
    """Where the words of a form without a subject end: at its comma behind a verb, else at the verb that speaks."""
    scan = field.scan
    mains = [other for other in scan.hits if other.first >= hit.last and other.value.verb is not None and not other.value.bare]
    clause = hit.value.verb is not None and "clause" in hit.value.verb.takes
    stop = next((i for i in range(hit.last, scan.count) if scan.keys[i] == ":"), scan.count)
    main = (
        next((other for other in reversed(mains) if other.last <= stop and scan.inside[other.first] == OUTSIDE), None)
        if stop < scan.count
        else None
    )
    if main is None:
        main = next((other for other in mains if scan.inside[other.first] == OUTSIDE), None)
    end = main.first if main is not None else scan.count
    comma = next((i for i in range(end - 1, hit.last, -1) if scan.is_comma(i) and (not clause or scan.bits[i - 1] & c.VERB)), None)
    return comma if comma is not None else end


def _known(scan: Scan, at: int) -> int | None:
    """Behind the name of several words that a pack or the registry knows, whatever its words mean alone."""
    hits = (actors.load().terms.at(scan.keys, at), outlets.load().terms.at(scan.keys, at))
    ends = [hit.last for hit in hits if hit is not None and hit.last - at > 1]
    return max(ends, default=None)


@cache
def _joints(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys((*grammar.load(code).genitives, *speakers.load(code).named), True))


@cache
def _openers(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(grammar.load(code).openers, True))
