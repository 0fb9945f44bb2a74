"""Which concepts and numbers a wording names. Text and language enter, concept names and values leave."""

from tocsin.annotate import numerals
from tocsin.lang import concepts, numbers, pack
from tocsin.lang.tokens import split


def list_concepts(text: str, language: str | None = "en") -> frozenset[str]:
    """The concepts and units of measure in ``text``, and the text itself: it may be a concept's name."""
    code = language if language is not None and language in pack.codes() else "en"
    keys = split(text)
    units = {hit.value for hit in numbers.load(code).units.find(keys)} - {""}
    return frozenset({hit.value for hit in concepts.load(code).find(keys)} | units | {text})


def is_alike(gold: str, given: str | None, language: str | None) -> bool:
    """True when a word of the gold (English, or a concept's name) and a word that was read mean the same."""
    if given is None:
        return False
    if split(gold) == split(given):
        return True
    wanted = list_concepts(gold) | list_concepts(f"{gold}s")  # the gold has singulars where a lexicon may have the plural alone
    return len(wanted & (list_concepts(given) | list_concepts(given, language))) > 0


def list_numbers(text: str, language: str | None = "en") -> frozenset[float]:
    """The numbers from two upward that ``text`` writes, in digits or in words of its language."""
    keys, counting = split(text), numbers.load(language if language in pack.codes() else "en")
    values, index = set(), 0
    while index < len(keys):
        numeral = numerals.parse(keys, index, counting)
        if numeral is not None and numeral.value > 1:
            values.add(numeral.value)
        index = index + 1 if numeral is None else max(numeral.last, index + 1)
    return frozenset(values)
