"""Who has been introduced so far in an article: finds whom "he", "the minister" or "the sources" points back to."""

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from functools import cache

from tocsin.attribute import called, sex
from tocsin.attribute.agreement import PLURAL
from tocsin.attribute.phrases import Phrase
from tocsin.attribute.row import find_nation
from tocsin.lang import classes, grammar, inflection, pack, scripts, speakers, uncased
from tocsin.lang.clitics import unjoin, without_article
from tocsin.lang.fold import key
from tocsin.lang.inflection import surname
from tocsin.model import Article, Kind, Link, Mention, Span

_REACH = 300  # speakers that a pronoun or a noun can point back over
_MENTIONS = 6  # persons named before a pronoun that it may mean
_BEFORE = 30  # characters before a mention that hold the word before it
_HEAD = 12  # characters before the subject of a sentence, at most
_OWNERS = ("'s", "’s")  # of whom something is: "Kostiv's deputy" is one
_OFFICE = 2  # words of an office that is one person's
_BODIES = {Kind.ORGANISATION, Kind.AGENCY, Kind.OUTLET, Kind.GROUP, Kind.COUNTRY}
_PASSERS = {Kind.AGENCY, Kind.OUTLET}


@dataclass(frozen=True, slots=True)
class Entry:
    """A speaker introduced in the text, with the links between the outlet and him. A pronoun whose owner is not found is not ``known``."""

    link: Link
    nouns: frozenset[str]
    via: tuple[Link, ...]
    paper: bool
    speaks: bool = True
    known: bool = True
    agreement: str | None = None


