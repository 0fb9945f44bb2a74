"""Attributions in languages that put the verb last. Enters: a scan. Leaves: drafts."""

from tocsin.attribute.final.according import read_according, vouch
from tocsin.attribute.final.clauses import Clause, read_clause
from tocsin.attribute.final.inner import read_nested
from tocsin.attribute.final.titles import read_colon, read_title
from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.unnamed import grounds


def find(scan: Scan) -> list[Draft]:
    clauses: list[Clause] = []
    reasons = tuple(grounds(scan.lexicon.code).find(scan.keys)) if len(scan.hits) > 0 else ()
    for hit in scan.hits:
        if any(hit.first < clause.floor for clause in clauses) or any(reason.first <= hit.first < reason.last for reason in reasons):
            continue
        if hit.value.according:
            vouched = read_according(scan, hit, clauses)
            clauses.extend([] if vouched is None else [vouched])
        elif hit.value.verb is not None and not hit.value.nested:
            clauses.extend(read_clause(scan, hit, clauses))
    if len(clauses) == 0:
        clauses.extend(read_title(scan) if scan.title else read_colon(scan))
    return [clause.draft(scan) for clause in read_nested(scan, vouch(scan, clauses))]
