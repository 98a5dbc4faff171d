import pytest

from sayso.text.language import language_of

TEXTS = [
    ("The minister said on Friday that the camp would be closed before the summer.", "en"),
    ("THE MINISTER SAID ON FRIDAY THAT THE CAMP WOULD BE CLOSED BEFORE THE SUMMER.", "en"),
    ("Der Minister sagte am Freitag, die Regierung werde das Lager noch vor dem Sommer schließen.", "de"),
    ("وزیر روز جمعه گفت که دولت اردوگاه را پیش از تابستان خواهد بست", "fa"),
    ("Министр заявил в пятницу, что правительство закроет лагерь до лета.", "ru"),
    ("Qazem", None),
    ("", None),
    ("12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90", None),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_language_is_named_where_it_is_sure(text, language):
    assert language_of(text) == language
