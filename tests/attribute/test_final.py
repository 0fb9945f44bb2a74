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


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Liman dergisine konuşan Amiral Can Er ise yolun kapandığını söylemişti.", ["Liman dergisi", "Can Er"]),
        ("Bir subay kendisine “Kamerayı bırak, yoksa sıra sende” diye bağırdı.", ["Bir subay"]),
        ("Bir şoförün Ova Postası'na anlattığına göre kapı açılmayacakmış.", ["Ova Postası", "Bir şoför"]),
        ("Adının gizli tutulmasını isteyen bir diplomat, Ova Postası'na “Heyet salondan kalktı” dedi.", ["Ova Postası", "bir diplomat"]),
        ("Muhalif kaynaklara dayanan Ova Bülteni, iki aracın vurulduğunu bildirdi.", ["Ova Bülteni", "Muhalif kaynaklar"]),
        ("Ova Nöbeti adlı izleme grubu, iki aracın vurulduğunu bildirdi.", ["Ova Nöbeti"]),
        ("İnsan hakları örgütü Kalem Ağı, iki aracın vurulduğunu bildirdi.", ["Kalem Ağı"]),
        ("Vali Can Er'e kalırsa tek çare ortak tarama.", ["Can Er"]),
        ("Nöbetteki hemşire gördüğünü söyledi.", ["Nöbetteki hemşire"]),
    ],
)
def test_whoever_stands_between_is_a_link(text: str, chain: list[str]) -> None:
    (one,) = _read(text)
    assert [link.name for link in one.chain[1:]] == chain


def test_passive_verbs_go_on_with_the_paper_of_the_sentence_before() -> None:
    text = "Valilikten yapılan açıklamada, yolun kapandığı belirtildi. Köyün boşaltıldığı kaydedildi. Halktan evde kalmaları istendi."
    assert [one.speaker.name for one in _read(text)] == ["Valilik", "Valilik", "Valilik"]


def test_what_is_only_rumoured_does_not_go_on_with_it() -> None:
    text = "Valilikten yapılan açıklamada, yolun kapandığı belirtildi. Köyün boşaltıldığı iddia edildi."
    assert _read(text)[1].speaker.unnamed


def test_a_participle_before_a_paper_brings_its_words() -> None:
    text = "Kalem Ağı bir rapor yayımladı. “Yelek artık koruma değil” denilen raporda, otuz tanık var."
    assert [" ".join(span.of(text) for span in one.content) for one in _read(text)] == ["“Yelek artık koruma değil”"]


@pytest.mark.parametrize("text", ["Ordu kenti geri aldı.", "Hastalar bize harita soruyor."])
def test_verbs_without_words_are_no_statements(text: str) -> None:
    assert _read(text) == []


def test_words_of_others_are_taken_back_by_noun() -> None:
    (one,) = _read("Vali Can Er, sabotaj sözünü geri aldı.")
    assert one.act is Act.RETRACT


def test_what_ought_to_be_is_said_whole() -> None:
    assert _told("Vali Can Er, yolun açılması gerektiğini vurguladı.") == [("Can Er", "yolun açılması gerektiğini")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Filistin resmi ajansı WAFA'nın haberine göre, yol kapandı.", ["WAFA"]),
        ("İsrailli bir yetkili Ova televizyonuna, yolun kapandığını aktardı.", ["Ova televizyonu", "İsrailli bir yetkili"]),
        ("Yönetime yakın Ova gazetesi, yolun kapandığını ileri sürdü.", ["Ova gazetesi"]),
        ("Bakan Can Er, düzenlediği basın toplantısında iddiaları reddetti.", ["Can Er"]),
    ],
)
def test_what_describes_a_speaker_is_no_part_of_his_name(text: str, chain: list[str]) -> None:
    (one,) = _read(text)
    assert [link.name for link in one.chain[1:]] == chain


def test_two_clauses_have_two_subjects() -> None:
    text = "Hastane yetkilileri yaralıların durumunun ağır olduğunu bildirirken, tanıklar yolun kapandığını anlattı."
    assert [name for name, _ in _told(text)] == ["Hastane yetkilileri", "tanıklar"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ova Bakanlığından, iki askerin öldüğü bildirildi.", [("Ova Bakanlığı", "iki askerin öldüğü")]),
        (
            "Ova İdaresi, geçen hafta bulunan mayının imha edildiğini açıkladı.",
            [("Ova İdaresi", "geçen hafta bulunan mayının imha edildiğini")],
        ),
        ("Ova Ajansı, bir kaynağa dayanarak suyun kesildiğini geçti.", [("bir kaynak", "suyun kesildiğini")]),
        ("Kanalın yönetmeni Can Er'in aktardığına göre, yol kapandı.", [("Can Er", "yol kapandı")]),
        ("Salim'in çalıştığı Ova televizyonu, yolun kapandığını duyurdu.", [("Ova televizyonu", "yolun kapandığını")]),
        ("Dünya Gıda Programı, yolun kapandığını duyurdu.", [("Dünya Gıda Programı", "yolun kapandığını")]),
        ("Müdür Yahya Şerafeddin, yolun kapandığını söyledi.", [("Yahya Şerafeddin", "yolun kapandığını")]),
    ],
)
def test_phrases_are_told_by_their_endings(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


def test_a_pronoun_may_vouch() -> None:
    text = "Vali Can Er yolun kapandığını söyledi. Ona göre yol bahardan önce açılmayacak."
    assert [name for name, _ in _told(text)] == ["Can Er", "Can Er"]


def test_a_body_that_somebody_flees_from_says_nothing() -> None:
    assert _read("Hastaneden kaçtığı bildirildi.")[0].speaker.unnamed


def test_a_body_and_a_colon_open_a_line() -> None:
    assert _told("Ova Hastanesi: 4 yaralı, durumları iyi.") == [("Ova Hastanesi", "4 yaralı, durumları iyi")]
    assert _told("Bilanço: 4 ölü, 3 yaralı.") == []
