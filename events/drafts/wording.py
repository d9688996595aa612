"""Words of a drafted data set: its statuses, titles and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from csto_atlas.events.derived.wording import Text
from csto_atlas.events.spelling.fold import fold

LANGUAGES = ("en", "ar", "ru", "fr")


@dataclass(frozen=True, eq=False)
class StatusWords:
    """A status that sheets have: its words, and how a map shows it."""

    id: str
    known: tuple[str, ...]
    label: Text
    plural: Text
    counted: Mapping[str, Mapping[str, str]]
    colour: str
    pattern: str
    counts: bool = False


def _counted(en: str, ar: str, ru: tuple[str, str, str], fr: str) -> dict[str, Text]:
    """Return a number with its noun; `ar` is an adjective of states, feminine."""
    return {
        "en": {"one": f"{{n}} {en}", "other": f"{{n}} {en}s"},
        "ar": {
            "one": f"دولة {ar} واحدة",
            "two": f"دولتان: {ar}",
            "few": f"{{n}} دول {ar}",
            "other": f"{{n}} دولة {ar}",
        },
        "ru": dict(
            zip(("one", "few", "other"), (f"{{n}} {form}" for form in ru), strict=True)
        ),
        "fr": {"one": f"{{n}} {fr}", "other": f"{{n}} {fr}s"},
    }


MEMBER = StatusWords(
    "member",
    ("member", "full member", "full", "active", "current", "عضو", "عضو كامل", "عضوة"),
    {"en": "member", "ar": "دولة عضو", "ru": "член", "fr": "membre"},
    {"en": "Members", "ar": "الدول الأعضاء", "ru": "Члены", "fr": "Membres"},
    {
        **_counted("member", "عضو", ("член", "члена", "членов"), "membre"),
        "ar": {
            "one": "دولة عضو واحدة",
            "two": "دولتان عضوان",
            "few": "{n} دول أعضاء",
            "other": "{n} دولة عضواً",
        },
    },
    "strong",
    "solid",
    counts=True,
)
SUSPENDED = StatusWords(
    "suspended",
    ("suspended", "suspension", "معلق", "معلقة", "تعليق", "العضوية معلقة",
     "приостановлено", "приостановлен", "приостановлена", "suspendu", "suspendue"),
    {"en": "suspended", "ar": "عضوية معلَّقة", "ru": "членство приостановлено",
     "fr": "suspendu"},
    {"en": "Suspended", "ar": "دول عُلّقت عضويتها", "ru": "Членство приостановлено",
     "fr": "Suspendus"},
    {
        "en": {"other": "{n} suspended"},
        "ar": {"one": "دولة واحدة معلَّقة العضوية", "two": "دولتان معلَّقتا العضوية",
               "few": "{n} دول معلَّقة العضوية", "other": "{n} دولة معلَّقة العضوية"},
        "ru": {"other": "{n} с приостановленным членством"},
        "fr": {"one": "{n} suspendu", "other": "{n} suspendus"},
    },
    "weak",
    "hatch",
)  # fmt: skip
OBSERVER = StatusWords(
    "observer",
    ("observer", "observer state", "مراقب", "عضو مراقب", "دولة مراقبة", "наблюдатель",
     "observateur"),
    {"en": "observer", "ar": "دولة مراقبة", "ru": "наблюдатель", "fr": "observateur"},
    {"en": "Observers", "ar": "الدول المراقبة", "ru": "Наблюдатели",
     "fr": "Observateurs"},
    _counted("observer", "مراقبة", ("наблюдатель", "наблюдателя", "наблюдателей"),
             "observateur"),
    "cool",
    "hatch",
)  # fmt: skip
ASSOCIATE = StatusWords(
    "associate",
    ("associate", "associate member", "associated", "عضو منتسب", "منتسب",
     "ассоциированный член", "associé", "membre associé"),
    {"en": "associate", "ar": "دولة منتسبة", "ru": "ассоциированный член",
     "fr": "associé"},
    {"en": "Associates", "ar": "الدول المنتسبة", "ru": "Ассоциированные члены",
     "fr": "Associés"},
    _counted("associate", "منتسبة", ("ассоциированный член", "ассоциированных члена",
             "ассоциированных членов"), "associé"),
    "middle",
    "dots",
)  # fmt: skip
FORMER = StatusWords(
    "former",
    ("former", "former member", "left", "withdrawn", "عضو سابق", "منسحب", "бывший член",
     "вышел", "ancien membre", "retiré"),
    {"en": "former member", "ar": "دولة عضو سابقاً", "ru": "бывший член",
     "fr": "ancien membre"},
    {"en": "Former members", "ar": "دول أعضاء سابقاً", "ru": "Бывшие члены",
     "fr": "Anciens membres"},
    {
        "en": {"one": "{n} former member", "other": "{n} former members"},
        "ar": {"one": "دولة واحدة عضو سابقاً", "two": "دولتان عضوان سابقاً",
               "few": "{n} دول أعضاء سابقاً", "other": "{n} دولة عضواً سابقاً"},
        "ru": {"one": "{n} бывший член", "few": "{n} бывших члена",
               "other": "{n} бывших членов"},
        "fr": {"one": "{n} ancien membre", "other": "{n} anciens membres"},
    },
    "former",
    "solid",
)  # fmt: skip
KNOWN = (MEMBER, SUSPENDED, OBSERVER, ASSOCIATE, FORMER)
_STYLES = (
    ("pale", "lines"),
    ("middle", "columns"),
    ("pale", "dots"),
    ("weak", "lines"),
)

BASIS: Text = {
    "en": "As listed in the sheet",
    "ar": "وفق ما ورد في الجدول",
    "ru": "Как указано в таблице",
    "fr": "Comme indiqué dans le tableau",
}
TITLE: Text = {
    "en": "{name}, year by year",
    "ar": "{name}: سنة بسنة",
    "ru": "{name}: год за годом",
    "fr": "{name}, année par année",
}
ABOUT: Text = {
    "en": "Who has belonged to {name} since {year}.",
    "ar": "الدول المنتمية إلى {name} منذ {year}.",
    "ru": "Кто входил в {name} с {year} года.",
    "fr": "Qui fait partie de {name} depuis {year}.",
}


def find_status(word: str) -> StatusWords | None:
    """Return the status that a word of a sheet names, if it is a usual one."""
    key = fold(word)
    return next((s for s in KNOWN if key in map(fold, (s.id, *s.known))), None)


def make_status(word: str, name: str, number: int) -> StatusWords:
    """Return a status of which only the word of the sheet is known.

    Parameters
    ----------
    word : str
        Its label in every language.
    name : str
        Its id.
    number : int
        How many such statuses were made before: each gets another style.

    Returns
    -------
    StatusWords
    """
    text = dict.fromkeys(LANGUAGES, word)
    counted = {language: {"other": f"{{n}} · {word}"} for language in LANGUAGES}
    colour, pattern = _STYLES[number % len(_STYLES)]
    return StatusWords(name, (word,), text, text, counted, colour, pattern)
