"""Tocsin: who says so, through whom, who else independently, who says otherwise."""
