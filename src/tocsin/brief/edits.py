"""What outlets changed in their own articles: a desk and a view enter, the edits of its articles leave."""

from tocsin.brief.parts import Edit
from tocsin.flow.naming import name_outlet
from tocsin.store import Desk
from tocsin.store.view import View


def find_edits(desk: Desk, view: View) -> tuple[Edit, ...]:
    """Return the changes between versions of the articles of ``view``; a version that changed nothing in the words is left out."""
    counts = desk.counts()
    if counts.versions == counts.articles:
        return ()
    edits = []
    for article in view.articles:
        for version in desk.versions(article.id):
            change = version.change
            if change is not None and (change.gone or change.title is not None or len(change.added) + len(change.removed) != 0):
                edits.append(Edit(article.id, name_outlet(article), article.title, version.number, change))
    return tuple(edits)