class Register:
    """The speakers of one article in order of appearance. Filled while its attributions are read from top to bottom.

    ``names`` are the last names of all persons it knows so far.
    """

    def __init__(self, article: Article) -> None:
        self._given = article.language in pack.codes() and grammar.load(article.language).given_names
        self._plurals = grammar.load(article.language).noun_plurals if article.language in pack.codes() else ()
        self._sentences = tuple(s for s in article.sentences if s.language in pack.codes())
        self._declined = article.language in pack.codes() and inflection.is_declined(article.language)
        self._called = called.find(article)
        self._entries: deque[Entry] = deque(maxlen=_REACH)
        self._persons: dict[str, Mention] = {}
        self.names: set[str] = set()
        self._mentions = tuple(m for m in article.mentions if m.kind is Kind.PERSON and m.head is not None and not _is_outlet(article, m))
        self._holders = tuple({(m.head, m.office): m for m in self._mentions if m.office is not None}.values())
        for mention in self._mentions:
            last = _last_key(mention.head or mention.label)
            held = self._persons.get(last)
            if held is None or len(mention.head or "") > len(held.head or ""):
                self._persons[last] = mention
        self.names.update(self._persons)

    def resolve(self, phrase: Phrase | None, at: int, *, agreement: str | None = None) -> Entry | None:
        """Return who is meant by ``phrase`` (None: nobody named) at character ``at``; None while it cannot be known."""
        if phrase is None:
            return self._agreeing(agreement) or self.recall(at)
        if phrase.pronoun is not None:
            return self._by_pronoun(phrase, at)
        link = phrase.link
        known = self._known_first(link)
        if known is not None:
            link = known
        link = self.call(link)
        if link.kind is Kind.PERSON:
            full, last = self._full(link), self.last()
            via = last.via if last is not None and last.link.name == full.name else self._via(link.name)
            return Entry(full, phrase.nouns, via, phrase.paper)
        if link.unnamed and (holder := self._holder(phrase)) is not None:
            return holder
        earlier = (self._same(phrase) or self._earlier(phrase)) if phrase.definite else None
        if earlier is not None:
            return replace(earlier, link=replace(earlier.link, span=link.span))
        return Entry(link, phrase.nouns, self._via(link.name), phrase.paper, phrase.speaks)

    def resolve_passer(self, phrase: Phrase, at: int) -> Entry | None:
        """Return who is meant by a phrase that names who passes words on: "the agency" is the outlet that spoke or passed words on last."""
        named = any(word[0].isupper() for word in phrase.link.name.split())  # "the broadcaster Step TV"
        plain = not named and phrase.definite and phrase.outlet and len(phrase.nouns) > 0 and phrase.nouns <= _outlets(phrase.code)
        for entry in reversed(self._entries) if plain and phrase.link.actor is None else ():
            if entry.link.kind in _PASSERS or (phrase.nouns & entry.nouns and _compatible(entry, phrase)):
                return entry
            if (passer := next((link for link in reversed(entry.via) if link.kind in _PASSERS), None)) is not None:
                return Entry(passer, frozenset(), (), paper=False)
        return self.resolve(phrase, at)

    def call(self, link: Link) -> Link:
        """The body by the name that the article gives it behind a noun."""
        name = link.name if link.kind not in _BODIES else self._called.get(key(link.name), link.name)
        return link if name == link.name else replace(link, name=name)

    def _known_first(self, link: Link) -> Link | None:
        """A phrase that begins with a known surname is that person; what follows is whom he speaks of."""
        words = link.name.split()
        if link.actor is not None or len(words) == 0 or not scripts.is_uncased(words[0]) or (link.kind is Kind.PERSON and len(words) == 1):
            return None
        for count in range(min(3, len(words)), 0, -1):
            name = " ".join(words[:count])
            mention = self._persons.get(_last_key(name))
            if mention is not None and mention.head is not None and f" {key(mention.head)}".endswith(f" {key(name)}"):
                fuller = self._given and link.kind is Kind.PERSON and len(link.office or "") > len(mention.office or "")
                return Link(mention.head, Kind.PERSON, link.span, office=link.office if fuller else mention.office)
        return None

    def last(self) -> Entry | None:
        """Who spoke last."""
        return self._entries[-1] if len(self._entries) > 0 else None

    def last_body(self) -> Entry | None:
        """The body that spoke last."""
        return next((e for e in reversed(self._entries) if e.link.kind in _BODIES - {Kind.COUNTRY}), None)

    def knows(self, name: str) -> bool:
        """Is a person of this surname named with an office, or as a speaker, in the article?"""
        return _last_key(name) in self._persons or any(_last_key(e.link.name) == _last_key(name) for e in self._entries)

    def introduce(self, entry: Entry, *, within: bool = False) -> None:
        """Note who has spoken. Who spoke ``within`` another's words stands behind him: "he added" is the one who told of him."""
        if entry.link.kind is Kind.PERSON:
            self.names.add(_last_key(entry.link.name))
        if within and len(self._entries) > 0:
            self._entries.insert(len(self._entries) - 1, entry)
        else:
            self._entries.append(entry)

    def _via(self, name: str) -> tuple[Link, ...]:
        return next((e.via for e in reversed(self._entries) if e.link.name == name and e.link.unnamed), ())

    def _full(self, link: Link) -> Link:
        """The full name and office of a person who is called by a short form here."""
        for entry in reversed(self._entries):
            if entry.link.kind is Kind.PERSON and _last_key(entry.link.name) == _last_key(link.name):
                longer = entry.link if len(entry.link.name) >= len(link.name) else link
                return replace(
                    longer, span=link.span, office=link.office or entry.link.office, affiliation=link.affiliation or entry.link.affiliation
                )
        mention = self._persons.get(_last_key(link.name)) or self._glued(link)
        if mention is not None and mention.head is not None and len(mention.head) > len(link.name):
            office = link.office or mention.office
            return replace(link, name=mention.head, office=office, affiliation=link.affiliation or find_nation(office or ""))
        return replace(link, name=self._written(link.name, link.span) or link.name) if " " not in link.name else link

    def _written(self, last: str, span: Span | None) -> str | None:
        """The longer form of a last name that the text before ``span`` gives, in a script without capitals."""
        if span is None or not scripts.is_uncased(last):
            return None
        for sentence in self._sentences:
            if sentence.end > span.start:
                return None
            for at in (i for i, word in enumerate(sentence.words) if word == last):
                bits = classes.load(sentence.language or "").of(sentence.keys)
                first = uncased.find_end(sentence.words, bits, (0, at + 1), code=sentence.language or "")
                if first is not None and first < at:
                    return " ".join(sentence.words[first : at + 1])
        return None

    def _glued(self, link: Link) -> Mention | None:
        """A name that a missing space joined to the preposition behind it."""
        word = _last_key(link.name)
        for last, mention in self._persons.items():
            if len(last) > 3 and word != last and word.startswith(last) and word[len(last) :] in _joinable():
                return mention
        return None

    def _by_pronoun(self, phrase: Phrase, at: int) -> Entry | None:
        last = self._mentioned(at, phrase) if phrase.pronoun in {"person", "single"} else None
        for entry in reversed(self._entries):
            if not _agrees(entry, phrase.pronoun or "", self._plurals) or not _may_be(
                entry.link.name, entry.link.office or entry.link.descriptor, phrase
            ):
                continue
            if phrase.link.count is not None and phrase.pronoun == "plural" and entry.link.kind in _BODIES:
                continue  # "L'un d'eux" is one of several persons
            if phrase.gender is not None and entry.agreement is not None and entry.agreement != phrase.gender:
                continue
            if (
                last is not None
                and (
                    entry.link.unnamed
                    or ((phrase.pronoun == "single" or self._declined) and entry.link.kind is Kind.PERSON and entry.link.name != last.head)
                )
                and entry.link.span is not None
                and entry.link.span.end < last.start
                and self._opens(last)
            ):
                break  # somebody named since opens a sentence of his own
            return replace(entry, link=replace(entry.link, span=phrase.link.span))
        if last is not None and last.head is not None:
            return Entry(Link(last.head, Kind.PERSON, phrase.link.span, office=last.office), frozenset(), (), paper=False)
        return None

    def recall(self, at: int) -> Entry | None:
        """Who was spoken of last before character ``at``, as a pronoun would find him."""
        return self._by_pronoun(Phrase(Link("", Kind.PERSON), frozenset(), definite=False, pronoun="single", paper=False, code=""), at)

    def _mentioned(self, at: int, phrase: Phrase) -> Mention | None:
        """The last person named before character ``at`` whom the pronoun may mean."""
        before = bisect_right(self._mentions, at, key=lambda mention: mention.end)
        fitting = [m for m in self._mentions[max(0, before - _MENTIONS) : before] if _may_be(m.head or m.label, m.office, phrase)]
        told = [m for m in fitting if phrase.sex is not None and sex.find(m.head or m.label, m.office, phrase.code) == phrase.sex]
        return next(reversed(told or fitting), None)

    def _opens(self, mention: Mention) -> bool:
        """Does the mention stand at the head of its sentence?"""
        before = bisect_right(self._sentences, mention.start, key=lambda sentence: sentence.start)
        led = len(mention.office or "") if self._declined else 0  # "Официальный представитель движения | Ахмад Сали"
        return before > 0 and mention.start - self._sentences[before - 1].start <= max(_HEAD, led + 2)

    def _holder(self, phrase: Phrase) -> Entry | None:
        """An office without a name is that of the person whom the article names with the very same office."""
        words = frozenset(_words(phrase.link.name))
        if len(words) < _OFFICE or phrase.link.count is not None or not words & _titles(phrase.code):
            return None
        held = {m.head: m for m in self._holders if frozenset(_words(m.office or "")) == words}
        if len(held) != 1:
            return None
        ((head, mention),) = held.items()
        link = Link(head or mention.label, Kind.PERSON, phrase.link.span, office=mention.office, affiliation=phrase.link.affiliation)
        return Entry(link, phrase.nouns, self._via(link.name), phrase.paper)

    def _agreeing(self, agreement: str | None) -> Entry | None:
        """The last speaker, or, where the verb shows that it is another, the last one that it agrees with."""
        if len(self._entries) == 0:
            return None
        last = self._entries[-1]
        if agreement is None or last.agreement is None or (last.agreement == agreement and not _is_plural(last.link, self._plurals)):
            return last
        if agreement == PLURAL:
            return next((e for e in reversed(self._entries) if _is_plural(e.link, self._plurals)), last)
        return next((e for e in reversed(self._entries) if e.agreement == agreement and not _is_plural(e.link, self._plurals)), last)

    def _same(self, phrase: Phrase) -> Entry | None:
        """ "The same speaker", "المتحدث ذاته": whoever spoke last and may be called so."""
        if not phrase.same or any(phrase.nouns & entry.nouns for entry in self._entries):
            return None
        if phrase.link.unnamed and grammar.load(phrase.code).head_first:
            return self._entries[-1] if len(self._entries) > 0 else None  # "de même source": whoever it was
        body = phrase.link.kind in _BODIES
        return next((e for e in reversed(self._entries) if (e.link.kind in _BODIES) == body), None)

    def _earlier(self, phrase: Phrase) -> Entry | None:
        """The latest speaker whose office, name or descriptor holds the phrase's noun."""
        if len(phrase.nouns) == 0 or (phrase.link.actor is not None and not phrase.link.unnamed):
            return None
        body = phrase.link.kind in _BODIES
        for entry in reversed(self._entries):
            shared = phrase.nouns & entry.nouns
            if len(shared) > 0 and _compatible(entry, phrase) and (entry.link.kind in _BODIES) == body:
                return _owner(entry, shared, phrase.code) or entry
            if body:
                continue
            office = frozenset(_words(entry.link.office or ""))
            if entry.link.kind is Kind.PERSON and any(n in office or any(w.endswith(n) for w in office) for n in phrase.nouns):
                return entry
        return (
            self._by_office(phrase)
            or self._by_generic(phrase)
            or self._by_mention(phrase)
            or self._by_medium(phrase)
            or self._by_body(phrase)
        )

    def _by_body(self, phrase: Phrase) -> Entry | None:
        """ "The organisation" is the body that spoke last, where the phrase has no name of its own."""
        again = frozenset(map(key, speakers.load(phrase.code).bodies_again))
        if phrase.link.kind not in _BODIES or not phrase.nouns <= again or phrase.link.affiliation is not None:
            return None
        if any(word[0].isupper() and not word.isupper() for word in phrase.link.name.split()):
            return None
        wanted = _PASSERS if phrase.nouns & _outlets(phrase.code) else _BODIES
        return next((e for e in reversed(self._entries) if e.link.kind in wanted and not e.link.unnamed), None)

    def _by_office(self, phrase: Phrase) -> Entry | None:
        """ "The ministry" is that of the minister named before: "Iraqi Border Minister" gives "Iraqi Border Ministry"."""
        for title, body in speakers.load(phrase.code).offices.items():
            if key(body) not in phrase.nouns:
                continue
            further = frozenset(_words(phrase.link.name)) - phrase.nouns - _articles(phrase.code)
            holders = (*(e.link.office for e in reversed(self._entries)), *(m.office for m in reversed(self._holders)))
            for office in holders:
                words = (office or "").split()
                at = next((i for i, w in enumerate(words) if key(w) == key(title)), None)
                if (
                    at is not None
                    and len(words) > 1
                    and further <= set(map(key, words))
                    and not _is_longer(office or "", title, phrase.code)
                ):
                    cased = body.capitalize() if words[at][0].isupper() else body
                    name = " ".join((*words[:at], cased, *words[at + 1 :]))
                    return Entry(Link(name, Kind.ORGANISATION, affiliation=find_nation(office or "")), phrase.nouns, (), paper=True)
        return None

    def _by_mention(self, phrase: Phrase) -> Entry | None:
        """ "The envoy" is the person the article names with that office, if there is one such person."""
        if phrase.link.kind in _BODIES:
            return None
        held = {m.head: m for m in self._holders if phrase.nouns & frozenset(_words(m.office or ""))}
        if len(held) == 0 and phrase.nouns <= _generic(phrase.code) and not _is_plural(phrase.link, self._plurals):
            held = {m.head: m for m in self._holders}  # "L'officier", of the one who is a colonel
        if len(held) != 1:
            return None
        ((head, mention),) = held.items()
        return Entry(Link(head or mention.label, Kind.PERSON, office=mention.office), phrase.nouns, (), paper=False)

    def _by_generic(self, phrase: Phrase) -> Entry | None:
        """ "The official" is the last person who was given with an office or without a name."""
        if phrase.link.affiliation is not None or not phrase.nouns <= _generic(phrase.code):
            return None
        if phrase.link.kind in _BODIES:
            return next((e for e in reversed(self._entries) if e.link.kind in {Kind.ORGANISATION, Kind.GROUP}), None)
        if _is_plural(phrase.link, self._plurals):
            return next((e for e in reversed(self._entries) if e.link.unnamed and _is_plural(e.link, self._plurals)), None)
        called = sex.find("", phrase.link.name, phrase.code)  # "женщина": a person of whom nothing else is told
        return next(
            (
                e
                for e in reversed(self._entries)
                if e.link.office is not None
                or (self._given and e.link.kind is Kind.PERSON)
                or (
                    called is not None
                    and e.link.kind is Kind.PERSON
                    and sex.find(e.link.name, e.link.office, phrase.code) in {None, called}
                )
                or (e.link.unnamed and not _is_plural(e.link, self._plurals) and not _is_correspondent(e, phrase))
            ),
            None,
        )

    def _by_medium(self, phrase: Phrase) -> Entry | None:
        """ "The statement" and "the outlet" point to the body that spoke last."""
        if phrase.paper or phrase.nouns & _outlets(phrase.code):
            wanted = _PASSERS if not phrase.paper else _BODIES - {Kind.COUNTRY}
            found = [e for e in self._entries if e.link.kind in wanted]
            issuers = [e for e in found if e.link.kind not in _PASSERS or not phrase.paper]  # an outlet was told, or cited
            return next(reversed(issuers or found), None)
        return None

    def last_outlet(self) -> Entry | None:
        """The outlet that passed words on last."""
        passed = (link for entry in reversed(self._entries) for link in reversed(entry.via) if link.kind in _PASSERS)
        link = next(passed, None)
        return None if link is None else Entry(link, frozenset(), (), paper=False)


