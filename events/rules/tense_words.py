"""The words by which a text tells what is still to come, in three languages.

The lists were reviewed against the texts of the data sets at hand. A language without
lists is not checked.
"""

import re

_PREFIX = (
    r"(?<![\u0621-\u064a])[وف]?"  # Arabic "and", "so", written on to the next word
)
_VERBS = (
    "كون", "تم", "بقى", "صبح", "بدأ", "نتهي", "جري", "جرى", "عقد", "نعقد", "غادر",
    "قدم", "نظر", "وقع", "رسل", "عود", "زور", "نضم", "نسحب", "ستمر", "صل", "شارك",
)  # fmt: skip

FUTURE = {
    "en": re.compile(
        r"\b(?:will|shall)(?! of\b)\b"
        r"|\b(?:is|are) (?:due|expected|planned|scheduled|to \w+)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:буд(?:ет|ут|ем)|предстоит|ожида[ею]тся|планиру[ею]тся|состоится"
        r"|начн[её]тся|начнутся|продолж(?:ит|ат)(?:ся)?|остан[еу]тся|завершится)\b",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        rf"{_PREFIX}(?:سوف|من (?:المقرر|المتوقع|المنتظر)"
        rf"|س[يت](?:{'|'.join(_VERBS)}))(?![\u0621-\u064a])"
    ),
}
"""A future tense, or a word that stands for one."""

REPORTED = {
    "en": re.compile(
        r"\w: |\b(?:said|says|announced|promised|warned|decided|agreed|threatened)\b"
    ),
    "ru": re.compile(
        r"\w: |\b(?:сказал|заяв|сообщ|объяв|обеща|пообеща|предупре|решил)",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        rf"\w: |{_PREFIX}(?:كانت?(?![\u0621-\u064a])"
        r"|[أيت]?(?:قال|قول|علن|ذكر|بلغ|وعد|تعهد|حذر|قرر))"
    ),
}
"""Who said so, or when it was so: a reported future is a past one."""

PLANNED = {
    "en": re.compile(
        r"\b(?:announced|plan(?:ned)?|planning|due|extended|aimed|scheduled|target)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(r"объяв|план|назнач|продл|намеч|рассчит", re.IGNORECASE),
    "ar": re.compile(r"علن|علان|خطة|مقرر|مدد|حدد|موعد"),
}
"""A plan: its date may lie ahead."""

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "ru": (
        "январ", "феврал", "март", "апрел", "ма[йяе]", "июн", "июл", "август",
        "сентябр", "октябр", "ноябр", "декабр",
    ),
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس",
        "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
}  # fmt: skip
"""Beginnings of the names of the months."""

YEAR = {
    "en": re.compile(r"\b(?:in|by|until|since|from|before|after) (20\d\d)(?![\d,])"),
    "ru": re.compile(r"(?<!\d )(?<!\d)(20\d\d)(?:-го)? ?год"),
    "ar": re.compile(r"(?:عام|سنة) (20\d\d)(?!\d)"),
}
"""A year by itself, told from other numbers by the word beside it."""


def day_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a month with its year, and the day if it is given.

    Its groups are the day, the month's name and the year. An Arabic month can have its
    second name behind a stroke.
    """
    names = "|".join(MONTHS[language])
    return re.compile(
        rf"(?:(\d{{1,2}}) )?({names})\w*(?:/[^\s\d]+(?: [^\s\d]+)?)? (\d{{4}})"
    )
