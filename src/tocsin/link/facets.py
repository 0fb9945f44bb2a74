"""What an article is about, as weighted keys: actors, places, days, numbers, concepts, words. An article enters, its facets leave.

The keys are the same in every language but for the words. What stands in the title and the lead weighs most.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from tocsin.lang import actors as actors_pack
from tocsin.lang import concepts, pack, speakers
from tocsin.lang.clitics import proclitics
from tocsin.lang.concepts import Sort
from tocsin.lang.scripts import is_uncased
from tocsin.lang.terms import Hit
from tocsin.link.actors import Actors
from tocsin.link.function_words import function_words
from tocsin.link.names import list_named
from tocsin.link.published import day
from tocsin.link.skeleton import sound
from tocsin.model import Article, Genre, Kind, Role, Sentence
from tocsin.store import View

_LEAD = 6  # sentences that make the lead, title included
_FIRST = 4  # sentences that say where the main thing happened, and who met
_STEPS = (1.2, 1.0, 1.0, 0.8, 0.7, 0.7)  # what a word weighs by the sentence it stands in, the title first
_LATER = 0.3
_ACTORS = {Kind.PERSON: 3.0, Kind.GROUP: 2.0, Kind.ORGANISATION: 2.0, Kind.OFFICE: 2.0, Kind.COUNTRY: 0.6}
_CONCEPTS = {Sort.HAPPENING: 1.0, Sort.COURSE: 0.6}
_OTHER = 0.3
_PLACE, _DAY, _FIGURE, _WORD, _NAME, _SITE, _SAYING = 2.0, 1.2, 2.0, 0.5, 1.2, 2.5, 0.7
_AGAIN = 0.15
_PROVINCE = 6  # places known more exactly than this tell where
_SMALL = 5  # numbers below this are in every article
_CHANCE = 13
_SHORTEST = 4
_STEM = 6

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A call, a meeting, a visit that the lead tells of, and the persons in it."""

    concepts: frozenset[str]
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facets:
    """``weights`` by key. ``sites`` and ``happenings`` are those of the first sentences, ``tolls`` how many of what they or the
    next ones count, ``lead`` is what likeness of meaning is asked of.
    """

    article: str
    language: str | None
    published: date | None
    weights: dict[Key, float]
    encounter: Encounter | None
    places: frozenset[str]
    days: frozenset[date]
    sites: frozenset[Key]
    happenings: frozenset[str]
    tolls: frozenset[tuple[str, float]]
    lead: str
    live: bool


def read(view: View, article: Article, actors: Actors) -> Facets:
    """Return what an article is about."""
    sentences = view.sentences(article)
    lead_end = sentences[min(_LEAD, len(sentences)) - 1].end if len(sentences) > 0 else 0
    first_end = sentences[min(_FIRST, len(sentences)) - 1].end if len(sentences) > 0 else 0
    steps = _Steps(tuple(s.start for s in sentences))
    weights: dict[Key, float] = defaultdict(float)
    for mention in list_named(article):
        if mention.kind in _ACTORS:
            _add(weights, ("actor", actors.of(mention, article)), _ACTORS[mention.kind] * steps.at(mention.start))
    for place in article.places:
        if (place.precision or 1) < _PROVINCE:
            _add(weights, ("place", place.gazetteer or place.name), _PLACE * steps.at(place.start))
    for time in article.times:
        if time.first is not None and time.first == time.last:
            _add(weights, ("day", time.first.isoformat()), _DAY * steps.at(time.start))
    for figure in article.figures:
        if figure.low is not None and figure.low >= _SMALL:
            _add(weights, ("figure", figure.of or "", f"{figure.low:g}"), _FIGURE * steps.at(figure.start))
    for sentence in sentences:
        _add_words(weights, sentence, steps.at(sentence.start))
    for key in _sayings(article, sentences, actors):
        _add(weights, key, _SAYING)
    early = frozenset(p.gazetteer or p.name for p in article.places if p.start < lead_end and (p.precision or 1) < _PROVINCE)
    encounter = _encounter(article, sentences[:_FIRST], actors)
    sites, happenings = _setting(sentences[:_FIRST])
    return Facets(
        article=article.id,
        language=article.language,
        published=day(article),
        weights=dict(weights),
        encounter=encounter,
        places=early,
        days=frozenset(t.first for t in article.times if t.start < first_end and t.first is not None and t.first == t.last),
        sites=sites,
        happenings=happenings,
        tolls=frozenset(_tolls(article, lead_end)),
        lead=_lead_text(article, sentences),
        live=article.genre is Genre.LIVE,
    )


