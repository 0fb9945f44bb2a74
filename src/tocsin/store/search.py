"""The full-text index of a desk in SQLite's FTS5. The one module that writes SQLite's own SQL; built anew from the payloads when lost.

An article is indexed three times: its words in order, its words without joined particles in order (for phrases),
and what each word may be without a particle (for words). So no query has to guess.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from tocsin.model import Article
from tocsin.store.query import Term, spellings
from tocsin.store.spelling import find_core, find_keys, find_parts, proclitics

_FORM = "1"  # raised when what is indexed changes: a desk with another form is indexed anew
_MAKE = "CREATE VIRTUAL TABLE search USING fts5(title, words, cores, parts, tokenize = 'unicode61 remove_diacritics 0')"
_HOLDS = "SELECT 1 FROM search WHERE search MATCH :query LIMIT 1"
_FIND = "SELECT rowid, -bm25(search, 4.0, 1.0, 0.5, 0.5) AS rank FROM search WHERE search MATCH :query ORDER BY rank DESC, rowid"


def is_ready(connection: Connection) -> bool:
    """True when the desk has an index of this form."""
    return connection.execute(text("SELECT value FROM meta WHERE key = 'search'")).scalar() == _FORM


def make(connection: Connection) -> None:
    """Make an empty index, in place of one of another form. The caller adds the articles."""
    connection.execute(text("DROP TABLE IF EXISTS search"))
    connection.execute(text(_MAKE))
    connection.execute(text("DELETE FROM meta WHERE key = 'search'"))
    connection.execute(text("INSERT INTO meta (key, value) VALUES ('search', :form)"), {"form": _FORM})


def add(connection: Connection, number: int, article: Article) -> None:
    """Index an article under its number, in place of what stood there."""
    title, words = find_keys("" if article.title is None else article.title), find_keys(article.text)
    clitics = proclitics(article.language)
    row = {"number": number, "title": " ".join(title), "words": " ".join(words), "cores": "", "parts": ""}
    if len(clitics) > 0:
        row["cores"] = " ".join(find_core(word, clitics) for word in words)
        row["parts"] = " ".join(part for word in dict.fromkeys(title + words) for part in find_parts(word, clitics))
    drop(connection, number)
    connection.execute(text("INSERT INTO search (rowid, title, words, cores, parts) VALUES (:number, :title, :words, :cores, :parts)"), row)


def drop(connection: Connection, number: int) -> None:
    connection.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})


def find(connection: Connection, terms: Sequence[Term]) -> list[tuple[int, float]]:
    """Return the numbers of the articles that hold all terms, with their rank; best first."""
    query = " AND ".join(_write(connection, term) for term in terms)
    return [(number, rank) for number, rank in connection.execute(text(_FIND), {"query": query})]


def _write(connection: Connection, term: Term) -> str:
    """A term in FTS5's language. Keys are letters and digits alone, so quoting them is safe."""
    if len(term.keys) == 1:
        strict = _write_word(term, spellings(term.keys[0]))
        if connection.execute(text(_HOLDS), {"query": strict}).scalar() is not None:
            return strict
        return _write_word(term, spellings(term.keys[0], loose=True))
    clitics = proclitics(None)
    cores = " ".join(find_core(key, clitics) for key in term.keys)
    return f'({{title words}} : "{" ".join(term.keys)}" OR cores : "{cores}")'


def _write_word(term: Term, forms: tuple[str, ...]) -> str:
    either = " OR ".join(f'"{form}"' for form in forms)
    more = f' OR {{title words}} : "{term.keys[0]}" *' if term.open else ""
    return f"({{title words parts}} : ({either}){more})"