@cache
def _generic(code: str) -> frozenset[str]:
    return frozenset(key(word) for word in speakers.load(code).generic)


@cache
def _titles(code: str) -> frozenset[str]:
    return frozenset(key(word) for word in speakers.load(code).titles)


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset(grammar.load(code).definites)


def _is_longer(office: str, title: str, code: str) -> bool:
    """Does the office hold a title of several words that ends in this one ("prime minister")?"""
    longer = (other for other in speakers.load(code).offices if other != title and other.endswith(f" {title}"))
    return any(other in key(office) for other in longer)


@cache
def _outlets(code: str) -> frozenset[str]:
    return frozenset(key(word) for word in speakers.load(code).outlets)


@cache
def _ones() -> frozenset[str]:
    """Words that count one ("un élu", "l'un des habitants")."""
    return frozenset(
        word for code in pack.codes() if grammar.load(code).head_first for word in (*grammar.load(code).singulars, "l'un", "l'une")
    )


@cache
def _joinable() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in grammar.load(code).prepositions if scripts.is_uncased(word))


def _is_correspondent(entry: Entry, phrase: Phrase) -> bool:
    """Who asks is nobody's spokesman."""
    return bool(entry.nouns & frozenset(map(key, speakers.load(phrase.code).correspondents)))


def _is_outlet(article: Article, mention: Mention) -> bool:
    """ "The private station | Kanali Blu": a name behind an outlet's noun is no person."""
    before = article.text[max(0, mention.start - _BEFORE) : mention.start].split()
    return len(before) > 0 and article.language in pack.codes() and key(before[-1]) in _outlets(article.language or "")


