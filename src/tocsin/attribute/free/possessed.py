"""Nouns that name a speech act, with whose it is behind them: "Заявление коменданта об окончании зачистки"."""

from tocsin.attribute.free import clauses, nouns
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.inflection import GENITIVE


def read_possessed(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """The attributions that stand in such nouns, outside what other leads have taken for themselves."""
    found = []
    for noun in scan.lexicon.nouns.find(scan.keys):
        if noun.last >= scan.count or scan.in_speech(noun.first) or any(lead.first <= noun.first < lead.last for lead in leads):
            continue
        last = nouns.phrase_end(scan, noun.last, scan.count)
        if last <= noun.last or last >= scan.count or not _speaks(scan, noun.last, last):
            continue
        told = scan.is_comma(last) and last + 1 < scan.count and bool(scan.bits[last + 1] & c.COMPLEMENTIZER)
        if not told and scan.keys[last] not in noun.value.prepositions:
            continue
        begin = last + 1
        end = clauses.right(scan, begin + 1)
        stop = end if told else next((i for i in range(begin, end) if nouns.is_finite(scan, i)), end)
        cue = (noun.first, noun.last)
        content = (scan.span(begin, stop),) if stop > begin else ()
        if len(content) > 0:
            source = (noun.last, last)
            found.append(Lead(noun.first, last, cue, noun.value.act, noun.value.commitment, source, None, pieces=content, according=True))
    return found


def _speaks(scan: Scan, first: int, last: int) -> bool:
    """A noun for speakers in the genitive."""
    heads = [i for i in range(first, last) if nouns.is_noun(scan, i)]
    if len(heads) == 0 or not scan.bits[heads[0]] & (c.ROLE | c.BODY | c.TITLE):
        return False
    return nouns.stands_in(nouns.readings(scan, heads[0]), GENITIVE) or scan.words[heads[0]].isupper()
