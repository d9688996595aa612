import json
import socket
import threading

import pytest

from csto_atlas.maps.page.csp import add_policy
from csto_atlas.maps.preview.http import Server
from csto_atlas.maps.preview.state import Preview
from csto_atlas.maps.preview.supervise import listen

PAGE = add_policy(
    '<html><meta http-equiv="Content-Security-Policy" content="{policy}">'
    "<p>خريطة</p></html>"
)
FILES = {
    "index.html": PAGE,
    "en/north.html": PAGE,
    "stills/en/north-2012.svg": "<svg/>",
    "data/events.csv": "a,b\n",
    "data/places.geojson": "{}",
    "embed.js": "f()",
    "licences.txt": "MIT",
    "odd.bin": b"\xff",
}


@pytest.fixture
def preview():
    shown = Preview()
    shown.show(FILES)
    return shown


@pytest.fixture
def server(preview):
    with Server(listen(0), preview) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        preview.close()
        server.shutdown()
        thread.join()


def send(server, request):
    """Send bytes as they are, and return the whole answer."""
    with socket.create_connection(server.server_address, timeout=20) as link:
        link.sendall(request)
        link.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: link.recv(65536), b""))


def ask(server, path, *, method="GET", host=None):
    """Return status, headers and body of an answer."""
    host = host or "127.0.0.1:{port}"
    host = host.replace("{port}", str(server.server_address[1]))
    line = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"
    head, _, body = send(server, line.encode("latin-1")).partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
    return int(status.split()[1]), headers, body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/north.html?x=1#t", "text/html; charset=utf-8"),
        ("/stills/en/north-2012.svg", "image/svg+xml; charset=utf-8"),
        ("/data/events.csv", "text/csv; charset=utf-8"),
        ("/data/places.geojson", "application/geo+json; charset=utf-8"),
        ("/embed.js", "text/javascript; charset=utf-8"),
        ("/licences.txt", "text/plain; charset=utf-8"),
        ("/odd.bin", "application/octet-stream"),
    ],
)
def test_a_file_comes_with_its_type_and_is_not_kept(server, path, kind):
    status, headers, body = ask(server, path)
    assert (status, headers["content-type"]) == (200, kind)
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert int(headers["content-length"]) == len(body) > 0


def test_only_pages_are_changed(server):
    assert ask(server, "/data/events.csv")[2] == b"a,b\n"
    body = ask(server, "/")[2].decode("utf-8")
    assert "خريطة" in body
    assert "EventSource" in body


def test_the_bare_address_of_a_part_without_gallery_leads_to_a_page(server, preview):
    preview.show({"en/north.html": PAGE, "ar/north.html": PAGE, "embed.js": ""})
    status, headers, _ = ask(server, "/")
    assert (status, headers["location"]) == (302, "/ar/north.html")
    assert ask(server, headers["location"])[0] == 200


def test_head_has_the_headers_of_get_and_no_body(server):
    status, headers, body = ask(server, "/en/north.html", method="HEAD")
    assert (status, body) == (200, b"")
    got = ask(server, "/en/north.html")[1]
    assert {**headers, "date": ""} == {**got, "date": ""}


@pytest.mark.parametrize(
    "path",
    [
        *("/en", "/en/", "/data/", "/.", "/..", "/nothing.html"),
        *("/../build.py", "/en/../../build.py", "/en/../index.html"),
        *("/%2e%2e/build.py", "/..%2fbuild.py", "/%2e%2e%5cbuild.py", "/..\\build.py"),
        *("//etc/passwd", "/%00", "/index.html%00", "/%252e%252e/build.py", "/~root"),
    ],
)
def test_nothing_is_found_but_the_files(server, path):
    assert ask(server, path)[0] == 404


@pytest.mark.parametrize("path", ["/%ff", "http://[/", "/%C0%AE%C0%AE/build.py"])
def test_an_address_that_is_none_is_a_bad_request(server, path):
    assert ask(server, path)[0] == 400


@pytest.mark.parametrize(
    ("method", "status"),
    [("POST", 501), ("PUT", 501), ("DELETE", 501), ("OPTIONS", 501), ("get", 501)],
)
def test_other_methods_are_refused(server, method, status):
    assert ask(server, "/", method=method)[0] == status


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(server, host):
    assert ask(server, "/", host=host)[0] == 200


@pytest.mark.parametrize(
    "host",
    ["atlas.example", "127.0.0.1:1", "localhost.evil.example", "[::1]", "0.0.0.0"],
)
@pytest.mark.parametrize("path", ["/", "/changes"])
def test_other_names_that_lead_here_are_refused(server, host, path):
    status, _, body = ask(server, path, host=host)
    assert status == 421
    assert b"EventSource" not in body


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"z" * 100_000 + b"\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_what_is_no_request_is_survived(server, request_, capsys):
    try:
        answer = send(server, request_)
    except OSError:
        answer = b""  # closed on what it did not want to read
    assert b" 200 " not in answer.partition(b"\r\n")[0]
    assert b"<script>" not in answer
    assert ask(server, "/")[0] == 200
    assert capsys.readouterr().err == ""


def test_the_stream_tells_of_each_build_and_each_problem(server, preview):
    with socket.create_connection(server.server_address, timeout=20) as link:
        link.sendall(b"GET /changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
        lines = link.makefile("rb")

        def hear():
            return next(json.loads(t[6:]) for t in lines if t.startswith(b"data: "))

        first = hear()
        assert first == {"version": preview.shown.version, "problems": []}
        preview.complain(["a </script> & b"])
        assert hear() == {**first, "problems": ["a </script> & b"]}
        preview.show({**FILES, "new.html": PAGE})
        assert hear()["version"] != first["version"]
        preview.close()
        assert list(lines) == [b"\n"]  # and no more


def test_a_page_of_the_last_process_is_not_told_of_what_is_not_built_yet(monkeypatch):
    monkeypatch.setattr("csto_atlas.maps.preview.http.BEAT", 0.02)
    preview = Preview()
    with Server(listen(0), preview) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,)).start()
        with socket.create_connection(server.server_address, timeout=20) as link:
            link.sendall(b"GET /changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
            lines = link.makefile("rb")
            assert next(line for line in lines if line[:1] in b":d") == b":\n"
            preview.show(FILES)
            assert next(line for line in lines if line[:4] == b"data")
        preview.close()
        server.shutdown()


def test_before_the_first_good_build_pages_wait_and_nothing_else_is_there():
    with Server(listen(0), Preview()) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        status, _, body = ask(server, "/en/north.html")
        assert status == 503
        assert b"no good build yet" in body
        assert b"EventSource" in body
        assert ask(server, "/embed.js")[0] == 404
        server.shutdown()
        thread.join()