def _tolls(article: Article, end: int) -> Iterator[tuple[str, float]]:
    """How many it happened to: numbers too large to recur by chance."""
    for figure in article.figures:
        concept = concepts.world().get(figure.of or "")
        if figure.start < end and figure.low is not None and figure.low >= _CHANCE and concept is not None and concept.predicate:
            yield figure.of or "", figure.low


@dataclass(frozen=True, slots=True)
class _Steps:
    """The starts of the sentences, for what a place in the text weighs."""

    starts: tuple[int, ...]

    def at(self, start: int) -> float:
        number = bisect_right(self.starts, start) - 1
        return _STEPS[number] if 0 <= number < len(_STEPS) else _LATER


def find_sites(view: View, article: Article) -> frozenset[str]:
    """Return what tells where an article plays: its places, the sites it names, and what may be names in its first sentences."""
    sentences = view.sentences(article)
    heard = {f"name {key[1]}" for sentence in sentences[:_FIRST] for key in _names(sentence)}
    return frozenset(find_places(article) | heard | {" ".join(site) for site in _setting(sentences)[0]})


def find_places(article: Article) -> frozenset[str]:
    """Return the places of an article that are known more exactly than a province."""
    return frozenset(place.gazetteer or place.name for place in article.places if (place.precision or 1) < _PROVINCE)


def _names(sentence: Sentence) -> Iterator[Key]:
    """Sounds of what may be names in a sentence: capitals in Latin script, in Arabic whatever is no known word."""
    weights: dict[Key, float] = defaultdict(float)
    _add_words(weights, sentence, 1.0)
    yield from (key for key in weights if key[0] == "name")


def _add(weights: dict[Key, float], key: Key, weight: float) -> None:
    """Repetition adds little, so that a long article is not about everything."""
    weights[key] = max(weights[key], weight) + (_AGAIN * weight if weights[key] > 0 else 0.0)


def _add_words(weights: dict[Key, float], sentence: Sentence, step: float) -> None:
    code = sentence.language
    hits = list(concepts.load(code).find(sentence.keys)) if code in pack.codes() and code is not None else []
    for hit in hits:
        _add(weights, ("concept", hit.value), _CONCEPTS.get(concepts.world()[hit.value].kind, _OTHER) * step)
    for site, _ in _sites(sentence, hits):
        _add(weights, site, _SITE * step)
    stops = _stops(code)
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    for index, key in enumerate(sentence.keys):
        if len(key) >= _SHORTEST and key not in stops and not key[0].isdigit():
            name = index > 0 and sentence.words[index][0].isupper()
            _add(weights, ("word", code or "", key[:_STEM]), (_NAME if name else _WORD) * step)
            if index not in taken and (name or is_uncased(key)):
                for heard in _sounds(key, code):
                    _add(weights, ("name", heard), _NAME * step)


@lru_cache(maxsize=100_000)
def _sounds(key: str, code: str | None) -> tuple[str, ...]:
    """How a word that may be a name sounds, also without a letter that its language joins to its front; too short ones tell nothing."""
    joined = proclitics(code) if code in pack.codes() and code is not None else ()
    forms = [key, key[1:]] if key[0] in joined else [key]
    return tuple(heard for heard in (sound(form) for form in forms) if len(heard.replace(" ", "")) > 3)


def _sayings(article: Article, sentences: Sequence[Sentence], actors: Actors) -> Iterator[Key]:
    """Who speaks of what: two reports of one statement share this in any language."""
    starts = tuple(s.start for s in sentences)
    for statement in article.statements:
        if statement.own or statement.speaker.unnamed:
            continue
        speaker = actors.identity(actors.of(statement.speaker, article)).family
        for span in statement.content:
            number = bisect_right(starts, span.start) - 1
            if number < 0 or sentences[number].language not in pack.codes():
                continue
            for hit in concepts.load(sentences[number].language or "").find(sentences[number].keys):
                yield ("said", speaker, hit.value)


