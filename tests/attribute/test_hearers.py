"""Who passes words on: the outlet that was told, the one that saw a paper, the one that quotes another."""

import pytest

import tocsin


def _chain(text: str, code: str) -> list[str]:
    """The names between the outlet and the speaker, and the speaker, of the first statement with a cue."""
    statement = next(s for s in tocsin.statements(text, language=code) if not s.own)
    return [link.name for link in statement.chain[1:]]


@pytest.mark.parametrize(
    ("text", "code", "links"),
    [
        ("Two sailors told the Marsh Lantern that the quay was mined.", "en", 2),
        ("Two sailors told Quillon on Friday that the quay was mined.", "en", 2),
        ("Two sailors told the harbour committee that the quay was mined.", "en", 1),
        ("Two sailors told the parliament that the quay was mined.", "en", 1),
        ("The quay is mined, two sailors told the Open Shore Network, a group that tracks attacks.", "en", 2),
        ("The union said in a letter seen by the Marsh Lantern that the quay was mined.", "en", 2),
        ("The Marsh Lantern, citing a report in the daily Al-Rasif that quoted two sailors, said that the quay was mined.", "en", 3),
        ("“The quay is mined,” the Marsh Lantern quoted Captain Odo Varn as telling reporters on Monday.", "en", 2),
        ("وقال بحار لموقع «رصيف اليوم» إن الرصيف ملغم.", "ar", 2),
        ("وأكدت مصادر أمنية في الميناء لصحيفة «رصيف اليوم» إغلاق الرصيف.", "ar", 2),
        ("وعلمت صحيفة «رصيف اليوم» من مصادر في الميناء أن الرصيف ملغم.", "ar", 2),
        ("أفادت صحيفة «رصيف اليوم» بأن الرصيف ملغم، نقلا عن مصدر أمني.", "ar", 2),
    ],
)
def test_who_passes_the_words_on_stands_in_the_chain(text: str, code: str, links: int) -> None:
    assert len(_chain(text, code)) == links


def test_nobody_quoted_is_a_speaker_inside_a_quotation() -> None:
    text = "“Nobody ordered us to leave,” the Marsh Lantern quoted Captain Odo Varn as saying."
    assert _chain(text, "en") == ["Marsh Lantern", "Odo Varn"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“We fled at night,” a baker told the exiled outlet Quay Voice, which withheld his name.", ["Quay Voice", "baker"]),
        ("Two sailors told the rights group Sarin that the quay was mined.", ["Sarin", "sailors"]),
        ("The quay is mined, according to traders quoted by the radio station Marsh FM.", ["Marsh FM", "traders"]),
        ("The quay is mined, the medical charity Sans Rive said.", ["Sans Rive"]),
        ("The quay is mined, two sailors told state TV.", ["state TV", "sailors"]),
        ("The ministry, in remarks relayed by the Marsh Morning Post, said that the quay was mined.", ["Marsh Morning Post", "ministry"]),
        ("The quay is mined, Captain Odo Varn disclosed to The Marsh Tribune on Friday.", ["Marsh Tribune", "Odo Varn"]),
        ("A harbour official, reached separately by Quillon Wire, said that the quay was mined.", ["Quillon Wire", "harbour official"]),
        ("A sailor told Reuters Tuesday that the quay was mined.", ["Reuters", "sailor"]),
    ],
)
def test_who_carries_words_has_the_whole_of_his_name_and_no_more(text: str, chain: list[str]) -> None:
    assert _chain(text, "en") == chain


def test_a_name_with_a_verb_behind_it_is_what_was_told_and_no_part_of_the_hearer() -> None:
    statement = next(s for s in tocsin.statements("Two sailors told the agency Varn had mined the quay.", language="en") if not s.own)
    assert statement.content[0].of("Two sailors told the agency Varn had mined the quay.") == "Varn had mined the quay"


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("The gate stays shut, a border commander told drivers, according to traders.", [["traders", "border commander"]]),
        (
            "The quay is mined, Quillon television reported, quoting the prosecution as saying that sailors had lied.",
            [["Quillon"], ["Quillon", "prosecution"]],
        ),
        ("The quay is mined, the daily Hurva wrote on Tuesday without saying how it knew.", [["Hurva"]]),
        ("In Masisi, the weekly bulletin of the Marsh Network says, boats are moored.", [["Marsh Network"]]),
        ("A harbour official put it more bluntly: “The quay is mined.”", [["harbour official"]]),
        ("Two survivors brought ashore at Zawiya told Quillon Wire that the quay was mined.", [["Quillon Wire", "survivors"]]),
        (
            "The quay is mined, a nurse told her colleagues over a satellite link, the medical charity Sans Rive said.",
            [["Sans Rive"], ["Sans Rive", "nurse"]],
        ),
    ],
)
def test_two_who_pass_on_the_same_words_stand_in_order(text: str, chains: list[list[str]]) -> None:
    given = [[link.name for link in s.chain[1:]] for s in tocsin.statements(text, language="en") if not s.own]
    assert sorted(given) == sorted(chains)


def test_who_claims_an_attack_claims_responsibility() -> None:
    statement = next(s for s in tocsin.statements("The Marsh Brigade claimed Saturday's drone attack on the field.", language="en"))
    assert (statement.act.value, statement.speaker.name) == ("claim-responsibility", "Marsh Brigade")
