"""What HTML and the habits of its writers call things: elements, classes, names of metadata. No language, no outlet."""

import re
from functools import lru_cache


def _name(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _order(names: str) -> tuple[str, ...]:
    """Names of which the first that a page has is taken."""
    return tuple(names.split())


VOID = _name(
    "area base br col embed hr img input link meta param source track wbr ! script style title textarea template svg math "
    "iframe object xmp noframes"
)

BLOCK = _name(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section select summary table tbody td "
    "tfoot th thead title tr ul"
)

SMALL = _name("div span p small em i cite section td dd ul li figure aside")  # what may hold a caption by its class

CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|credits?|legend|(?:photo|image|img|media|picture)[_-]?(?:credit|desc|description|text|info))(?:$|[\s_-])",
    re.IGNORECASE,
)

POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|reddit-(?:card|embed(?:-bq)?)|telegram-post|mastodon-embed)(?:$|\s)",
    re.IGNORECASE,
)

REMARK = re.compile(r"(?:^|[\s_-])(?:comments?|disqus[\w-]*|respond)(?:$|[\s_-])", re.IGNORECASE)

DATES = _order(
    "article:published_time og:article:published_time og:published_time article:published datepublished publish_date "
    "publish-date pubdate publishdate published published_time dc.date.issued dcterms.issued dc.date.published "
    "dcterms.created dc.date.created dc.date dcterms.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime date "
    "article.published article_date_original ptime bt:pubdate"
)

TITLES = _order("og:title twitter:title headline dc.title title")

SITES = _order("og:site_name application-name al:android:app_name al:ios:app_name dc.publisher dcterms.publisher publisher")

AUTHORS = _order("author article:author dc.creator dcterms.creator parsely-author sailthru.author byl")

SECTIONS = _order("article:section section og:section parsely-section cxenseparse:recs:section article:tag")


@lru_cache(maxsize=16384)
def judge(kind: str, name: str) -> tuple[bool, bool, bool]:
    """Whether class and id of an element tell an embedded post, a caption, a reader's remark."""
    marks = f"{kind} {name}"
    return POST.search(marks) is not None, CAPTION.search(marks) is not None, REMARK.search(marks) is not None
