"""Desks: one interface over the store; the rest of the program reads a View and never a table."""

from tocsin.store.base import Added, Counts, Custody, Desk, Filter, Hit, Reading, Version
from tocsin.store.change import Change
from tocsin.store.opening import open_desk
from tocsin.store.view import View

__all__ = ["Added", "Change", "Counts", "Custody", "Desk", "Filter", "Hit", "Reading", "Version", "View", "open_desk"]
