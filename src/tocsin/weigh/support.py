"""Was it said: through how many independent carriers each speaker's words are known. A claim's voices enter, intervals leave."""

from collections import Counter
from collections.abc import Sequence

from tocsin.model import Interval
from tocsin.weigh.graph import cut
from tocsin.weigh.origin import Voice


def measure(voices: Sequence[Voice]) -> tuple[tuple[str, Interval], ...]:
    """Return speaker and interval, by name. A speaker is counted with all that is his family: a director with her network."""
    found: dict[str, list[Voice]] = {}
    for voice in voices:
        found.setdefault(voice.origin.key, []).append(voice)
    rows = [(name_of(group), Interval(cut([v.way.wary for v in group]), cut([v.way.sure for v in group]))) for group in found.values()]
    return tuple(sorted(((name, Interval(min(i.least, i.most), i.most)) for name, i in rows), key=lambda row: (row[0], row[1].least)))


def count_roads(voices: Sequence[Voice]) -> int:
    """Return through how many independent carriers anything of the claim is known at all."""
    return cut([voice.way.sure for voice in voices])


def name_of(group: Sequence[Voice]) -> str:
    """Return what to call speakers that count as one: the body if it speaks itself, else who speaks most."""
    names = Counter(voice.origin.name for voice in group)
    return min(names, key=lambda name: (not any(v.origin.name == name and _is_family(v) for v in group), -names[name], name))


def _is_family(voice: Voice) -> bool:
    return voice.origin.named and voice.statement.speaker.kind.value != "person"
