import pytest

from csto_atlas.events.files.encodings import guess_encoding, not_decoded


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("سوريا", "windows-1256"),
        ("Казахстан", "windows-1251"),
        ("Vänersborg", "windows-1252"),
    ],
)
def test_the_encoding_is_named_by_the_letters(text, encoding):
    assert guess_encoding(text.encode(encoding)) == encoding


def test_the_line_of_the_first_wrong_byte_is_named(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes("name\nOslo\nVänersborg\n".encode("windows-1252"))
    problem = str(not_decoded(path, None))
    assert problem.startswith(f"{path.as_posix()}:3: byte 0xe4 is not UTF-8; ")
    assert "may be windows-1252" in problem


def test_utf_16_is_known_by_its_mark(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes("name\n".encode("utf-16"))
    assert "may be utf-16" in str(not_decoded(path, None))
