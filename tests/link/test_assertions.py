"""Clauses taken apart: what they say happens, of whom, how often, and whether they deny it."""

from datetime import date

import pytest

from newsroom import Said, body, person, view, write
from tocsin.link import actors, assertions
from tocsin.model import Act, Commitment
from tocsin.model.assertion import Assertion, Nature

SPEAKER = person("Nadia Farouk")


def read(said: Said | str, *before: str, language: str = "en") -> tuple[Assertion, ...]:
    article = write("Harbour Post", *before, said, language=language)
    seen = view(article)
    found = assertions.read(seen, article, actors.resolve(seen))
    return tuple(a for a in found if a.statement == article.statements[-1].id)


def only(said: Said | str, *before: str, language: str = "en") -> Assertion:
    found = read(said, *before, language=language)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "clauses"),
    [
        ("ISIS is regaining strength by seizing weapons left behind", "en", [("regroup",), ("seize",)]),
        ("seven soldiers were killed and nine others were wounded in the market", "en", [("killed",), ("wounded",)]),
        ("ISIS captured weapons after the fall of the government", "en", [("seize",)]),
        ("the gate was destroyed after gunmen were seen to attack it", "en", [("destroyed",), ("attack",)]),
        ("التنظيم يعيد ترتيب صفوفه بعد استيلائه على أسلحة", "ar", [("regroup",), ("seize",)]),
        ("داعش استولى على أسلحة بعد سقوط النظام", "ar", [("seize",)]),
        ("37 سجينا هربوا وأن سبعة من الحراس قتلوا", "ar", [("escaped",), ("killed",)]),
    ],
)
def test_a_content_parts_into_the_clauses_that_tell_something(text: str, language: str, clauses: list[tuple[str, ...]]) -> None:
    assert [a.predicates for a in read(Said(text, (SPEAKER,)), language=language)] == clauses


@pytest.mark.parametrize(
    ("text", "language", "predicates"),
    [
        ("none of the men who broke out of the prison had entered Iraq", "en", [("crossed",)]),
        ("guards were moved to prevent an attack on the camp", "en", [("transfer",)]),
        ("القوات انتشرت لمنع هجوم على المخيم", "ar", [("deployed",)]),
        ("anyone who shelters them will be treated as one of them", "en", [()]),
        ("52 فارا من السجن و11 قتيلا من الحراس", "ar", [("escaped",), ("killed",)]),
    ],
)
def test_only_what_is_said_to_happen_is_told(text: str, language: str, predicates: list[tuple[str, ...]]) -> None:
    said = Said(text, (SPEAKER,), figures=(("52 فارا", 52.0, 52.0, "escaped", None),) if "52" in text else ())
    assert [a.predicates for a in read(said, language=language)] == predicates


def test_a_closing_quotation_mark_is_no_clause() -> None:
    found = read(Said("“This was prepared by people who knew the place,”", (SPEAKER,)))
    assert [a.whole for a in found] == [True]


@pytest.mark.parametrize(("text", "own"), [("that they had carried out a strike", True), ("that a drone hit the camp", False)])
def test_who_denies_to_have_done_it_is_the_one_that_it_is_said_of(text: str, *, own: bool) -> None:
    speaker = body("Sand Brigade")
    found = only(Said(text, (speaker,), act=Act.DENY, commitment=Commitment.DENIED))
    assert (found.agent is not None) is own


def test_a_clause_without_a_subject_has_that_of_the_clause_before() -> None:
    first, second = read(Said("ISIS is regaining strength by seizing weapons", (SPEAKER,)))
    assert first.agent == second.agent == "group:islamic-state"


@pytest.mark.parametrize(
    ("text", "language"),
    [("the group has expanded the territory it controls", "en"), ("عناصر التنظيم وسعوا سيطرتهم على الأرض", "ar")],
)
def test_the_group_is_the_armed_group_named_before(text: str, language: str) -> None:
    before = "ISIS was seen near the river" if language == "en" else "شوهد داعش قرب النهر"
    assert only(Said(text, (SPEAKER,)), before, language=language).actors == ("group:islamic-state",)


