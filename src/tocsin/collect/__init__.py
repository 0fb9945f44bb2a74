"""Finds pages and brings their bytes: the files a user names. Reads nothing in them."""

from tocsin.collect.file import Page, count, walk

__all__ = ["Page", "count", "walk"]
