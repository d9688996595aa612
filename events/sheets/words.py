"""The words of headers and cells, in English, Arabic, Russian and French."""

from __future__ import annotations

import re

from csto_atlas.events.spelling.fold import fold, word_of


def _keys(words: str) -> frozenset[str]:
    """Return the keys of words between commas."""
    return frozenset(map(word_of, words.split(",")))


_HEADERS = {
    "code": "iso3 iso2 iso iso_a3 iso_a2 iso3166 alpha3 alpha2 alpha_3_code "
    "alpha_2_code code country_code iso_code iso3_code iso2_code iso3c iso2c iso_3 "
    "iso_2 iso_alpha_3 iso_alpha_2 iso_numeric numeric m49 m49_code iso_3166_1 "
    "رمز رمز_الدولة رمز_البلد код код_страны код_iso code_pays code_iso",
    "country": "country statenme country_name country_or_territory state state_name "
    "member_state member_states member_country nation territory entity state_party "
    "الدولة البلد دولة بلد الدول_الأعضاء الدولة_العضو страна государство "
    "название_страны страна_участница государство_член страна_член "
    "государство_участник pays état etat état_membre etat_membre pays_membre "
    "nom_du_pays",
    # Only where nothing else names the country.
    "name": "name member members party parties signatory signatories الاسم عضو الأعضاء "
    "участник участники член члены название nom membre membres",
    "start": "start start_date start_year date_start year_start from since joined "
    "year_joined date_joined join_date join_year joining accession accession_date "
    "accession_year date_of_accession year_of_accession entry entry_date entry_year "
    "date_of_entry admission date_of_admission admitted member_since valid_from "
    "begin begin_date begin_year styear first_year date_of_joining year_of_joining "
    "البداية بداية من منذ تاريخ_الانضمام سنة_الانضمام الانضمام تاريخ_البداية "
    "تاريخ_العضوية عضو_منذ начало дата_начала с год_вступления дата_вступления "
    "вступление вступила вступил дата_присоединения присоединение début debut "
    "date_de_début depuis adhésion adhesion date_d_adhésion année_d_adhésion entrée "
    "date_d_entrée",
    "last": "end end_date end_year date_end year_end to until till valid_to "
    "valid_until last_year endyear through نهاية النهاية حتى إلى تاريخ_النهاية "
    "конец окончание дата_окончания по до fin date_de_fin jusque jusqu_à",
    "left": "left year_left date_left left_date leave leaving withdrawal "
    "withdrawal_date withdrawn withdrew date_of_withdrawal year_of_withdrawal exit "
    "exit_date exit_year exited departure date_of_departure terminated "
    "الانسحاب تاريخ_الانسحاب سنة_الانسحاب الخروج تاريخ_الخروج выход дата_выхода "
    "год_выхода вышла вышел retrait date_de_retrait année_de_retrait sortie "
    "date_de_sortie départ",
    "period": "period years membership_years years_of_membership "
    "period_of_membership الفترة السنوات مدة_العضوية период годы годы_членства "
    "période années",
    "year": "year yr السنة سنة العام год année annee",
    "status": "status membership membership_status membership_type type_of_membership "
    "is_member member_status الوضع العضوية حالة_العضوية نوع_العضوية صفة статус "
    "членство статус_членства statut adhérent type_d_adhésion",
    "organisation": "organisation organization org organisation_name "
    "organization_name igo alliance treaty المنظمة منظمة التحالف организация союз "
    "договор organisme traité",
    "certainty": "certainty",
    "sources": "sources",
    "claims": "claims",
    "correlates": "ccode ccode1 cowcode cow cow_code stateabb stabb state_abb "
    "cabb gwno gwcode gwid",
}
HEADERS = {
    fold(word): role for role, words in _HEADERS.items() for word in words.split()
}
"""What a column holds, by the key of its name."""

TAGS = (
    (r"#country\+.*(code|iso)", "code"),
    (r"#country", "country"),
    (r"#adm0\+.*(code|iso)", "code"),
    (r"#date\+.*(start|from|joined)", "start"),
    (r"#date\+.*(end|to\b|until)", "last"),
    (r"#date\+.*(left|withdrawn)", "left"),
    (r"#date\+.*year", "year"),
    (r"#(org|organisation)", "organisation"),
    (r"#status", "status"),
)
"""What a column holds, by its tag of the Humanitarian Exchange Language (HXL)."""

STILL = _keys(
    "9999,9999-12-31,31/12/9999,12/31/9999,31.12.9999,present,to present,the present,"
    "now,ongoing,current,currently,today,to date,still,active,n/a,na,nan,null,none,"
    ".,..,...,-,–,—,حتى الآن,الآن,إلى الآن,حتى اليوم,مستمر,مستمرة,حاليا,"
    "по настоящее время,настоящее время,н.в.,по н.в.,н. в.,сейчас,по сей день,"
    "действует,à ce jour,présent,à présent,en cours,aujourd'hui,actuel,nos jours,"
)
"""What an end says of a membership that goes on."""

YES = _keys("1,x,х,yes,y,true,✓,✔,+,●,•,نعم,да,oui")
"""What a cell says where the status is that of the sheet."""

NO = _keys("0,no,n,false,-,–,—,✗,✘,n/a,na,nan,null,.,none,لا,нет,non,")
"""What a cell says where there is no membership."""

_AGGREGATES = _keys(
    "total,totals,grand total,subtotal,sub-total,sum,average,mean,median,world,"
    "world total,all,all members,all countries,all states,members total,overall,"
    "number of members,count,EU,European Union,OWID_WRL,WLD,"
    "المجموع,الإجمالي,المجموع الكلي,إجمالي,المتوسط,جميع الأعضاء,جميع الدول,"
    "итого,всего,в среднем,среднее,все члены,все страны,количество,"
    "total général,ensemble,moyenne,tous les membres,tous les pays,somme"
)
_BLOC = re.compile(r"(EU|UE|ЕС|OECD|ОЭСР|OCDE|G|БРИКС|BRICS)[- ]?\d\d?", re.IGNORECASE)
_NOTE = re.compile(
    r"(sources?|notes?|nb|n\.b\.|last updated?|updated|retrieved|accessed|copyright|"
    r"المصدر|المصادر|ملاحظة|ملاحظات|источники?|примечани[ея]|remarques?|mise à jour)"
    r"\s*[:：.\d(]|[*†‡¹²³©]",
    re.IGNORECASE,
)

_MARK = re.compile(r"(\[\w{1,3}\]|\(\w\)|\w{1,2}\)|\d{1,2}\.|[*†‡§¹²³⁴-⁹])\s*\S")


def is_aggregate(text: str) -> bool:
    """Return whether a cell stands for a group of countries.

    Examples
    --------
    >>> is_aggregate("EU-27"), is_aggregate("Итого:"), is_aggregate("Togo")
    (True, True, False)
    """
    return word_of(text) in _AGGREGATES or bool(_BLOC.fullmatch(text))


def is_note(text: str) -> bool:
    """Return whether a line below a table is a remark on it.

    Examples
    --------
    >>> is_note("Source: the treaty's depositary"), is_note("Sources"), is_note("Note")
    (True, False, False)
    """
    return bool(_NOTE.match(text))


def is_marked(text: str) -> bool:
    """Return whether a line begins as a footnote does.

    Examples
    --------
    >>> is_marked("[1] then Upper Volta"), is_marked("1) suspended"), is_marked("Mali")
    (True, True, False)
    """
    return bool(_MARK.match(text))
