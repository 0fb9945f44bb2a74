"""Arabic: asides between a subject and what he says, trades that are no names, names with the article, one who goes on behind "but he"."""

import pytest

import tocsin
from tocsin.model import Act, Statement


def _read(text: str) -> list[Statement]:
    return [statement for statement in tocsin.statements(text, language="ar") if not statement.own]


def _drawn(text: str) -> list[str]:
    return [" ← ".join(link.name for link in statement.chain[1:]) for statement in _read(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("ورجح ضابط في القيادة، طلب عدم ذكر اسمه لأنه غير مخول بالحديث، انسحاب القوة غدا.", "ضابط في القيادة", "انسحاب القوة غدا"),
        ("وتقدر لجان محلية، تزود المنظمة بأرقامها، عدد المفقودين بثلاثمئة.", "لجان محلية", "عدد المفقودين بثلاثمئة"),
        ("مصدر طبي، طلب ألا نذكر اسمه، أكد وصول أربع إصابات.", "مصدر طبي", "وصول أربع إصابات"),
        ("غير أن عضوا في المجلس، فضل عدم ذكر اسمه، يستبعد عودة التيار.", "عضوا في المجلس", "عودة التيار"),
        ("وقال أحد الشهود، ويدعى سليم: «رأيت الطائرة تدور فوق الجسر».", "أحد الشهود", "«رأيت الطائرة تدور فوق الجسر»"),
        ("صاحبه، رامز، يخشى أن يغلق السوق.", "رامز", "أن يغلق السوق"),
    ],
)
def test_an_aside_tells_of_the_speaker_and_is_no_part_of_what_he_says(text: str, speaker: str, content: str) -> None:
    (statement,) = _read(text)
    assert statement.speaker.name == speaker
    assert [span.of(text) for span in statement.content] == [content]


def test_a_given_name_with_the_article_is_part_of_the_name_between_commas() -> None:
    assert _drawn("وأوضح المدير التنفيذي للمحلية، الطيب حمدان ود البشير، أن القصف وقع ظهرا.") == ["الطيب حمدان ود البشير"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("ونقلت قناة الضحى عن تاجر مواش قوله إن القذائف جاءت من الشمال.", "قناة الضحى ← تاجر مواش"),
        ("وقال مزارع خمسيني إن البئر جفت.", "مزارع خمسيني"),
        ("وقال الهلال لقناة «الأزرق»، نقلا عن مدير المستشفى نفسه، إن العدد لا يتجاوز ستة.", "الأزرق ← الهلال ← مدير المستشفى نفسه"),
    ],
)
def test_a_trade_and_what_describes_it_is_nobody_s_name(text: str, chain: str) -> None:
    assert _drawn(text) == [chain]


def test_who_goes_on_behind_but_he_says_something_of_his_own() -> None:
    first, second = _read("أقر مدير الأمن المحلي بوقوع حالتي وفاة، لكنه نفى وجود سجون سرية.")
    assert (first.speaker.name, second.speaker.name) == ("مدير الأمن المحلي", "مدير الأمن المحلي")
    assert second.act is Act.DENY


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("وقالت أم سعيد: «زارني ابن عمي مساء وقال إن الجسر انهار، ثم عاد إلى بيته».", ["أم سعيد", "أم سعيد ← ابن عمي"]),
        ("تقول أم سعيد إنها سمعت من ابنها أن الطريق مفتوح.", ["أم سعيد", "أم سعيد ← ابنها"]),
        ("وقال الطبيب إن العصابات أبلغت مدير الميناء أنها ستحرق الأرصفة.", ["الطبيب", "الطبيب ← العصابات"]),
    ],
)
def test_what_a_speaker_has_from_others_comes_through_him(text: str, chains: list[str]) -> None:
    assert _drawn(text) == chains


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("وأكد شهود تحدثوا هاتفيا إلى منصة «مشهد» أن الطيران ألقى براميل على السوق.", "مشهد ← شهود"),
        ("وقال نائب شارك في اللقاء إن المهلة انتهت.", "نائب"),
        ("وفي رد على أسئلة المرصد، أقر مدير الأمن بوقوع حالتي وفاة.", "المرصد ← مدير الأمن"),
    ],
)
def test_a_clause_without_its_word_tells_of_the_speaker(text: str, chain: str) -> None:
    assert _drawn(text) == [chain]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("📍 مراسلنا: «القصف خف منذ الظهر والطرق سالكة».", "مراسلنا"),
        ("◾️ مصدر عسكري: مسيرة استهدفت سيارة على الطريق ولا إصابات.", "مصدر عسكري"),
        ("🚚 نقلا عن صفحة «سائقو الشمال»: عشر شاحنات طحين دخلت.", "سائقو الشمال"),
    ],
)
def test_a_symbol_that_opens_a_post_is_stepped_over(text: str, speaker: str) -> None:
    assert [statement.speaker.name for statement in _read(text)] == [speaker]
