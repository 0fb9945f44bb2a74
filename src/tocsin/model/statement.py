"""Statements: one attribution each, with the chain of those it passed through.

The terms source, cue and content are those of PARC 3.0 and PolNeAR (Newell et al. 2018).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tocsin.model.mention import Kind
from tocsin.model.span import Span


class Act(StrEnum):
    """What the speaker does by speaking."""

    ASSERT = "assert"
    REPORT = "report"
    WARN = "warn"
    CONCERN = "concern"
    DENY = "deny"
    ASSURE = "assure"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    PRAISE = "praise"
    CONDEMN = "condemn"
    PREDICT = "predict"
    ASK = "ask"
    CLAIM = "claim-responsibility"
    CONFIRM = "confirm"
    RETRACT = "retract"


class Voice(StrEnum):
    """Whose words the content is in: the speaker's, the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Commitment(StrEnum):
    """How far the holder stands behind the content (FactBank's scale)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    DENIED = "denied"


class Basis(StrEnum):
    """How an unnamed speaker knows."""

    SAW = "saw"
    TOLD = "was told"
    DOCUMENTS = "documents"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker of a chain. ``span`` is None when the name is carried from elsewhere or is the page's own outlet.

    ``name`` is the name as written where the speaker is introduced ("Fuad Hussein" for "he"). ``office`` is the
    title written with it. An unnamed speaker has ``descriptor`` ("Iraqi military officials"), ``count`` ("more than
    20"), ``grounds`` of anonymity and ``basis`` where the text gives them. ``actor`` is the packs' reading of the name.
    """

    name: str
    kind: Kind
    span: Span | None = None
    unnamed: bool = False
    descriptor: str | None = None
    count: str | None = None
    grounds: str | None = None
    basis: Basis | None = None
    office: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. ``cue`` and ``source`` are None in the outlet's own voice; ``content`` may be in pieces.

    ``chain`` runs from the outlet to the origin. ``confidence`` is of the reading, 0 to 1.
    ``readout`` is the index in ``chain`` of the link whose readout governs the statement, else None.
    """

    id: str
    act: Act
    voice: Voice
    commitment: Commitment
    confidence: float
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    chain: tuple[Link, ...]
    said_on: date | None = None
    said_where: str | None = None
    addressee: str | None = None
    medium: str | None = None
    readout: int | None = None

    @property
    def speaker(self) -> Link:
        """The origin: the last link of the chain."""
        return self.chain[-1]

    @property
    def own(self) -> bool:
        """True in the outlet's own voice."""
        return self.cue is None
