"""What can go wrong. A message says what was found, what was expected, where, and what can be done."""


class TocsinError(Exception):
    """Base of every error that Tocsin raises on purpose."""


class SourceError(TocsinError):
    """A page or folder cannot be read. Costs that input alone."""


class RecordError(TocsinError):
    """One record cannot be made from what was read. Costs that record alone."""


class PackError(TocsinError):
    """A language pack, registry or watch is not written as it must be."""


class StoreError(TocsinError):
    """A desk cannot be opened, read or written."""
