"""What a sentence says of somebody it does not name: why he is not named, and how he knows."""

from dataclasses import replace
from functools import cache

from tocsin.lang import speakers
from tocsin.lang.clitics import proclitics
from tocsin.lang.terms import Terms
from tocsin.model import Basis, Link, Sentence


@cache
def grounds(code: str) -> Terms[bool]:
    """The phrases that say why a source is not named."""
    return Terms(dict.fromkeys(speakers.load(code).grounds, True), proclitics(code))


@cache
def _bases(code: str) -> Terms[Basis]:
    words = speakers.load(code)
    kinds = ((Basis.SAW, words.saw), (Basis.TOLD, words.told), (Basis.DOCUMENTS, words.documents), (Basis.INFERRED, words.inferred))
    return Terms({term: basis for basis, terms in kinds for term in terms}, proclitics(code))


def describe(link: Link, text: str, sentence: Sentence) -> Link:
    """Return an unnamed speaker with the grounds of anonymity and the basis of knowledge that the sentence gives."""
    code = sentence.language
    if not link.unnamed or code is None:
        return link
    reason = next(grounds(code).find(sentence.keys), None)
    basis = next(_bases(code).find(sentence.keys), None)
    words = None if reason is None else text[sentence.starts[reason.first] : sentence.ends[reason.last - 1]]
    return replace(link, grounds=link.grounds or words, basis=link.basis or (None if basis is None else basis.value))