def _may_be(name: str, office: str | None, phrase: Phrase) -> bool:
    """Does nothing in name or office speak against the pronoun?"""
    return phrase.sex is None or sex.find(name, office, phrase.code) in {None, phrase.sex}


def _agrees(entry: Entry, pronoun: str, plurals: tuple[str, ...]) -> bool:
    link = entry.link
    if pronoun == "person":
        return link.kind in {Kind.PERSON, Kind.OFFICE} or (link.unnamed and not _is_plural(link, plurals))
    if pronoun == "body":
        return link.kind in _BODIES
    if pronoun == "single":
        return (
            (link.kind not in _BODIES or link.count is None) and not (link.unnamed and _is_plural(link, plurals)) and len(link.members) == 0
        )
    return link.kind in _BODIES or _is_plural(link, plurals) or len(link.members) > 0


def _is_plural(link: Link, endings: tuple[str, ...]) -> bool:
    if link.count is not None and key(link.count).split()[0] in _ones():
        return False
    words = key(link.descriptor or link.name).split()
    if len(words) > 0 and words[0] in _plurals():
        return True
    return link.count is not None or any(w.endswith(endings) and len(w) > 3 and not w.endswith(_OWNERS) for w in words[-2:])


@cache
def _plurals() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in speakers.load(code).plurals)


def _owner(entry: Entry, shared: frozenset[str], code: str) -> Entry | None:
    """ "The ministry", behind "the press office of the ministry of transport", where the owner stands last: "المكتب الإعلامي | لوزارة النقل"."""
    words = entry.link.name.split()
    if grammar.load(code).definite_prefix == "" or entry.link.kind is not Kind.ORGANISATION or entry.link.actor is not None:
        return None
    bare = [unjoin(code, word) for word in words]
    at = next((i for i, word in enumerate(bare) if without_article(key(word)) in shared), 0)
    if at == 0 or bare[at] == words[at]:
        return None
    return Entry(replace(entry.link, name=" ".join((bare[at], *words[at + 1 :]))), shared, entry.via, entry.paper)


def _compatible(entry: Entry, phrase: Phrase) -> bool:
    """Nothing in the phrase may speak against the entry: another nation, another body."""
    there, here = entry.link.affiliation, phrase.link.affiliation
    return there is None or here is None or there == here


def _last_key(name: str) -> str:
    return surname(key(name).split()[-1])


def _words(text: str) -> list[str]:
    return [without_article(word) for word in key(text).split()]
