"""Words of a drafted data set: statuses, and what the changes of a sheet are called.

Events are named by nouns where a verb would have to agree with the countries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list

from csto_atlas.events.spelling.fold import fold

LANGUAGES = ("en", "ar", "ru", "fr")
Text = Mapping[str, str]


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

_CHANGES: Mapping[str, Text] = {
    "join": {
        "en": "{states} join {name}",
        "ar": "انضمام {states} إلى {name}",
        "ru": "Вступление в {name}: {states}",
        "fr": "Adhésion à {name} : {states}",
    },
    "join-one": {"en": "{states} joins {name}"},
    "leave": {
        "en": "{states} leave {name}",
        "ar": "انسحاب {states} من {name}",
        "ru": "Выход из {name}: {states}",
        "fr": "Retrait de {name} : {states}",
    },
    "leave-one": {"en": "{states} leaves {name}"},
    "suspend": {
        "en": "{states} are suspended from {name}",
        "ar": "تعليق عضوية {states} في {name}",
        "ru": "Членство в {name} приостановлено: {states}",
        "fr": "Suspension de {name} : {states}",
    },
    "suspend-one": {"en": "{states} is suspended from {name}"},
    "return": {
        "en": "{states} return to {name}",
        "ar": "عودة {states} إلى {name}",
        "ru": "Возвращение в {name}: {states}",
        "fr": "Retour à {name} : {states}",
    },
    "return-one": {"en": "{states} returns to {name}"},
    "become": {
        "en": "New status in {name} ({status}): {states}",
        "ar": "صفة جديدة في {name} ({status}): {states}",
        "ru": "Новый статус в {name} ({status}): {states}",
        "fr": "Nouveau statut à {name} ({status}) : {states}",
    },
}
_MANY: Text = {
    "en": "{n} states",
    "ar": "{n} من الدول",
    "ru": "государств: {n}",
    "fr": "{n} États",
}
_LISTS = {"en": "en_GB"}  # without a comma before "and"
_LISTED = 4  # states that a headline names
BASIS: Text = {
    "en": "As listed in the sheet",
    "ar": "وفق ما ورد في الجدول",
    "ru": "Как указано в таблице",
    "fr": "Comme indiqué dans le tableau",
}
LEFT_BASIS: Text = {
    "en": "Its membership ends in the sheet",
    "ar": "عضويتها منتهية وفق الجدول",
    "ru": "Членство окончено согласно таблице",
    "fr": "Son adhésion prend fin dans le tableau",
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


def pick(text: Text, language: str) -> str:
    """Return a text in a language, or in English where it is not known."""
    return text.get(language, text["en"])


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


def name_change(
    kind: str,
    codes: Sequence[str],
    language: str,
    name: str,
    status: str,
    *,
    short: bool,
) -> str:
    """Write what changed: ``Burkina Faso, Mali and Niger leave ECOWAS``.

    Parameters
    ----------
    kind : str
        ``join``, ``leave``, ``suspend``, ``return`` or ``become``.
    codes : sequence of str
        Two-letter codes.
    language : str
    name : str
        Of the organisation.
    status : str
        That the states got.
    short : bool
        Whether many states are only counted.
    """
    names = Locale.parse(language).territories
    said = [names.get(code, code) for code in codes]
    if short and len(said) > _LISTED:
        states = pick(_MANY, language).replace("{n}", str(len(said)))
    else:
        states = format_list(said, locale=_LISTS.get(language, language))
    one = _CHANGES.get(f"{kind}-one", {}) if len(said) == 1 else {}
    form = one.get(language) or pick(_CHANGES[kind], language)
    parts = {"states": states, "name": name, "status": status}
    for key, value in parts.items():
        form = form.replace(f"{{{key}}}", value)
    return form
