"""Names across scripts: how alike two spellings of one name sound, in Latin letters, in those of ``packs/world/sounds.yml``, or in both.

A name enters as written; what leaves is a skeleton of consonant classes (to find candidates by) or a likeness from 0 to 1.
"""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from tocsin.lang import sounds
from tocsin.lang.clitics import definite_prefixes
from tocsin.lang.fold import key
from tocsin.lang.sounds import Letters

# Fine consonants are one letter each; classes that one spelling or the other confuses share a letter in _COARSE.
_DIGRAPHS = (
    ("tsch", "S"), ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("kh", "X"), ("gh", "G"), ("th", "T"), ("dh", "D"), ("ph", "f"),
    ("dj", "j"), ("zh", "z"), ("tz", "s"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"),
    ("ei", "I"), ("ai", "I"), ("ay", "I"), ("ey", "I"), ("aw", "U"), ("au", "U"),
)  # fmt: skip
_LATIN = dict(zip("bpcdfvghjklmnqrstwyz", "bbkdffGhjklmnkrstwyz", strict=True)) | {c: c for c in "SCXGTDIU"}
_WEIGHT = 0.7
_COARSE = str.maketrans({"T": "t", "X": "k", "D": "d", "C": "s", "S": "s", "G": "k", "j": "k", "z": "s", "h": "", "w": "", "y": ""})
_VOWELS = "aeiouIU"
_SOFT = frozenset(
    {
        "Gj",
        "GX",
        "Xh",
        "Xk",
        "Gk",
        "jk",
        "Ts",
        "Tt",
        "Dd",
        "Dz",
        "Sj",
        "CS",
        "Cs",
        "Ck",
        "CX",
        "ss",
        "sz",
        "dz",
        "ks",
        "fw",
        "jy",
        "hk",
        "Ss",
        "jz",
    }
)
_SOFT_BOTH = _SOFT | {pair[::-1] for pair in _SOFT}
_ODD = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "æ": "a"})
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, articles and particles dropped, "Abd al-Rahman" joined."""
    folded = unicodedata.normalize("NFKD", key(name).translate(_ODD))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("-", " ").replace("'", "")
    kept: list[str] = []
    known = sounds.load()
    for word in _WORD.findall(plain):
        previous = kept[-1] if len(kept) > 0 else ""
        if word in known.particles:
            continue
        if word in known.endings and previous != "":
            kept[-1] = previous + word
        elif previous in known.openings:
            kept[-1] = known.openings[previous] + _bare(word)
        else:
            kept.append(_bare(word))
    return tuple(kept)


def _bare(word: str) -> str:
    """Drop the article, also after "servant of" written in one word."""
    article = next((prefix for prefix in definite_prefixes() if word.startswith(prefix)), "")
    if len(word) > 4 and article != "":
        return word[len(article) :]
    return _servant().sub(lambda match: match[match.lastindex or 0], word) if len(word) > 6 else word


@cache
def _servant() -> re.Pattern[str]:
    return re.compile("|".join(f"^({opening})(?:{'|'.join(articles)})" for opening, articles in sounds.load().servants.items()))


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the coarse consonants of one word; equal ones are candidates, whatever the script."""
    coarse = "".join(consonant for consonant, _ in _sounds(word)[1]).translate(_COARSE)
    return re.sub(r"(.)\1+", r"\1", coarse)


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """Return the skeletons of all words of a name, with the glide that a word opens with: short names need it ("Wadi")."""
    return " ".join((_sounds(word)[1][0][0] if len(_sounds(word)[1]) > 0 else "") + skeleton(word) for word in words(name))


@lru_cache(maxsize=100_000)
def compare(left: str, right: str) -> float:
    """Return how alike two single words sound, 0 to 1: consonants by class, vowels where both spell them."""
    if left == right:
        return 1.0
    (first_left, sounds_left), (first_right, sounds_right) = _sounds(left), _sounds(right)
    if min(len(sounds_left), len(sounds_right)) == 0:
        return 0.0
    rough = Levenshtein.normalized_similarity(skeleton(left), skeleton(right))
    if rough < 0.5:
        return 0.0
    loss = _align(sounds_left, sounds_right) + _WEIGHT * _vowel_loss(first_left, first_right)
    return max(0.0, 1.0 - loss / max(len(sounds_left), len(sounds_right)))


