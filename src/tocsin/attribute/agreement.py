"""Which speakers a form of a verb agrees with, where verbs show it. A pack's forms enter, marks of agreement leave."""

from functools import cache

from tocsin.attribute.scan import Scan
from tocsin.lang import cues, grammar
from tocsin.lang.fold import key
from tocsin.lang.grammar import Grammar

FEMININE, MASCULINE, PLURAL = "feminine", "masculine", "plural"


@cache
def load(code: str) -> dict[str, str]:
    """The agreement of each form of the verbs of saying, by its key; empty for a language whose verbs show none."""
    words = grammar.load(code)
    if len(words.feminine_endings) == 0:
        return {}
    forms = frozenset(key(form) for verb in cues.load(code).verbs for form in verb.forms)
    return {form: _read(form, forms, words) for form in forms if " " not in form}


def read(scan: Scan, cue: tuple[int, int]) -> str | None:
    """The number and gender that the verb shows, where it shows them; a joined conjunction is looked through."""
    forms, word = load(scan.lexicon.code), scan.keys[cue[0]]
    if len(forms) == 0 or cue[1] - cue[0] != 1:
        return None
    return forms.get(word) or (forms.get(word[1:]) if word.startswith(scan.lexicon.conjunctions) else None)


def _read(form: str, forms: frozenset[str], words: Grammar) -> str:
    """A past form beside one without its ending ("قالت", "قال"), or a present form beside one in "y", is feminine."""
    if form.endswith(words.plural_endings):
        return PLURAL
    ended = any(
        form.endswith(own) and any(form.removesuffix(own) + key(other) in forms for other in others)
        for own, others in words.feminine_endings.items()
    )
    led = any(form.startswith(own) and other + form.removeprefix(own) in forms for own, other in words.feminine_prefixes.items())
    return FEMININE if ended or led else MASCULINE