@pytest.mark.parametrize(
    ("text", "language", "negated"),
    [
        ("ISIS no longer controls territory", "en", True),
        ("none of the prisoners escaped", "en", True),
        ("no fewer than 52 prisoners escaped", "en", False),
        ("soldiers escaped, manned or not, in trucks", "en", False),
        ("Syria cannot bear more fighting", "en", True),
        ("لم يهرب أي سجين", "ar", True),
        ("ما لا يقل عن 52 سجينا هربوا", "ar", False),
        ("سوريا لا تتحمل المزيد من القتال", "ar", True),
        ("none of the men who broke out of the prison had entered Iraq", "en", True),
        ("لا أحد من الرجال الذين فروا من السجن قد دخل العراق", "ar", True),
        ("nobody has listened, because a trial costs less", "en", False),
        ("the ministry, which has not recognised the new council, is attacking the camp", "en", False),
        ("الحل ليس في الجدار بل في محاكمة", "ar", False),
    ],
)
def test_a_negation_before_what_happens_denies_it(text: str, language: str, *, negated: bool) -> None:
    assert only(Said(text, (SPEAKER,)), language=language).negated is negated


def test_a_denial_turns_what_is_denied_round() -> None:
    assert only(Said("that a drone hit the checkpoint", (SPEAKER,), act=Act.DENY, commitment=Commitment.DENIED)).negated
    assert not only(Said("that a drone hit the checkpoint", (SPEAKER,))).negated


@pytest.mark.parametrize(
    ("text", "agent", "patient"),
    [
        ("Israel attacked Lebanon", "state:IL", "state:LB"),
        ("Lebanon was attacked by Israel", "state:IL", "state:LB"),
        ("an attack by Israel on Lebanon", "state:IL", "state:LB"),
        ("Lebanon attacked Israel", "state:LB", "state:IL"),
    ],
)
def test_who_acts_on_whom_is_read_from_order_voice_and_prepositions(text: str, agent: str, patient: str) -> None:
    found = only(Said(text, (SPEAKER,)))
    assert (found.agent, found.patient) == (agent, patient)


def test_a_country_after_in_is_a_place() -> None:
    found = only(Said("ISIS is active in Syria and Iraq", (SPEAKER,)))
    assert found.places == ("state:IQ", "state:SY")
    assert found.actors == ("group:islamic-state",)


@pytest.mark.parametrize(
    ("text", "affirmed", "refused"),
    [
        ("29 prisoners escaped, not 37", [29.0], (37.0,)),
        ("the count of those who escaped was cut to 29 from 37", [], (37.0,)),
        ("37 prisoners escaped", [37.0], ()),
    ],
)
def test_a_number_that_is_set_aside_is_not_affirmed(text: str, affirmed: list[float], refused: tuple[float, ...]) -> None:
    figures = tuple((f"{n:g}", n, n, "escaped", None) for n in affirmed)
    found = only(Said(text, (SPEAKER,), figures=figures))
    assert ([f.low for f in found.figures], found.refused) == (affirmed, refused)


@pytest.mark.parametrize(
    ("act", "text", "nature"),
    [
        (Act.ASSERT, "ISIS is regrouping", Nature.FACT),
        (Act.WARN, "the revival of ISIS in Syria", Nature.FACT),
        (Act.WARN, "the danger of prisoners escaping", Nature.FEAR),
        (Act.CONCERN, "prisoners escaping", Nature.FEAR),
        (Act.DEMAND, "Iraq to rebuild the prison", Nature.DEMAND),
        (Act.PRAISE, "the ceasefire", Nature.PRAISE),
        (Act.PREDICT, "another attack", Nature.FORECAST),
        (Act.ASSERT, "it could not be verified who attacked the camp", Nature.QUESTION),
    ],
)
def test_only_facts_can_be_so(act: Act, text: str, nature: Nature) -> None:
    assert only(Said(text, (SPEAKER,), act=act)).nature is nature


def test_a_claim_of_responsibility_is_a_deed_of_the_speaker() -> None:
    found = only(Said("the attack on the camp", (body("Sand Brigade"),), act=Act.CLAIM))
    assert found.deed
    assert found.agent in found.actors


def test_a_day_holds_on_through_the_sentence() -> None:
    found = read(Said("gunmen attacked the camp and later withdrew from the whole valley", (SPEAKER,), on=date(2014, 6, 1)))
    assert {a.first for a in found} == {date(2014, 6, 1)}


def test_a_language_without_a_pack_is_one_clause_without_concepts() -> None:
    found = only(Said("De gevangenen zijn ontsnapt", (SPEAKER,)), language="nl")
    assert (found.predicates, found.whole) == ((), True)
