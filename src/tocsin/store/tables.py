"""The tables of a desk, in SQLAlchemy Core and no dialect. Instants are ISO text in UTC, so they sort as they read.

``versions.payload`` holds the whole article and is the truth; every other column is there to be searched and listed by.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media", String(16), nullable=False),
    Column("encoding", String(40), nullable=False),
)

# ``source`` is the path or address that gave the bytes, ``page`` the key of the page they were taken to be.
custody = Table(
    "custody",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("capture", ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("source", Text, nullable=False, index=True),
    Column("page", Text, nullable=False, index=True),
    Column("path", Text),
    Column("url", Text),
    Column("captured", String(40)),
    Column("at", String(40), nullable=False),
    Column("tocsin", String(40), nullable=False),
)

# ``file`` is the file name of a page that is known by its path alone; ``dropped`` is set when a better reading
# of the same bytes finds no such article.
articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("page", Text, nullable=False, index=True),
    Column("part", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("file", Text, index=True),
    Column("outlet", Text),
    Column("outlet_key", Text),
    Column("title", Text),
    Column("title_key", Text),
    Column("language", String(16)),
    Column("genre", String(16), nullable=False),
    Column("published", String(40), index=True),
    Column("first_seen", String(40), nullable=False),
    Column("dropped", Boolean, nullable=False, default=False),
    Index("articles_headline", "title_key", "outlet_key"),
)

versions = Table(
    "versions",
    metadata,
    Column("article", ForeignKey("articles.number"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("capture", ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("added", String(40), nullable=False),
    Column("stages", Text, nullable=False),
    Column("change", LargeBinary),
    Column("payload", LargeBinary, nullable=False),
)

# One row per statement. ``version`` is the newest version that holds it: a statement that a page dropped stays.
statements = Table(
    "statements",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("act", String(24), nullable=False),
    Column("voice", String(16), nullable=False),
    Column("commitment", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("actor", Text),
    Column("outlet", Text),
    Column("said_on", String(10)),
    Column("start", Integer),
    Column("end", Integer),
)

# Who is named in an article, once for each name: what a search by actor asks.
mentions = Table(
    "mentions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
    Column("name_key", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
    Column("kind", String(16), nullable=False),
    Column("count", Integer, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("text", Text),
    Column("path", Text),
    Column("at", String(40), nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("subject", String(16), nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", String(40), nullable=False),
    Column("withdrawn", String(40)),
    Column("payload", LargeBinary, nullable=False),
    Index("judgements_pair", "subject", "left", "right"),
)

meta = Table("meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

migrations = Table(
    "migrations",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("applied", String(40), nullable=False),
    Column("tocsin", String(40), nullable=False),
)
