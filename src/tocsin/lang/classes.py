"""Word classes: one integer of bits a word, from the grammar and speaker packs, for the scans of reading stages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tocsin.lang import actors, calendar, cases, cues, grammar, inflection, language, names, pack, speakers
from tocsin.lang.cases import Noun
from tocsin.lang.clitics import unjoin
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split

COMPLEMENTIZER = 1 << 0
QUESTION = 1 << 1
AUXILIARY = 1 << 2
ADVERB = 1 << 3
PREPOSITION = 1 << 4
SUBORDINATOR = 1 << 5
COORDINATOR = 1 << 6
DETERMINER = 1 << 7
RELATIVE = 1 << 8
PRONOUN = 1 << 9
OPENER = 1 << 10
VERB = 1 << 11
TIME = 1 << 12
NEGATION = 1 << 13
COMMA = 1 << 14
TITLE = 1 << 15
ROLE = 1 << 16
BODY = 1 << 17
PAPER = 1 << 18
UNNAMED = 1 << 19
SPOKESPERSON = 1 << 20
COLLECTIVE = 1 << 21
CONNECTOR = 1 << 22
NATION = 1 << 23
PUNCTUATION = 1 << 24
PASSIVE = 1 << 25
AGENCY = 1 << 26
REGION = 1 << 27
CUE = 1 << 28
NAME = 1 << 29
CLITIC = 1 << 30
ENDING = 1 << 31  # the case ending of the name before it

_STEM = 2  # letters of a noun, without endings
SPEAKING = ROLE | BODY | PAPER | UNNAMED | TITLE | AGENCY
_INFLECTED = ROLE | BODY | PAPER | UNNAMED | TITLE | AGENCY | COLLECTIVE | SPOKESPERSON
FUNCTION = (
    COMPLEMENTIZER
    | QUESTION
    | AUXILIARY
    | PREPOSITION
    | SUBORDINATOR
    | COORDINATOR
    | DETERMINER
    | RELATIVE
    | PRONOUN
    | OPENER
    | NEGATION
    | ADVERB
)
_WHEN = TIME | ADVERB
_NOMINAL = SPOKESPERSON | COLLECTIVE | REGION | TIME


def _cue_words(code: str) -> list[str]:
    """Forms of the verbs of saying: in a script without capitals they are no part of a name."""
    words, order = cues.load(code), grammar.load(code)
    told = [form for verb in words.verbs if verb.hearer for form in grammar.suffixed(verb.forms, order.hearer_pronouns, order)]
    return [form for verb in words.verbs for form in (*verb.forms, *verb.participles, *verb.bare)] + list(words.light) + told


def _decline(nouns: tuple[str, ...], oblique: Mapping[str, str]) -> tuple[str, ...]:
    """The nouns with the endings they take behind a preposition ("مسؤولون", "مسؤولين")."""
    pairs = oblique.items()
    return (*nouns, *(noun.removesuffix(own) + other for noun in nouns for own, other in pairs if noun.endswith(own)))


@cache
def objects(code: str) -> re.Pattern[str]:
    """The shapes of verbal nouns that begin an object; never a word with the article."""
    language_words = grammar.load(code)
    article = language_words.definite_prefix
    shapes = "|".join(language_words.objects) or r"(?!)"
    if article == "":
        return re.compile(shapes)
    own = (
        "|".join(shape for shape in language_words.objects if shape.startswith(f"^{article}")) or r"(?!)"
    )  # "إلقاء" begins as with an article
    return re.compile(rf"(?:{own})|(?!{article}\w{{3}})(?:{shapes})")


class Classes:
    """The classes of one language. ``of`` answers for a row of keys; a joined conjunction is looked through."""

    def __init__(self, code: str) -> None:
        words, people = grammar.load(code), speakers.load(code)
        self._table: dict[str, int] = {}
        self._conjunctions = words.conjunctions
        self._code = code
        self._declined = inflection.is_declined(code)
        self._spelled = people.spelled
        self._capitals = calendar.list_dates(code) if pack.load(code, "times", calendar.Times).capitals else frozenset()
        self._joined = tuple(
            p.partition(":")[0] for p in language.load(code).proclitics if p not in self._conjunctions and p != words.definite_prefix
        )
        self._letters = tuple(letter for letter in words.joined if len(letter) == 1)
        self._endings = words.adverb_endings
        self._compounds = tuple(f"-{word}" for word in words.compounds)
        pronouns = [word for group in words.pronouns.values() for word in group]
        for bit, terms in (
            (COMPLEMENTIZER, words.complementizers),
            (QUESTION, words.questions),
            (AUXILIARY, words.auxiliaries),
            (ADVERB, words.adverbs),
            (PREPOSITION, words.prepositions),
            (SUBORDINATOR, words.subordinators),
            (COORDINATOR, words.coordinators),
            (DETERMINER, words.determiners),
            (RELATIVE, words.relatives),
            (PRONOUN, pronouns),
            (OPENER, words.openers),
            (VERB, words.verbs),
            (TIME, words.times),
            (NEGATION, words.negations),
            (COMMA, words.commas),
            (PASSIVE, words.passives),
            (ROLE, _decline(inflection.inflect(code, people.roles), words.oblique)),
            (BODY, inflection.inflect(code, people.bodies)),
            (PAPER, inflection.inflect(code, people.papers)),
            (UNNAMED, _decline(inflection.inflect(code, people.unnamed), words.oblique)),
            (SPOKESPERSON, inflection.inflect(code, people.spokespersons)),
            (COLLECTIVE, inflection.inflect(code, people.collective)),
            (CONNECTOR, people.connectors),
            (REGION, people.regions),
            (CLITIC, words.clitics),
            (NAME, inflection.inflect_names(code, people.names)),
            (CUE, _cue_words(code)),
        ):
            self._add(bit, terms)
            if words.definite_prefix != "" and bit & (ROLE | BODY | PAPER | UNNAMED | SPOKESPERSON):
                self._add(bit, (f"{words.definite_prefix}{term}" for term in terms))
        self._nouns = Terms({form: True for noun in cues.load(code).nouns for form in noun.forms})
        self._add(NATION, actors.load().adjectives)
        if self._declined:  # a country's name in the genitive stands where others have an adjective
            self._add(NATION, (name for country in names.load(code).nations.values() for name in (*country.names, *country.seats)))
        titles = inflection.inflect(code, people.titles)
        for term in (*titles, *inflection.inflect(code, people.agencies)):
            bit = TITLE if term in titles else AGENCY
            for word in split(term):
                if not self._table.get(word, 0) & (FUNCTION | BODY | REGION):
                    self._table[word] = self._table.get(word, 0) | bit

        self._known = frozenset(self._table)
        derived = self._add_roots(code)
        self._cases = cases.load(code)
        self._nouns_read: dict[str, Noun] = {}
        nominal = frozenset(word for word, bits in self._table.items() if bits & (SPEAKING | _NOMINAL))
        self._nominal = nominal - derived if self._cases is not None else frozenset()
        self._role = re.compile("|".join(people.role_patterns) or r"(?!)")
        self._verb = re.compile("|".join(words.verb_patterns) or r"(?!)")
        self._inflections = tuple(sorted(words.inflections.items(), key=lambda pair: -len(pair[0])))
        for word in [w for w in self._table if len(w) > 3 and w[0] in self._conjunctions]:
            self._table[word] |= self._table.get(word[1:], 0)

    def _add_roots(self, code: str) -> frozenset[str]:
        """A word that a longer term holds ("parti sözcüsü") is a form of its own noun, too; return all such words."""
        derived: list[str] = []
        own = cases.load(code)
        nominal = frozenset(word for word, bits in self._table.items() if bits & (SPEAKING | _NOMINAL))
        for word in nominal if own is not None else ():
            noun = None if own is None else own.read(word, nominal - {word})
            if noun is not None and noun.case is None:
                self._table[word] |= self._table[noun.root] & (SPEAKING | _NOMINAL)
                derived.append(word)
        return frozenset(derived)

    def _add(self, bit: int, terms: Iterable[str]) -> None:
        for term in terms:
            keys = split(term)
            if len(keys) == 1:
                self._table[keys[0]] = self._table.get(keys[0], 0) | bit

    def of(self, keys: Sequence[str], words: Sequence[str] = ()) -> list[int]:
        """The classes of ``keys``. Where ``words`` are given, a name that folds to a function word ("علي") is told by its spelling."""
        table = self._table
        bits = [table[k] if k in table else self._remember(k) for k in keys]
        if not self._spelled.keys().isdisjoint(words):
            for at in (i for i in range(len(words)) if words[i] in self._spelled):
                if self._spelled[words[at]] == "title":
                    bits[at] = TITLE | ROLE
                elif at > 0 and bits[at - 1] & (TITLE | CONNECTOR | NAME) and not bits[at - 1] & PREPOSITION:
                    bits[at] = NAME
        for at in range(1, len(words)):
            if bits[at] & _WHEN and words[at][0].isupper() and words[at - 1][0].isupper() and not self._is_dated(keys, bits, at):
                bits[at] &= ~_WHEN  # "the Khmer | Morning | Post", "the Sudd | Weekly |"
        return bits

    def _is_dated(self, keys: Sequence[str], bits: Sequence[int], at: int) -> bool:
        """A day or month, whose capital makes no name of it, or what stands behind one: "Sunday | Morning"."""
        return keys[at] in self._capitals or bool(bits[at - 1] & TIME)

    def unjoin(self, word: str) -> str:
        """The word without the prepositions joined to it, where only that is a word the packs know."""
        return word if word in self._known else unjoin(self._code, word)

    def noun(self, word: str) -> Noun:
        """The word without its case ending, and the case; an unknown word by the look of its ending."""
        if self._cases is None or len(word) == 0:
            return Noun(word, word, None)
        if word[0] == "'":
            return Noun("", "", self._cases.of_ending(word[1:]))
        found = self._nouns_read.get(word)
        if found is None:
            found = self._cases.read(word, self._nominal) or self._cases.guess(word)
            if len(self._nouns_read) < 300_000:
                self._nouns_read[word] = found
        return found

    def root(self, word: str) -> str:
        """The noun that a word is a form of: without joined prepositions, without endings."""
        return self.unjoin(word) if self._cases is None else self.noun(word).root

    def _remember(self, word: str) -> int:
        bits = 0
        if not word[0].isalnum():
            bits = ENDING if self._cases is not None and len(word) > 1 and word[0] == "'" else PUNCTUATION
        elif len(word) > 2 and word[0] in self._conjunctions:
            bits = self._table.get(word[1:], 0)
        elif self._role.match(word) is not None:
            bits = ROLE
        elif self._verb.match(word) is not None:
            bits = VERB
        elif (inflected := self._inflected(word)) != 0:
            bits = inflected
        elif len(self._joined) > 0 and len(word) > 3 and word.startswith(self._joined):
            bits = self._table.get(unjoin(self._code, word), 0) & (BODY | PAPER | AGENCY)
        elif self._declined and "-" in word:
            bits = self._table.get(word.rpartition("-")[2], 0) & (
                SPEAKING | SPOKESPERSON | COLLECTIVE
            )  # a compound is what its last part is
        elif self._cases is not None and (noun := self._cases.read(word, self._nominal)) is not None:
            bits = self._table[noun.root] & (SPEAKING | _NOMINAL)
        elif len(word) > 4 and word.endswith(self._endings):
            bits = ADVERB
        elif "-" in word and word.endswith(self._compounds):
            bits = NATION  # "the London-based weekly", "the Iran-backed militia"
        if next(self._nouns.find((word,)), None) is not None or (bits == 0 and self._is_deed(word)):
            bits |= CUE
        if len(self._table) < 300_000:
            self._table[word] = bits
        return bits

    def _is_deed(self, word: str) -> bool:
        """A verbal noun, be it behind a preposition joined to it ("بوقوع")."""
        deed = objects(self._code)
        return deed.match(word) is not None or (word.startswith(self._letters) and deed.match(word[1:]) is not None)

    def _inflected(self, word: str) -> int:
        """What a noun is behind its endings: "سخنگوی", "نمایندگان"."""
        for ending, instead in self._inflections:
            stem = word.removesuffix(ending) + instead
            if word.endswith(ending) and len(stem) > _STEM and (bits := self._table.get(stem, 0) & _INFLECTED) != 0:
                return bits
        return 0


@cache
def load(code: str) -> Classes:
    return Classes(code)
