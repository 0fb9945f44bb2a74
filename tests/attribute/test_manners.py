"""The manners in which English reporting names who speaks: one sentence of each, with the names of its chain behind the outlet."""

import pytest

import tocsin
from tocsin.model import Act, Statement

CHAINS = [
    # clauses in passing
    ("The lock, as one warden put it to Kestrel Radio, is “a door without a wall”.", ["Kestrel Radio", "one warden"]),
    ("As the Danube Chronicle first reported, the minister had bought the villa with cash.", ["Danube Chronicle"]),
    # nouns with their owner
    ("A denial from the militia that it had mined the road came too late.", ["militia"]),
    ("The minister's repeated assurance that no one would be moved did not calm the town.", ["minister"]),
    ("Warnings from beekeepers that the wells were poisoned went unheard.", ["beekeepers"]),
    # papers and who holds them
    ("Documents seen by Quillon show that the shipment was insured in Batumi.", ["Quillon", "Documents"]),
    ("According to minutes of the meeting obtained by Quillon, the colonel warned that supplies would run out.", None),
    ("In a letter to the governor, seen by Quillon, shopkeepers asked that the curfew be lifted.", ["Quillon", "shopkeepers"]),
    # told, quoted, cited
    ("Two diplomats briefed on the talks told Quillon that the draft had been rejected.", ["Quillon", "diplomats"]),
    ("Two drivers who reached Adre told Quillon that the ferry had burned.", ["Quillon", "drivers"]),
    (
        "The rebels' spokesman, Yaw Mensah, was quoted by Kestrel Radio as saying that the hostages were alive.",
        ["Kestrel Radio", "Yaw Mensah"],
    ),
    ("A baker — granted anonymity because she fears arrest — told Quillon there was no flour.", ["Quillon", "baker"]),
    ("The coastguard's chief, Bo Hansen, confirmed to Quillon that two men had drowned.", ["Quillon", "Bo Hansen"]),
    # people through whom words pass
    ("Through her lawyer, Ines Brandt, the detained editor denied the charge.", ["Ines Brandt", "detained editor"]),
    ("The prosecutor was said by colleagues to have resigned.", ["colleagues"]),
    # several
    ("Nearly half said they had sold their animals.", ["half"]),
]


def _spoken(text: str) -> list[Statement]:
    return [statement for statement in tocsin.statements(text, language="en") if not statement.own]


@pytest.mark.parametrize(("text", "names"), [(text, names) for text, names in CHAINS if names is not None])
def test_the_chain_names_who_speaks_and_through_whom(text: str, names: list[str]) -> None:
    assert [link.name for link in _spoken(text)[0].chain[1:]] == names


def test_a_paper_only_carries_what_another_says_in_it() -> None:
    (statement,) = _spoken("According to minutes of the meeting obtained by Quillon, the colonel warned that supplies would run out.")
    assert [link.name for link in statement.chain[1:]] == ["Quillon", "minutes of the meeting", "colonel"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Soldiers told the drivers to turn back.", Act.DEMAND),
        ("The council asked that observers be let in.", Act.DEMAND),
        ("The two sides agreed to reopen the bridge.", Act.PROMISE),
        ("The general said he had nothing to do with the raid.", Act.DENY),
        ("“Not us,” the captain said.", Act.DENY),
        ("The bishop said parishioners had told him that soldiers took the grain.", Act.REPORT),
        ("The attack was claimed by a group nobody had heard of.", Act.CLAIM),
        ("Halden Wire on Friday withdrew a story that the mayor had fled.", Act.RETRACT),
    ],
)
def test_what_is_said_tells_what_is_done(text: str, act: Act) -> None:
    assert _spoken(text)[0].act is act


@pytest.mark.parametrize(
    "text",
    [
        "The statement promised for noon lay unsigned on the desk.",
        "A nurse asked not to be named.",
        "She denied it.",
        "If the ministry says the road is open, nobody believes it.",
        "The army has not said whether the pilot survived.",
    ],
)
def test_words_of_saying_that_state_nothing_make_no_statement(text: str) -> None:
    assert _spoken(text) == []


def test_spoken_words_wait_for_a_cue_of_their_own() -> None:
    text = "“We are stuck,” Odo Varn said. “Who told you? Nobody moves,” Mira Kent answered."
    assert [(s.speaker.name, len(s.content)) for s in _spoken(text)] == [("Odo Varn", 1), ("Mira Kent", 1)]


def test_what_is_said_inside_spoken_words_is_held_by_who_speaks_them() -> None:
    text = "“They are gone. My sister said the market was burning,” Idris Bello told Quillon."
    inner = next(s for s in _spoken(text) if s.speaker.name == "My sister")
    assert [link.name for link in inner.chain[1:]] == ["Quillon", "Idris Bello", "My sister"]


def test_a_pronoun_means_a_woman_or_a_man() -> None:
    text = "Minister Olga Petrenko met the rector, Pavlo Hrytsak. She said the talks were short. He said they were long."
    assert [s.speaker.name for s in _spoken(text)] == ["Olga Petrenko", "Pavlo Hrytsak"]


def test_this_points_back_to_the_sentence_before() -> None:
    text = "Forty villages are empty. The emir's spokesman, Sabiu Kware, disclosed this in an interview with the News Beacon."
    (statement,) = _spoken(text)
    assert statement.content[0].of(text) == "Forty villages are empty."
    assert [link.name for link in statement.chain[1:]] == ["News Beacon", "Sabiu Kware"]
