"""The records. Standard library only; imports nothing else of ours."""

from tocsin.model.article import Article, Embed, Genre, Paragraph, Precision, Published, Reference, Role
from tocsin.model.capture import Capture, Media
from tocsin.model.claim import Actor, Claim, Evidence, Flag, Interval, Reason, Status, Story, Weight
from tocsin.model.event import Event, Modality
from tocsin.model.figure import Figure, Hedge
from tocsin.model.ids import make_id
from tocsin.model.issue import Issue
from tocsin.model.judgement import Judgement, Subject, Verdict
from tocsin.model.mention import Kind, Mention, Place, Time
from tocsin.model.sentence import Sentence
from tocsin.model.span import Match, Segment, Span
from tocsin.model.statement import Act, Basis, Commitment, Link, Statement, Voice

__all__ = [
    "Act",
    "Actor",
    "Article",
    "Basis",
    "Capture",
    "Claim",
    "Commitment",
    "Embed",
    "Event",
    "Evidence",
    "Figure",
    "Flag",
    "Genre",
    "Hedge",
    "Interval",
    "Issue",
    "Judgement",
    "Kind",
    "Link",
    "Match",
    "Media",
    "Mention",
    "Modality",
    "Paragraph",
    "Place",
    "Precision",
    "Published",
    "Reason",
    "Reference",
    "Role",
    "Segment",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "Story",
    "Subject",
    "Time",
    "Verdict",
    "Voice",
    "Weight",
    "make_id",
]
