"""Quotations that stand alone: whose they are."""

import tocsin


def _spoken(text: str, language: str) -> dict[str, str]:
    return {
        " … ".join(span.of(text) for span in s.content).strip('"“”«» '): s.speaker.name
        for s in tocsin.statements(text, language=language)
        if not s.own
    }


def test_a_lone_quotation_goes_on_with_whom_the_sentence_before_reports() -> None:
    text = 'Marta Olin said the water came at four in the morning. "We have nothing left to save."'
    assert _spoken(text, "en")["We have nothing left to save."] == "Marta Olin"


def test_a_lone_quotation_in_the_next_paragraph_goes_on_too() -> None:
    text = "Le maire Jean Sarda a mis en cause l’exploitant.\n\n« Ils le savaient depuis des semaines. »"
    assert _spoken(text, "fr")["Ils le savaient depuis des semaines."] == "Jean Sarda"


def test_a_lone_quotation_is_of_the_outer_speaker() -> None:
    text = 'Marta Olin said a guard had told her that the gate was open. "I did not believe him at all."'
    assert _spoken(text, "en")["I did not believe him at all."] == "Marta Olin"


def test_a_lone_quotation_is_of_the_person_whom_the_sentence_before_tells_of() -> None:
    text = 'Interior Minister Jens Brandt closed his folder. "They knew for weeks and said nothing."'
    assert _spoken(text, "en")["They knew for weeks and said nothing."] == "Jens Brandt"


def test_a_lone_quotation_behind_a_sentence_about_nobody_is_nobodys() -> None:
    assert _spoken('The road was closed at noon. "Nobody will pass here tonight."', "en") == {}


def test_a_quotation_at_the_head_of_a_paragraph_is_of_whom_the_next_sentence_tells() -> None:
    text = 'Marta Olin said the water came at four.\n\n"I will not resign over this." With that, Governor Pavel Orlin closed the briefing.'
    assert _spoken(text, "en")["I will not resign over this."] == "Pavel Orlin"
