"""Verbs at the end of the sentence: who speaks before, behind and around them."""

import pytest

import tocsin
from tocsin.model import Act, Commitment, Statement


def _read(text: str) -> list[Statement]:
    return [statement for statement in tocsin.statements(text, language="tr") if not statement.own]


def _told(text: str) -> list[tuple[str, str]]:
    return [(one.speaker.name, " ".join(span.of(text) for span in one.content)) for one in _read(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vali Can Er, yolun kapandığını söyledi.", [("Can Er", "yolun kapandığını")]),
        ("Yolun kapandığını belirten Vali Can Er, “Dikkatli olun” dedi.", [("Can Er", "Yolun kapandığını"), ("Can Er", "“Dikkatli olun”")]),
        (
            "Vali Can Er, yolun kapandığını belirterek, ekiplerin çalıştığını söyledi.",
            [("Can Er", "yolun kapandığını"), ("Can Er", "ekiplerin çalıştığını")],
        ),
        ("Valilikten yapılan açıklamada, yolun kapandığı bildirildi.", [("Valilik", "yolun kapandığı")]),
        ("Valiliğe göre, yol kapandı.", [("Valilik", "yol kapandı")]),
        ("“Yol kapandı, geçemezsiniz” diyor çoban Musa Tel.", [("Musa Tel", "“Yol kapandı, geçemezsiniz”")]),
        ("Saldırıyı Çöl Bölüğü üstlendi.", [("Çöl Bölüğü", "Saldırıyı")]),
        ("Vali Can Er, “Yol kapandı. Köy tahliye edildi.” dedi.", [("Can Er", "“Yol kapandı. Köy tahliye edildi.”")]),
    ],
)
def test_the_speaker_is_found(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Kıyı Gazetesi'ne konuşan bir yetkili, sınırın kapandığını söyledi.", ["Kıyı Gazetesi", "bir yetkili"]),
        ("Kıyı Gazetesi'nin diplomatlara dayandırdığı haberine göre, sınır kapandı.", ["Kıyı Gazetesi", "diplomatlar"]),
        ("Kıyı Gazetesi, diplomatlara dayanarak, sınırın kapandığını yazdı.", ["Kıyı Gazetesi", "diplomatlar"]),
        ("Kıyı Gazetesi, sınırın kapandığını diplomatlara dayandırarak yazdı.", ["Kıyı Gazetesi", "diplomatlar"]),
        ("Kıyı Gazetesi'nin haberine göre, Vali Can Er yolun kapandığını söyledi.", ["Kıyı Gazetesi", "Can Er"]),
    ],
)
def test_who_passed_it_on_is_a_link(text: str, chain: list[str]) -> None:
    (statement,) = _read(text)
    assert [link.name for link in statement.chain[1:]] == chain


def test_a_passive_verb_without_a_paper_names_nobody() -> None:
    (statement,) = _read("Köprünün çöktüğü öğrenildi.")
    assert statement.speaker.unnamed
    assert statement.source is None


@pytest.mark.parametrize(
    "text",
    [
        "Ne ordu ne de isyancılar haberi doğruladı.",
        "Ordu haberi ne doğruladı ne de yalanladı.",
        "Ekmek hane büyüklüğüne göre dağıtılıyor.",
        "Anayasaya göre başkan beş yıl için seçiliyor.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "act", "commitment"),
    [
        ("Ordu, iddiaların asılsız olduğunu açıkladı.", Act.DENY, Commitment.DENIED),
        ("Bakan, sınırın kapatılması gerektiğini söyledi.", Act.DEMAND, Commitment.CERTAIN),
        ("Uzman, barajın çökebileceğini söyledi.", Act.ASSERT, Commitment.POSSIBLE),
        ("Bakan, ölenlerin sayısının 21 değil 12 olduğunu açıkladı.", Act.RETRACT, Commitment.CERTAIN),
    ],
)
def test_the_end_of_the_content_decides_how_it_is_held(text: str, act: Act, commitment: Commitment) -> None:
    (statement,) = _read(text)
    assert (statement.act, statement.commitment) == (act, commitment)


def test_a_colon_at_the_end_of_a_paragraph_opens_what_is_said_in_the_next() -> None:
    assert _told("Vali Can Er şöyle konuştu:\n\n“Yol kapandı, köye ulaşamıyoruz.”") == [("Can Er", "“Yol kapandı, köye ulaşamıyoruz.”")]
