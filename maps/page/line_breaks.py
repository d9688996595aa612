"""Arabic dates of a page -> dates that no line cuts."""

import re
from functools import cache

from babel import Locale

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WORD_JOINER = "\N{WORD JOINER}"


def keep_dates_together(html: str) -> str:
    """Keep the two names of a month, and the day before them, on one line.

    A line may be broken behind a slash (Unicode Standard Annex 14, class SY): one would
    end with a name of the month, and the next begin with the other one. Names of
    months are looked for, wherever they stand: texts of the data, of our messages and
    of scripts have them. No markup is matched.

    Parameters
    ----------
    html : str
        A page, before its policy is made: the texts of its scripts are changed too.

    Returns
    -------
    str
        The page with word joiners (U+2060) and no-break spaces in its Arabic dates.
    """
    pattern, names = _months()

    def join(found: re.Match[str]) -> str:
        space = NO_BREAK_SPACE if found["space"] else ""
        return space + names[found["month"]]

    return pattern.sub(join, html)


@cache
def _months() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds a month with two names, and how each is written together."""
    first, second = (
        Locale.parse(name).months["format"]["wide"] for name in ("ar", "ar_SY")
    )
    names = {
        f"{name}/{second[number]}": f"{name}/{WORD_JOINER}{second[number]}".replace(
            " ", NO_BREAK_SPACE
        )
        for number, name in first.items()
    }
    return re.compile(
        rf"(?:(?<=[\d}}])(?P<space> ))?(?P<month>{'|'.join(names)})"
    ), names
