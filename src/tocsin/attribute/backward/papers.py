"""What a paper says in a clause of its own: "أصدرت الشركة بيانا | قالت فيه إن", "تداولت صفحات تسجيلا | يقول فيه رجل إن"."""

from tocsin.attribute.backward.asides import is_count, is_speaker
from tocsin.attribute.backward.bounds import cut_joined, whole_subject
from tocsin.attribute.backward.contents import find_begin
from tocsin.attribute.backward.subjects import find_subject, is_speaking
from tocsin.attribute.backward.topics import find_main
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit

_LED = 3  # tokens between a paper and the word that leads to whom it is from
_REACH = 14  # tokens between a paper and the verb that tells what it says


def read_on_paper(scan: Scan, hit: Hit[Sense], verb: Verb) -> Lead | None:
    """The speaker stands behind "in it"; else he is who made the paper, and where it only "came in it", the paper speaks itself."""
    itself = scan.keys[hit.last - 1] in scan.lexicon.inside
    at = hit.last if itself else hit.last + 1
    main = find_main(scan, hit.first)
    main = None if main is not None and _is_thing(scan, main) else main
    named = None if itself else cut_joined(scan, find_subject(scan, at), verb)
    begin = find_begin(scan, at if named is None else named[1], verb)
    if begin is None and named is None and "object" in verb.takes and at < scan.count and not scan.is_stop(at):
        begin = at  # "يؤكد فيه | أسر ستة جنود"
    source, carrier = (_paper(scan, hit.first) if itself else main), (main if itself else None)
    behalf = _behalf(scan, hit.first)
    giver = behalf or _giver(scan, hit.first)
    if named is not None and "object" in verb.takes and not _speaks(scan, named):
        begin, named = named[0], None  # "بيانا أعلنت فيه | تفجير برج"
    if named is None and giver is not None and not itself:
        source, carrier = giver, main
    elif named is not None:
        source, carrier = whole_subject(scan, named), main
    source = source or _owned(scan, hit.first)
    if begin is None or source is None:
        return None
    return Lead(hit.first, max(at, source[1]), (hit.first, at), verb.act, verb.commitment, source, begin, carrier=carrier, inner=True)


def _is_thing(scan: Scan, tokens: tuple[int, int]) -> bool:
    """ "وجاء | هذا الموقف ردا على بيان": a word with the article, or behind "this", that is nobody's noun or name."""
    definite = scan.keys[tokens[0]].startswith(scan.lexicon.grammar.definite_prefix) or scan.bits[tokens[0]] & c.DETERMINER
    return bool(definite) and not any(scan.bits[i] & c.SPEAKING for i in range(*tokens)) and not is_speaking(scan, tokens)


def _behalf(scan: Scan, end: int) -> tuple[int, int] | None:
    """In whose name the paper is: "بيانا باسم | أهالي المخطوفين | طالبوا فيه"."""
    at = next((i for i in range(end - 1, max(0, end - _REACH), -1) if scan.keys[i] in scan.lexicon.behalf), None)
    return None if at is None or not scan.bits[at - 1] & c.PAPER or at + 1 >= end else (at + 1, end)


def _giver(scan: Scan, end: int) -> tuple[int, int] | None:
    """Whose words the paper holds: "تسجيلا صوتيا من | قيادي في الجبهة | يؤكد فيه", "شهادات | ستة من الأهالي | أكدوا فيها"."""
    paper = _paper(scan, end)
    if paper is None:
        return None
    at = paper[1]
    led = next((i + 1 for i in range(at, min(end, at + _LED)) if scan.keys[i] in scan.lexicon.origins), at)
    if led >= end:
        return None
    first = at if is_count(scan, at) else led
    return (first, end) if is_count(scan, first) or is_speaker(scan, first) else None


def _speaks(scan: Scan, tokens: tuple[int, int]) -> bool:
    return bool(scan.bits[tokens[0]] & c.SPEAKING) or any(scan.keys[i] in scan.names for i in range(*tokens))


def _owned(scan: Scan, end: int) -> tuple[int, int] | None:
    """The paper with whose it is: "جاء ذلك في | تصريح لوزير الصحة | أكد فيه"."""
    paper = _paper(scan, end)
    return None if paper is None or paper[1] == end else (paper[0], end)


def _paper(scan: Scan, end: int) -> tuple[int, int] | None:
    """The noun of a paper before token ``end``, alone."""
    at = next((i for i in range(end - 1, max(-1, end - _REACH), -1) if scan.bits[i] & c.PAPER), None)
    return None if at is None else (at, at + 1)
