"""Links in the markup to a cited report. A draft enters, the outlet that its linked words lead to leaves."""

from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.state import Reading
from tocsin.model import Kind, Link


def find_cited(reading: Reading, scan: Scan, draft: Draft) -> Link | None:
    """ "<a href=…>A report said</a> that the guards fled": the known outlet whose page the words of source, cue or carrier link to.

    A link from what was said leads to more of it, not to who said it; a page of the outlet's own is no other's report.
    """
    article = reading.article
    if len(article.links) == 0:
        return None
    told = [scan.span(*tokens) for tokens in (draft.source, draft.cue, draft.carrier) if tokens is not None]
    for one in article.links:
        if one.span is None or not any(one.span.start < words.end and words.start < one.span.end for words in told):
            continue
        outlet = reading.registry.get_by_url(one.url)
        if outlet is None:
            continue
        own = reading.origin.links[0]
        if own.actor != f"outlet:{outlet.id}" and outlet != reading.registry.get_by_url(article.capture.url or ""):
            return Link(outlet.name, Kind.AGENCY if outlet.agency else Kind.OUTLET, one.span, actor=f"outlet:{outlet.id}")
    return None
