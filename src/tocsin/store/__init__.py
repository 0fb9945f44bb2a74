"""Desks: one interface over the store; the rest of the program reads a View and never a table."""
