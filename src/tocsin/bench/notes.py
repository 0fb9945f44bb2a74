"""Scores what stands around a page's text: author, credit, dateline, genre, links and embedded posts. Gold and articles enter, marks leave."""

from collections.abc import Sequence

from tocsin.bench.gold import Page, Post
from tocsin.bench.names import holds, is_outlet, split_name
from tocsin.bench.sheet import Sheet
from tocsin.lang.outlets import Registry
from tocsin.model import Article, Embed


def mark_notes(sheet: Sheet, page: Page, parts: Sequence[Article], *, registry: Registry | None) -> None:
    """These are asked of the first article of a page, links and posts of all."""
    first = parts[0] if len(parts) > 0 else None
    _mark_byline(sheet, page, first, registry=registry)
    if page.genre is not None:
        genre = None if first is None else str(first.genre)
        sheet.mark("genre", genre == page.genre, f"{page.genre}, given {genre}")
    if page.dateline is not None:
        place = None if first is None else first.dateline
        right = place is not None and holds(split_name(page.dateline), split_name(place))
        sheet.mark("dateline", right, f"the place of “{page.dateline}”, given {place}")
    cited = [link.url for article in parts for link in article.links]
    for url in page.links:
        sheet.mark("links", url in cited, f"{url}, given {cited}")
    embeds = [embed for article in parts for embed in article.embeds]
    for post in page.embeds:
        sheet.mark("posts", any(_is_post(post, embed) for embed in embeds), f"{post}, given {[(e.author, e.date) for e in embeds]}")


def _mark_byline(sheet: Sheet, page: Page, first: Article | None, *, registry: Registry | None) -> None:
    if page.author is not None:
        names = (page.author,) if isinstance(page.author, str) else page.author
        author = None if first is None else first.author
        right = author is not None and all(holds(split_name(author), split_name(name)) for name in names)
        sheet.mark("author", right, f"{', '.join(names)}, given {author}")
    if page.credit is not None:
        credit = None if first is None else first.credit
        sheet.mark("credit", credit is not None and is_outlet(page.credit, credit, registry), f"{page.credit}, given {credit}")


def _is_post(post: Post, embed: Embed) -> bool:
    author = post.author is None or (embed.author is not None and holds(split_name(embed.author), split_name(post.author)))
    return author and (post.date is None or (embed.date or "").startswith(post.date))
