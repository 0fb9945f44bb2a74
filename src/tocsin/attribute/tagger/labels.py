"""The labels of the tagger: begin, inside, end and single of each role, and O; which may follow which."""

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BIES"))


def may_follow(before: str | None, after: str | None) -> bool:
    """True where label ``after`` may follow ``before``; None stands for the edge of a paragraph."""
    part, _, role = (before or "O").partition("-")
    following, _, other = (after or "O").partition("-")
    return following in "IE" and role == other if part in "BI" else following in "OBS"
