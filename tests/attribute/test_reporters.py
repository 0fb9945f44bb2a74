"""Witnesses heard in a body's report."""

import tocsin

REPORT = "Soldiers burned at least 14 villages in May, the Oro Observatory said in a report published on Tuesday."


def _speakers(text: str) -> list[tuple[str, ...]]:
    return [tuple(link.name for link in s.chain[1:]) for s in tocsin.statements(text, language="en") if not s.own]


def test_witnesses_speak_through_the_report() -> None:
    assert _speakers(f"{REPORT} Two survivors said the men wore boots.")[1] == ("Oro Observatory", "survivors")


def test_others_speak_for_themselves() -> None:
    assert _speakers(f"{REPORT} The army rejected the findings.")[1] == ("army",)


def test_who_asks_for_the_report_stands_for_its_body() -> None:
    assert _speakers(f'{REPORT} "They came with lists," Amina Bello told researchers.')[1] == ("Oro Observatory", "Amina Bello")


def test_witnesses_whom_the_outlet_met_by_itself_need_no_report() -> None:
    assert _speakers(f"Two survivors said the men wore boots. {REPORT} A farmer said they had lists.")[-1] == ("farmer",)


def test_a_ministrys_report_hears_no_witnesses() -> None:
    lead = "Rebels burned 14 villages in May, the interior ministry said in a report published on Tuesday."
    assert _speakers(f"{lead} Two survivors said the men wore boots.")[1] == ("survivors",)


def test_an_answer_to_the_body_comes_through_it() -> None:
    text = f"{REPORT} In a written reply to the group, the prison's director, Jan Holt, said that every death had been looked into."
    assert _speakers(text)[1] == ("Oro Observatory", "Jan Holt")


def test_we_is_the_outlet_itself_outside_quotations() -> None:
    assert _speakers("The ambulance service said a child was hurt. We said earlier that the bridge was gone.") == [("ambulance service",)]
