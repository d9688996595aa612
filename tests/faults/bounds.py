"""The bounds of a figure, and the numbers of its words."""

import re

WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
NUMBER = re.compile(r"(?<![\w-])\d[\d,]*(?:\.\d+)?")


def numbers_of(text):
    """Return the numbers of an English text, and their sum."""
    found = [float(digits.replace(",", "")) for digits in NUMBER.findall(text)]
    words = re.findall("[a-z]+", text.lower())
    spelt = [float(WORDS.index(word) + 1) for word in words if word in WORDS]
    return {*found, *spelt, sum((*found, *spelt))}


def lost_bounds(dataset):
    """Return the bounds that the words of their figure do not give."""
    return [
        (event.id, bound, figure.value["en"])
        for event in dataset.events
        for figure in event.figures
        for bound in (figure.low, figure.high)
        if bound is not None
        and bound
        not in numbers_of(f"{figure.value['en']} {(figure.note or {}).get('en', '')}")
    ]
