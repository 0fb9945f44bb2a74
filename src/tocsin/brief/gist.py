"""What to call a claim in one line: its clauses enter, the words of one of them leave, as they stand in an article."""

from collections import Counter

from tocsin.brief.wording import EDGES, LANGUAGE
from tocsin.model import Claim

_SHORTEST = 20  # characters: a clause below that rarely says who or what


def name_claim(claim: Claim) -> str:
    """Return the clause most articles share, in the brief's language where there is one; without clauses the claim's gist."""
    counts = Counter(assertion.text for assertion in claim.assertions)
    ranked = sorted(
        claim.assertions,
        key=lambda a: (a.headline, a.language != LANGUAGE, len(a.text) < _SHORTEST, -counts[a.text], len(a.text), a.text),
    )
    return ranked[0].text.strip(EDGES) if len(ranked) != 0 else claim.gist
