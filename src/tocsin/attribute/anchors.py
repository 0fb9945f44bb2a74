"""Links in the markup to a cited report. A draft enters, the outlet that its linked words lead to leaves."""

from bisect import bisect_left

from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.state import Reading
from tocsin.model import Kind, Link, Span


def find_cited(reading: Reading, scan: Scan, draft: Draft) -> Link | None:
    """ "<a href=…>A report said</a> that the guards fled": the known outlet whose page the words of source, cue or carrier link to.

    A link from what was said leads to more of it, not to who said it; a page of the outlet's own is no other's report.
    """
    article, sentence = reading.article, scan.sentence
    if len(article.links) == 0:
        return None
    told = [scan.span(*tokens) for tokens in (draft.source, draft.cue, draft.carrier) if tokens is not None]
    spans = sorted((one.span, one.url) for one in article.links if one.span is not None)
    for span, url in spans[bisect_left(spans, (Span(sentence.start, sentence.start), "")) :]:
        if span.start >= sentence.end:
            return None
        outlet = reading.registry.get_by_url(url)
        if outlet is None or not any(span.start < words.end and words.start < span.end for words in told):
            continue
        own = reading.origin.links[0]
        if own.actor != f"outlet:{outlet.id}" and outlet != reading.registry.get_by_url(article.capture.url or ""):
            return Link(outlet.name, Kind.AGENCY if outlet.agency else Kind.OUTLET, span, actor=f"outlet:{outlet.id}")
    return None