@lru_cache(maxsize=100_000)
def match(left: str, right: str) -> float:
    """Return how surely two names of a person are one: first and last words sound alike, those between recur in order."""
    short, long = sorted((words(left), words(right)), key=len)
    if len(short) == 0 or (len(short) == 1 and len(long) > 2):
        return 0.0
    joined = compare("".join(short), "".join(long))
    if len(short) == 1:
        return joined
    scores: list[float] = []
    at = 0
    for index, word in enumerate(short):
        left_over = len(short) - index - 1
        options = (0,) if index == 0 else (len(long) - 1,) if left_over == 0 else tuple(range(at, len(long) - left_over))
        best = max(options, key=lambda i: (compare(word, long[i]), -i))
        scores.append(compare(word, long[best]))
        at = best + 1
    apart = (min(scores) + sum(scores) / len(scores)) / 2
    return max(joined, apart) if len(short) != len(long) and joined > 0.9 else apart


@lru_cache(maxsize=100_000)
def _sounds(word: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Split a word into its first vowels and (consonant, vowels after it)."""
    letters = None if word.isascii() else sounds.find(word)
    code = _read_latin(word) if letters is None else _read_letters(word, letters)
    first, heard = "", list[tuple[str, str]]()
    for letter in code:
        if letter in _VOWELS:
            if len(heard) == 0:
                first += letter
            else:
                heard[-1] = (heard[-1][0], heard[-1][1] + letter)
        elif len(heard) > 0 and heard[-1] == (letter, ""):
            continue
        else:
            heard.append((letter, ""))
    if len(heard) > 1 and heard[-1][0] == "h":
        heard.pop()
    return first, tuple(heard)


def _read_letters(word: str, known: Letters) -> str:
    if len(word) > 2 and word[-1] in known.final:
        word = word[:-1] + known.final[word[-1]]
    for spelled, sound in known.digraphs.items():
        word = word.replace(spelled, sound)
    code = []
    for index, letter in enumerate(word):
        if index == 0 and letter in known.silent:
            continue  # whichever vowel follows it: Omar, Adel, Issa
        glide = letter in known.glides and (index == 0 or word[index + 1 : index + 2] in known.glides[letter])
        code.append(known.letters.get(letter, "") if letter not in known.long or glide else known.long[letter])
    return "".join(code)


def _read_latin(word: str) -> str:
    word = re.sub("c(?=[eiy])", "s", re.sub("[^a-z]", "", word))
    for spelled, sound in _DIGRAPHS:
        word = word.replace(spelled, sound)
    word = re.sub(r"(?<=[^aeiouIU])y(?![aeiouIU])", "i", word)
    return "".join(letter if letter in _VOWELS else _LATIN.get(letter, "") for letter in word)


def _align(left: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...]) -> float:
    """Return the least loss of aligning two rows of sounds: edit distance with soft consonants and vowels beside them."""
    before = [float(i) for i in range(len(right) + 1)]
    for row, (consonant, vowels) in enumerate(left, start=1):
        now = [float(row)]
        for column, (other, others) in enumerate(right, start=1):
            change = before[column - 1] + _consonant_loss(consonant, other) + _WEIGHT * _vowel_loss(vowels, others)
            now.append(min(change, before[column] + _gap(consonant), now[column - 1] + _gap(other)))
        before = now
    return before[-1]


def _gap(consonant: str) -> float:
    return 0.35 if consonant in "wy" else 0.6 if consonant == "h" else 1.0


def _consonant_loss(left: str, right: str) -> float:
    if left == right:
        return 0.0
    return 0.15 if left + right in _SOFT_BOTH else 1.0


@cache
def _vowel_loss(left: str, right: str) -> float:
    """Short vowels are often unwritten: only what both spell, or a diphthong that one lacks, tells them apart."""
    if left == right:
        return 0.0
    if left == "" or right == "":
        return 0.9 if any(c in "IU" for c in left + right) or len(left + right) > 1 else 0.2
    kinds = ({_vowel(c) for c in left}, {_vowel(c) for c in right})
    return 0.0 if len(kinds[0] & kinds[1]) > 0 else 0.8


def _vowel(letter: str) -> str:
    return {"e": "i", "o": "u", "I": "i", "U": "u"}.get(letter, letter)
