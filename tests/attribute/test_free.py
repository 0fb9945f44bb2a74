"""Attributions in a language of free word order: who speaks is told by cases, wherever he stands."""

import pytest

import tocsin
from tocsin.model import Act, Statement, Voice


def _read(text: str) -> list[Statement]:
    return [one for one in tocsin.statements(text, language="ru") if not one.own]


def _told(text: str) -> tuple[str, str]:
    (one,) = _read(text)
    return one.speaker.name, " … ".join(span.of(text) for span in one.content)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мэр Игорь Зотов заявил, что мост закрыт.", "Игорь Зотов"),
        ("Мост закрыт, заявил мэр Игорь Зотов.", "Игорь Зотов"),
        ("Мост закрыт, заявили в мэрии.", "мэрия"),
        ("В мэрии Лугового заявили, что мост закрыт.", "мэрия Лугового"),
        ("По словам мэра Игоря Зотова, мост закрыт.", "Игорь Зотов"),
        ("Мост, по данным местных властей, закрыт.", "местные власти"),
        ("Как сообщила директор школы Анна Зотова, мост закрыт.", "Анна Зотова"),
    ],
)
def test_a_speaker_is_found_before_and_behind_the_verb(text: str, speaker: str) -> None:
    assert _told(text)[0] == speaker


def test_words_that_point_back_bring_the_sentence_before() -> None:
    text = "Мост закрыт до утра. Об этом сообщил дежурный офицер."
    assert _told(text)[1] == "Мост закрыт до утра."


def test_who_passes_on_words_of_the_sentence_before_stands_in_their_chain() -> None:
    (one,) = _read("Мэр Игорь Зотов заявил, что мост закрыт. Об этом сообщает газета «Луговой вестник».")
    assert [link.name for link in one.chain[1:]] == ["Луговой вестник", "Игорь Зотов"]


def test_a_quotation_goes_on_behind_the_words_of_the_author() -> None:
    text = "«Мост закрыт, — сказал мэр Игорь Зотов, — и откроется утром»."
    assert _told(text) == ("Игорь Зотов", "«Мост закрыт, … и откроется утром»")


def test_a_line_of_dialogue_is_direct_speech() -> None:
    (one,) = _read("— Кто закрыл мост? — спросил судья.")
    assert (one.act, one.voice, one.speaker.name) == (Act.ASK, Voice.DIRECT, "судья")


def test_an_outlet_that_was_told_is_no_speaker() -> None:
    (one,) = _read("Сторож моста, попросивший не называть его имени, рассказал «Луговому вестнику», что мост закрыт.")
    assert [link.name for link in one.chain[1:]] == ["Луговому вестнику", "Сторож моста"]


@pytest.mark.parametrize("text", ["Мэр не сообщил, что мост закрыт.", "Если мэр признает, что мост закрыт, движение встанет."])
def test_what_is_not_said_is_no_statement(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мэр Игорь Зотов, впрочем, признался журналистам, что моста нет.", "Игорь Зотов"),
        ("Между тем газета «Луговой вестник» написала, что моста нет.", "Луговой вестник"),
        ("При этом в травматологии нам сказали, что мост закрыт.", "травматология"),
        ("Экономист Анна Зотова настроена оптимистичнее: мост откроют к весне.", "Анна Зотова"),
        ("Сторож разводит руками: «Начальство не докладывает».", "Сторож"),
        ("Мост закрыт, уточнил нам знакомый пожарный, фамилию просил не называть.", "знакомый пожарный"),
        ("Посол обратила внимание на рост числа жертв.", "Посол"),
    ],
)
def test_a_speaker_is_found_around_words_of_the_newsroom(text: str, speaker: str) -> None:
    assert _told(text)[0] == speaker


def test_a_pronoun_finds_its_person_by_gender() -> None:
    text = "Мэр Иван Зотов заявил, что моста нет. Губернатор Анна Петренко возразила, что мост есть. Он добавил, что это ложь."
    assert [one.speaker.name for one in _read(text)] == ["Иван Зотов", "Анна Петренко", "Иван Зотов"]


def test_a_name_with_initials_is_a_person() -> None:
    text = "С.В. Громов заявил, что мост закрыт. Он также выразил обеспокоенность состоянием дороги."
    assert [one.speaker.name for one in _read(text)] == ["С.В. Громов", "С.В. Громов"]


def test_an_object_before_a_colon_belongs_to_the_content() -> None:
    assert _told("Мэр Зотов отверг обвинения в свой адрес: «Это ложь и выдумки».")[1] == "обвинения в свой адрес: «Это ложь и выдумки»"


