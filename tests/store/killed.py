"""Run by test_kill.py: adds pages to a desk without end, and prints the id of each one that is reported as added."""

import sys

from hands import make_article, make_capture, make_reading

from tocsin.store import open_desk

with open_desk(sys.argv[1]) as desk:
    for number in range(1_000_000):
        page = f"/pages/{number}.txt"
        one, two = (f"Part {part} of report {number}. " + " ".join(f"word{(number * 7 + n) % 997}" for n in range(300)) for part in (1, 2))
        raw = f"{one}\n\n{two}".encode()
        capture = make_capture(raw, page)
        added = desk.add(make_reading(make_article(one, capture=capture), make_article(two, capture=capture, part=2), raw=raw))
        sys.stdout.write(" ".join(added.new) + "\n")
        sys.stdout.flush()
