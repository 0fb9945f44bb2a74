"""Scorers and speed: what Tocsin reads, against what a careful reader finds. The gold lies outside the package."""
