"""Arabic: through whom words come: papers, readouts, copies that were sent, clauses inserted between commas."""

import pytest

import tocsin
from tocsin.flow.line import read_page
from tocsin.model import Statement
from tocsin.settings import Settings


def _draw(statement: Statement) -> str:
    return " ← ".join(link.name for link in statement.chain[1:])


def _drawn(text: str) -> list[str]:
    return [_draw(statement) for statement in tocsin.statements(text, language="ar") if not statement.own]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("الوضع في المستشفى، يقول الطبيب سامر الحمد، كارثي ولا وقود لدينا.", "سامر الحمد"),
        ("وأدان المجلس، في نص وزعته وكالة «الكرمل»، قول رئيس البلدية إن النازحين جاؤوا طمعا.", "الكرمل ← المجلس"),
        ("ونقلت نشرة الإيواء، من دون أن تتبناها، عن منظمة شريكة أن الوصول تعذر.", "نشرة الإيواء ← منظمة شريكة"),
        ("وقالت وكالة «صحراء» إنها تلقت تسجيلا من قيادي في الجبهة يؤكد فيه مقتل ستة جنود.", "صحراء ← قيادي في الجبهة"),
    ],
)
def test_a_carrier_stands_between_the_outlet_and_the_speaker(text: str, chain: str) -> None:
    assert chain in _drawn(text)


def test_a_participle_comes_through_whom_its_verb_comes_through() -> None:
    text = "وأكد الزبيدي، بحسب بيان للوزارة، أن الترميم بلغ مراحله الأخيرة، مشددا على أن الطريق خط أحمر."
    first, second = _drawn(text)
    assert first == second


def test_a_paper_of_a_meeting_governs_what_its_parties_say_later() -> None:
    text = "أفاد بيان لوزارة النقل بأن الوزير كرار الزبيدي استقبل نظيره معتصم الحويطات. من جانبه، أعرب الحويطات عن قلقه إزاء حوادث السلب."
    assert _drawn(text)[-1] == "وزارة النقل ← معتصم الحويطات"


def test_who_was_sent_a_paper_is_the_page_s_own_outlet_where_it_names_none() -> None:
    text = "نشاط الوزارة\n\nأفاد بيان لوزارة النقل، تلقت «شبكة المرافئ» نسخة منه، بأن الميناء سيغلق ثلاثة أيام للصيانة الدورية."
    statements = [s for article in read_page(text.encode(), path="/x/page.txt", settings=Settings()) for s in article.statements]
    assert [_draw(s) for s in statements if not s.own] == ["وزارة النقل"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("أعلن «مرصد المدى لحقوق السجناء» يوم الأحد أنه وثق وفاة خمسة محتجزين.", ["مرصد المدى لحقوق السجناء"]),
        ("نفى فصيل «أنصار الوادي» علاقته بالهجوم.", ["أنصار الوادي"]),
    ],
)
def test_a_name_in_marks_is_no_speech_and_stays_whole(text: str, speakers: list[str]) -> None:
    assert _drawn(text) == speakers


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "وقال الوزير سليم عامر إن السفير أبلغه بأن المعبر مغلق. وأضاف أن القوافل تنتظر.",
            ["سليم عامر", "سليم عامر ← السفير", "سليم عامر"],
        ),
        ("ودعت المندوبة أعضاء المجلس إلى التصويت على مشروع قرار يطالب بهدنة.", ["المندوبة"]),
        ("وقال الوزير إن بلاده ترفض أي وصاية.", ["الوزير"]),
        ("وبحسب مسؤول تحدث لشبكة «مدار نيوز» شرط عدم كشف هويته، فإن الاتصال انقطع.", ["مدار نيوز ← مسؤول"]),
    ],
)
def test_who_goes_on_is_who_told_and_things_tell_nothing(text: str, chains: list[str]) -> None:
    assert _drawn(text) == chains


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أما الطبيبة وداد، وهي واحدة من ثلاث طبيبات، فتؤكد أن المخدر نفد.", "وداد"),
        ("ونفى القيادي في القوة المشتركة الرشيد جلال الدين سقوط الفرقة.", "الرشيد جلال الدين"),
        ("وقال وزير الخارجية المكلف عمر صديق إن الموقف ثابت.", "عمر صديق"),
    ],
)
def test_the_name_of_who_speaks_is_whole(text: str, speaker: str) -> None:
    assert _drawn(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "drawn", "content"),
    [
        ("وأكد الوزير، خلال اللقاء، حرص الحكومة على إنهاء المهمة.", "الوزير", "حرص الحكومة على إنهاء المهمة"),
        ("وأدان رئيس الوزراء الهجوم بأشد العبارات.", "رئيس الوزراء", "الهجوم بأشد العبارات"),
        ("وناشد المكتب الإعلامي في بيان وصل الصحف نسخة عنه، الأمم المتحدة التدخل.", "الصحف ← المكتب الإعلامي", "الأمم المتحدة التدخل"),
        ("وأعلنت وزارة الداخلية إلقاء القبض على خلية.", "وزارة الداخلية", "إلقاء القبض على خلية"),
        ("وذكر المكتب الإعلامي لرئيس الوزراء أن اللقاء كان مثمرا.", "المكتب الإعلامي لرئيس الوزراء", "أن اللقاء كان مثمرا"),
    ],
)
def test_the_object_of_a_verb_of_saying_begins_behind_its_whole_subject(text: str, drawn: str, content: str) -> None:
    (statement,) = [s for s in tocsin.statements(text, language="ar") if not s.own]
    assert (_draw(statement), [span.of(text) for span in statement.content]) == (drawn, [content])


