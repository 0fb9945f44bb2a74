"""Names in quotation marks that are as long as speech: a sentence with its quotations enters, those that only name a body leave as no speech."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.attribute.lexicon import Lexicon
from tocsin.attribute.quotes import Quote
from tocsin.lang import classes as c

_LONGEST = 7  # words of a name
_CLAUSAL = c.VERB | c.NEGATION | c.COMPLEMENTIZER | c.AUXILIARY | c.PRONOUN | c.QUESTION | c.RELATIVE | c.COMMA


def sort_names(quotes: tuple[Quote, ...], inside: Sequence[int], bits: Sequence[int], lexicon: Lexicon) -> tuple[Quote, ...]:
    """Where no capitals tell a name, a body's noun at the head and no verb do: «مرصد المدى لحقوق السجناء»."""
    if lexicon.grammar.definite_prefix == "":
        return quotes
    return tuple(
        replace(quote, speech=False) if quote.speech and quote.words <= _LONGEST and _names_body(inside, bits, number) else quote
        for number, quote in enumerate(quotes)
    )


def _names_body(inside: Sequence[int], bits: Sequence[int], number: int) -> bool:
    held = [bits[i] for i, other in enumerate(inside) if other == number and bits[i] != c.PUNCTUATION]
    return len(held) > 1 and bool(held[0] & (c.BODY | c.AGENCY)) and not held[0] & c.ROLE and not any(b & _CLAUSAL for b in held)
