"""Takes a token of digits, returns its value: "1,500", "٣٫٥", "و15", "3.5bn". Clocks, ordinals and codes have none."""

import re

from tocsin.lang.numbers import Counting

LONGEST = 18  # digits of a number that somebody may have counted
_DIGITS = re.compile(r"([^\W\d_]{0,3})(\d[\d.,٫٬]*)([a-z]{0,2})\+?")
_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:[.٫]\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")


def parse(word: str, counting: Counting) -> tuple[float, int] | None:
    """Return (value, scale of a suffix) of a token of digits such as "1,500", "و15", "3.5bn"."""
    match = _DIGITS.fullmatch(word)
    if match is None or (match[1] != "" and match[1] not in counting.sets["joined"]):
        return None
    scale = 1 if match[3] == "" else counting.pack.suffixes.get(match[3], 0)
    value = _value(match[2].rstrip(".,"), pointed=counting.pack.pointed)
    return None if value is None or scale == 0 else (value * scale, scale)


def _value(digits: str, *, pointed: bool) -> float | None:
    if len(digits) > LONGEST:
        return None
    if pointed and _POINTED.fullmatch(digits) is not None:
        return float(digits.replace(".", "").replace(",", "."))
    if _GROUPED.fullmatch(digits) is not None:
        return float(re.sub("[,٬]", "", digits).replace("٫", "."))
    if _PLAIN.fullmatch(digits) is not None:
        return float(digits.replace("٫", "."))
    if _DOTTED.fullmatch(digits) is not None:
        return float(digits.replace(".", ""))
    return float(digits.replace(",", ".")) if _COMMA.fullmatch(digits) is not None else None
