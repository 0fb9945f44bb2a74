"""JSON lines: one object a line, UTF-8, letters as they are. Shapes enter, bytes leave."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
Shape: TypeAlias = dict[str, "Json"]

_SURROGATE = re.compile("[\ud800-\udfff]")
# JSON lets these stand raw, but readers that split on Unicode line ends would break a line in two there.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"})


def write_line(shape: Mapping[str, Json]) -> bytes:
    """Return ``shape`` as one line. Half a surrogate pair becomes U+FFFD, so offsets into a text stay true."""
    line = json.dumps(shape, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
    return (_SURROGATE.sub("\ufffd", line) + "\n").encode()
