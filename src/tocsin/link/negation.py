"""Negations of a clause: where they stand, and whether one reaches what happens. A row of words enters."""

from tocsin.lang import clauses as marks
from tocsin.lang.terms import Hit
from tocsin.link.clauses import Clause, Row, find_barriers
from tocsin.link.function_words import function_words

_ASIDE = 1  # words behind a negation at which a stop does not end its reach: "not, however, crossed"


def find(row: Row) -> list[Hit[str]]:
    """Return the negations of a row; "no fewer than 52" is none."""
    plain = {i for hit in marks.terms(row.language, "plain").find(row.keys) for i in range(hit.first, hit.last)}
    return [hit for hit in marks.terms(row.language, "negations").find(row.keys) if hit.first not in plain]


def reaches(row: Row, clause: Clause, predicate: int) -> bool:
    """A negation before what happens, in one stretch with it; one that sets a number aside says nothing of the whole."""
    barriers = find_barriers(row).difference(clause.aside)
    reach = min(predicate, clause.last)
    if predicate >= clause.last:
        joined = function_words(row.language, "coordinators")
        reach = next((i for i in range(clause.first + 1, clause.last) if i in barriers or row.keys[i] in joined), clause.last)
    hits = [hit for hit in find(row) if clause.first <= hit.first <= reach]
    hits = [hit for hit in hits if hit.last >= clause.last or not any(i in barriers for i in range(hit.last + _ASIDE, reach))]
    return any(hit.last >= len(row) or not row.keys[hit.last][0].isdigit() for hit in hits if hit.first < clause.last)