def test_a_paper_points_to_who_issued_it_and_not_to_an_outlet_that_was_told() -> None:
    text = "قالت القوة الشمالية في بيان إن الهجوم صد. وقال المتحدث سمير حدو لوكالة «مدار» إن الوضع هادئ. وأضاف البيان أن الطرق مفتوحة."
    assert _drawn(text)[-1] == "القوة الشمالية"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("وأقر مصدر بوزارة المالية بتأخر الصرف.", "مصدر بوزارة المالية"),
        ("وقال المصدر لـ(مدار الجديدة) إن الدفعة ستصرف غدا.", "مدار الجديدة ← المصدر"),
        ("واعتبر مصدر حكومي تصريحات القائد مخالفة للاتفاق.", "مصدر حكومي"),
        ("وقال رئيس منظمة مدنية محلية إن الطريق مقطوع.", "رئيس منظمة مدنية محلية"),
    ],
)
def test_where_somebody_works_is_part_of_him_and_adjectives_are_no_name(text: str, drawn: str) -> None:
    assert _drawn(text) == [drawn]


def test_the_second_part_of_a_headline_has_a_speaker_of_its_own() -> None:
    text = "المحافظ: نفاوض على إدخال القوافل.. ومجلس الإغاثة: لم تصلنا شاحنة واحدة\n\nتتواصل الأزمة في المدينة منذ أسابيع من دون حل قريب."
    statements = [s for article in read_page(text.encode(), path="/x/page.txt", settings=Settings()) for s in article.statements]
    assert "مجلس الإغاثة" in [_draw(s) for s in statements if not s.own]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("⚡️ نداء من مستشفى الزيتونة الميداني: المولد الأخير توقف قبل قليل.", "مستشفى الزيتونة الميداني"),
        ("⏰ تحديث 9:40 مساء: مصدر طبي، طلب ألا نذكر اسمه، يبلغنا بوصول ست إصابات.", "مصدر طبي"),
    ],
)
def test_a_call_and_an_entry_of_a_live_page_have_their_speaker(text: str, drawn: str) -> None:
    assert _drawn(text) == [drawn]


def test_a_ministry_behind_its_press_office_is_the_ministry() -> None:
    text = "أفاد المكتب الإعلامي لوزارة النقل بأن الطريق مفتوح. ونفت الوزارة في ختام بيانها ما تداولته صفحات بشأن احتجاز سائقين."
    assert _drawn(text)[1] == "وزارة النقل"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("وفي السياق ذاته، أوضحت النائبة البرلمانية سلوى بنيس، في مداخلة لها، أن المبادرة قائمة.", "سلوى بنيس"),
        ("وأبرزت المصادر ذاتها أن وفدا سيصل غدا.", "المصادر ذاتها"),
        ("وأفاد الصحافي زانا عمر، الذي ضرب أمس، للمرصد بأن رجالا صادروا كاميرته.", "المرصد ← زانا عمر"),
    ],
)
def test_openings_and_words_of_identity_are_no_part_of_what_is_said(text: str, drawn: str) -> None:
    assert _drawn(text) == [drawn]
