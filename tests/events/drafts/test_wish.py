from datetime import date
from pathlib import Path

from csto_atlas.events.drafts.wish import Wish


def test_a_name_that_is_missing_in_a_language_is_that_of_the_first():
    wish = Wish(Path("a.csv"), {"en": "Pact"}, ("en", "ar"), "S", date(2026, 3, 1))
    assert (wish.name("en"), wish.name("ar")) == ("Pact", "Pact")
