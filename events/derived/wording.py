"""What changes of memberships are called, in English, Arabic, Russian and French.

Events are named by nouns where a verb would have to agree with the countries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from babel import Locale
from babel.lists import format_list

Text = Mapping[str, str]

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
LEFT_BASIS: Text = {
    "en": "Its membership ends in the sheet",
    "ar": "عضويتها منتهية وفق الجدول",
    "ru": "Членство окончено согласно таблице",
    "fr": "Son adhésion prend fin dans le tableau",
}


def pick(text: Text, language: str) -> str:
    """Return a text in a language, or in English where it is not known."""
    return text.get(language, text["en"])


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