def _setting(sentences: Sequence[Sentence]) -> tuple[frozenset[Key], frozenset[str]]:
    """Return the sites that the first sentences name, and what happens in them."""
    sites, happenings = set[Key](), set[str]()
    for sentence in sentences:
        if sentence.language in pack.codes() and sentence.language is not None:
            hits = list(concepts.load(sentence.language).find(sentence.keys))
            sites.update(site for site, _ in _sites(sentence, hits))
            happenings.update(hit.value for hit in hits if concepts.world()[hit.value].kind is Sort.HAPPENING)
    return frozenset(sites), frozenset(happenings)


def name_keys(view: View, articles: Sequence[Article]) -> dict[Key, str]:
    """Return places and sites as the articles write them, the first article's words before those of others."""
    found: dict[Key, str] = {}
    for article in articles:
        for place in article.places:
            found.setdefault(("place", place.gazetteer or place.name), article.text[place.start : place.end])
        for sentence in view.sentences(article):
            if sentence.language in pack.codes() and sentence.language is not None:
                for site, words in _sites(sentence, list(concepts.load(sentence.language).find(sentence.keys))):
                    found.setdefault(site, words)
    return found


def _sites(sentence: Sentence, hits: Sequence[Hit[str]]) -> Iterator[tuple[Key, str]]:
    """Places called by what they are: "Wadi prison", "سجن الوادي". The name goes by sound, so that both are one."""
    stops = _stops(sentence.language)
    for hit in hits:
        if concepts.world()[hit.value].kind is not Sort.PLACE:
            continue
        latin = not is_uncased(sentence.words[hit.first])
        index = hit.first - 1 if latin else hit.last
        if not 0 <= index < len(sentence.keys):
            continue
        word, key = sentence.words[index], sentence.keys[index]
        if key in stops or len(key) < 3 or (latin and not word[0].isupper()) or (not latin and not is_uncased(word)):
            continue
        heard = sound(key)
        if len(heard) > 1:
            words = sentence.words[min(index, hit.first) : max(index + 1, hit.last)]
            yield ("site", hit.value, heard), " ".join(words)


@cache
def _stops(code: str | None) -> frozenset[str]:
    if code not in pack.codes() or code is None:
        return frozenset()
    kinds = ("prepositions", "complementizers", "auxiliaries", "determiners", "adverbs", "times")
    return frozenset((*actors_pack.load().adjectives, *speakers.load(code).regions)) | function_words(code, *kinds)


def _encounter(article: Article, lead: tuple[Sentence, ...], actors: Actors) -> Encounter | None:
    """Return the encounter that the lead tells of: the persons named or quoted in its sentences that speak of one."""
    named, telling = set[str](), list[Sentence]()
    for sentence in lead:
        if sentence.language in pack.codes() and sentence.language is not None:
            found = {hit.value for hit in concepts.load(sentence.language).find(sentence.keys) if concepts.world()[hit.value].between}
            named |= found
            telling += [sentence] if len(found) > 0 else []
    if len(named) == 0:
        return None
    persons = _persons(article, telling, actors)
    if len(persons) < 2:
        # "Told the envoy …", and only then "in the telephone call": the first body sentence names who met.
        persons |= _persons(article, [s for s in lead if s.paragraph > lead[0].paragraph][:1], actors)
    # Whom no article gives a full name is too little known to tell two encounters apart.
    return Encounter(frozenset(named), frozenset(actor for actor in persons if " " in actors.name(actor)))


def _persons(article: Article, sentences: Sequence[Sentence], actors: Actors) -> set[str]:
    """Return the persons whom sentences name, or quote."""
    persons = set[str]()
    named = [m for m in list_named(article) if m.kind is Kind.PERSON]
    for sentence in sentences:
        persons |= {actors.of(m, article) for m in named if sentence.start <= m.start < sentence.end}
        for statement in article.statements:
            said_here = any(sentence.start <= span.start < sentence.end for span in statement.content)
            if statement.speaker.kind is Kind.PERSON and said_here:
                persons.add(actors.of(statement.speaker, article))
    return persons


def _lead_text(article: Article, sentences: tuple[Sentence, ...]) -> str:
    titles = [p for p in article.paragraphs if p.role is Role.TITLE]
    title = article.text[titles[0].start : titles[0].end] if len(titles) > 0 else article.title or ""
    body = [s for s in sentences if all(s.start >= t.end for t in titles)]
    first = article.text[body[0].start : body[0].end] if len(body) > 0 else ""
    return f"{title}. {first}".strip(". ")
