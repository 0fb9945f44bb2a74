"""Writes a brief as one HTML file: a Brief enters, text leaves. Nothing is loaded from outside; words of pages are escaped."""

from functools import cache
from itertools import groupby
from urllib.parse import urlsplit

import jinja2

from tocsin.brief import amounts, wording
from tocsin.brief.marking import anchor_of, cut, mark
from tocsin.brief.parts import Brief, Heading, Passage, Role, Standing, Topic, Words
from tocsin.brief.plain import is_right_to_left, strip_controls
from tocsin.errors import PackError
from tocsin.flow.naming import name_outlet
from tocsin.instants import local_time
from tocsin.lang import language as languages
from tocsin.model import Article

_DRAWN = 9  # dots of a glyph; more articles than this are drawn as this many


def write_html(brief: Brief) -> str:
    """Return the whole page."""
    return _template().render(brief=brief, several=len(brief.headings) > 1)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tocsin.brief"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        day=_day,
        outlet=name_outlet,
        by_story=_by_story,
        plain=strip_controls,
        cut=cut,
        link=_link,
        direction=_direction,
        anchor=anchor_of,
        mark=mark,
        glyph=_glyph,
    )
    environment.globals.update(amounts=amounts, wording=wording, Role=Role, Topic=Topic, turned=_turned)
    return environment.get_template("brief.html")


def _by_story(passages: tuple[Passage, ...]) -> list[tuple[Heading, list[Passage]]]:
    """Passages that stand together under one story, with its heading."""
    return [(heading, list(group)) for heading, group in groupby(passages, key=lambda passage: passage.heading)]


def _day(article: Article) -> str:
    return amounts.say_day(None if article.published is None else local_time(article.published))


def _direction(code: str | None) -> str:
    """The way a language is written; a language without a pack is left to the browser."""
    if code is None:
        return "auto"
    try:
        return languages.load(code).direction
    except PackError:
        return "auto"


def _turned(words: Words) -> bool:
    """True where words run from right to left, and so stand in a line of their own."""
    return is_right_to_left(words.text)


def _link(url: str | None) -> str | None:
    """Only a web address becomes a link: a page may have named itself ``javascript:…``."""
    try:
        return url if url is not None and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _glyph(standing: Standing) -> dict[str, list[int] | int]:
    """Heights of the dots that stand for articles (left) and origins (right); from ``perhaps`` on, origins are not certain."""
    shown = standing.said if standing.so is None else standing.so
    articles, origins = min(standing.articles, _DRAWN), min(shown.most, _DRAWN)
    height = max(articles, origins, 2) * 5 + 3
    return {"height": height, "left": _spread(articles, height), "right": _spread(origins, height), "perhaps": shown.least}


def _spread(number: int, height: int) -> list[int]:
    return [round(height * (2 * i + 1) / (2 * number)) for i in range(number)]