def test_one_of_them_is_nobody_by_name() -> None:
    one = _read("Мост закрыт, сообщили два врача. Один из них предупредил: «К ночи будет поздно ехать».")[-1]
    assert (one.speaker.name, one.speaker.unnamed) == ("Один из них", True)


def test_the_clock_of_a_live_page_is_no_content() -> None:
    assert _told("18:31 Колонна идёт к мосту, передаёт агентство «Савана».")[1] == "Колонна идёт к мосту"


@pytest.mark.parametrize(
    "text", ["А что говорят местные?", "Министр отозвал посла в Дакаре.", "Заведующая показывает журнал: отключений сорок одно."]
)
def test_words_that_only_look_like_speech_are_none(text: str) -> None:
    assert _read(text) == []


def test_a_quoted_name_is_called_as_behind_its_noun() -> None:
    text = "Мэр сослался на фонд «Опора». В «Опоре» сказали, что моста нет. Сторож рассказал «Опоре», что мост есть."
    assert [link.name for one in _read(text) for link in one.chain[1:]][-3:] == ["Опора", "Опора", "Сторож"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Пресс-секретарь мэра, как передаёт агентство «Столица», назвал это ошибкой.", ["Столица", "Пресс-секретарь мэра"]),
        ("Мост закрыт, сообщает «Столица» со ссылкой на местный комитет спасения.", ["Столица", "местный комитет спасения"]),
        ("Инженер Юрий Громов, слова которого приводит «Столица», уверяет: мост откроют.", ["Столица", "Юрий Громов"]),
        ("Из переписки, копия которой есть у «Столицы», следует, что мост закрыт.", ["Столицы", "переписка"]),
        ("Собеседник издания сообщил, что мост закрыт.", ["Собеседник издания"]),
        ("«Это ложь», — прокомментировал слухи представитель мэрии Юрий Громов.", ["Юрий Громов"]),
    ],
)
def test_whoever_passes_words_on_is_a_link(text: str, chain: list[str]) -> None:
    (one,) = _read(text)
    assert [link.name for link in one.chain[1:]] == chain


def test_what_another_told_stands_inside_what_he_says() -> None:
    outer, inner = _read("Депутат Юрий Громов написал, что, как ему сообщили в бригаде, мост закрыт.")
    assert [link.name for link in inner.chain[1:]] == ["Юрий Громов", "бригада"]
    assert len(outer.chain) == 2


def test_what_was_reported_before_is_nobodys() -> None:
    assert _read("Мэр заявил, что мост закрыт. Ранее сообщалось, что у моста был взрыв.")[1].speaker.unnamed


def test_who_denies_does_not_pass_on() -> None:
    denied, said = _read("Жители считают, что мост закрыт; полиция это отрицает.")
    assert (denied.act, [link.name for link in said.chain[1:]]) == (Act.DENY, ["Жители"])


def test_a_quotation_holds_a_name_in_marks() -> None:
    text = "«Мост взял отряд «Заря» ещё ночью, — сказал мэр Зотов, — и держит его»."
    assert _told(text)[1] == "«Мост взял отряд «Заря» ещё ночью, … и держит его»"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Мэрия обвинила перевозчика в срыве ремонта.", ("мэрия", "перевозчика в срыве ремонта")),
        ("В мэрии эту информацию назвали ложью.", ("мэрия", "эту информацию … ложью")),
        ("Столица пообещала «жёстко ответить» на обстрел.", ("Столица", "«жёстко ответить» на обстрел")),
        ("Генштаб: за сутки отбито двенадцать атак.", ("Генштаб", "за сутки отбито двенадцать атак")),
        ("По данным нашего источника, мост закроют.", ("источник", "мост закроют")),
        ("Мэрия выразила обеспокоенность в связи с закрытием моста.", ("мэрия", "закрытием моста")),
    ],
)
def test_a_content_is_whole_and_its_speakers_own(text: str, told: tuple[str, str]) -> None:
    speaker, content = _told(text)
    assert (speaker.casefold(), content) == (told[0].casefold(), told[1])


def test_a_noun_may_point_back_to_a_woman() -> None:
    text = "Анна Громова живёт здесь давно. «Моста нет», — жалуется она. Дрова, признаётся женщина, кончились."
    assert [one.speaker.name for one in _read(text)] == ["Анна Громова", "Анна Громова"]


def test_contrasted_words_are_anothers() -> None:
    text = "Мэр потребовал закрыть мост, тогда как губернатор призвал не спешить."
    assert [" ".join(span.of(text) for span in one.content) for one in _read(text)] == ["закрыть мост", "не спешить"]


@pytest.mark.parametrize("text", ["Пострадавшие: двое детей.", "Адрес: Москва, улица Ленина."])
def test_a_list_is_no_speech(text: str) -> None:
    assert _read(text) == []
