import socket

import pytest

import build


def test_an_output_inside_the_data_set_would_be_built_for_ever(tmp_path, capsys):
    data = tmp_path / "data"
    data.mkdir()
    out = data / "dist"
    assert build.main(["serve", "--data", str(data), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--out: {str(out)!r} lies in the data set {str(data)!r}; ")
    assert not out.exists()


def test_a_port_that_is_taken_is_told_with_one_that_is_free(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert build.main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--port: {port} is not to be had (Address already in use)")
    other = int(said.split("--port ")[1])
    with socket.create_server(("127.0.0.1", other)):
        pass


@pytest.mark.parametrize("port", ["-1", "65536", "http", "٨٠٠٠", ""])
def test_what_is_no_port_is_refused(port, capsys):
    with pytest.raises(SystemExit) as stop:
        build.main(["serve", f"--port={port}"])
    assert stop.value.code == 2
    assert "expected a number from 0 to 65535" in capsys.readouterr().err
