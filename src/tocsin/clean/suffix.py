"""A page's title in; the headline and the outlet's name behind it out."""

import re

_SUFFIX = re.compile(r"\s+(?:[|»•·]|::|[-–—]{1,2})\s+(?P<name>[^|»•·]{2,40})$")


def split_suffix(title: str) -> tuple[str, str | None]:
    """Part a title at its last bar or dash, where few words follow and at least three go before."""
    match = _SUFFIX.search(title)
    if match is None or len(match["name"].split()) > 5 or len(title[: match.start()].split()) < 3:
        return title, None
    return title[: match.start()].strip(), match["name"].strip()
