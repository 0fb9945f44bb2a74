"""The concept lexicon: one name for what many words of many languages mean (killed, escaped, airstrike …).

``packs/xx/concepts.yml`` maps each concept to its terms. Figures, claims, events and watches share it.
"""

from functools import cache

from tocsin.errors import PackError
from tocsin.lang import pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.terms import Terms


@cache
def load(code: str) -> Terms[str]:
    """Return the concept terms of language ``code``; a term that two concepts claim is an error."""
    entries: dict[str, str] = {}
    for concept, terms in pack.load(code, "concepts", dict[str, tuple[str, ...]]).items():
        for term in terms:
            if entries.setdefault(term, concept) != concept:
                raise PackError(f"{code}/concepts.yml: {term!r} stands under {entries[term]!r} and {concept!r}; a term names one concept")
    return Terms(entries, proclitics(code))
