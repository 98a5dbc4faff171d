"""Mailboxes of many mails, files of Apple Mail, folders of a Maildir, and mails under any name."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.read import Failure, LeftOut, Original, Read, read_original, read_paths, reader_for
from sayso.read.readers import mailbox

MAIL = (
    "Return-Path: <ida@front.example>\nReceived: from a by b; Fri, 02 May 2031 10:00:01 +0200\n"
    "From: Ida Brenn <ida@front.example>\nSubject: Camp {n}\nDate: Fri, 02 May 2031 10:00:00 +0200\n"
    "Message-ID: <{n}@front.example>\n\nThe envoy said on Monday that camp {n} would be closed.\n"
)
LINE = "From ida@front.example Fri May  2 10:00:00 2031\n"


def read(*paths: Path) -> tuple[list[Read], list[Failure]]:
    found = list(read_paths(map(str, paths)))
    return [f for f in found if isinstance(f, Read)], [f for f in found if isinstance(f, Failure)]


@pytest.mark.parametrize("name", ["inbox.mbox", "inbox", "Sent.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_mails_of_a_mailbox_are_members(tmp_path: Path, name: str, end: str) -> None:
    text = "\n".join(LINE + MAIL.format(n=n) for n in (1, 2, 3)).replace("\n", end)
    (tmp_path / name).write_bytes(text.encode())
    reads, failures = read(tmp_path)
    assert [one.report.title for one in reads] == ["Camp 1", "Camp 2", "Camp 3"] and not failures
    assert [one.report.paths[0].rpartition("!")[2] for one in reads] == ["/1", "/2", "/3"]


def test_a_line_that_begins_with_from_is_no_new_mail_unless_a_head_follows(tmp_path: Path) -> None:
    body = "\nFrom the hills at 10:30 the guns fired.\nNobody was hurt.\n\n>From now on, he said.\n"
    (tmp_path / "a.mbox").write_text(LINE + MAIL.format(n=1) + body)
    (found,), _ = read(tmp_path)
    assert "From the hills" in found.report.text and "\nFrom now on" in found.report.text


def test_a_mail_that_is_too_large_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "MAX_BYTES", 2000)
    mails = [MAIL.format(n=1), MAIL.format(n=2) + "It rained.\n" * 500, MAIL.format(n=3)]
    (tmp_path / "a.mbox").write_text("\n".join(LINE + mail for mail in mails))
    reads, (failure,) = read(tmp_path)
    assert [one.report.title for one in reads] == ["Camp 1", "Camp 3"] and failure.path.endswith("!/2")


@pytest.mark.parametrize("text", ["", "no mail at all\n", LINE])
def test_a_mailbox_without_a_mail_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.mbox").write_text(text)
    reads, (failure,) = read(tmp_path / "a.mbox")
    assert not reads and failure.reason and failure.try_


def test_a_file_of_apple_mail_is_one_mail(tmp_path: Path) -> None:
    mail = MAIL.format(n=1).encode()
    file = tmp_path / "12.emlx"
    file.write_bytes(b"%d      \n" % len(mail) + mail + b'<?xml version="1.0"?><plist><dict/></plist>\n')
    (found,), failures = read(file)
    assert found.report.title == "Camp 1" and "plist" not in found.report.text and not failures
    assert found.report.paths == (str(file),)


@pytest.mark.parametrize("data", [b"", b"hello\n", b"9000\nSubject: x\n\n"])
def test_what_is_no_file_of_apple_mail_says_so(data: bytes) -> None:
    (failure,) = read_original(Original("a.emlx", data=data))
    assert isinstance(failure, Failure) and ".emlx" in failure.reason


def test_the_folders_of_a_maildir_are_read(tmp_path: Path) -> None:
    box = tmp_path / "Maildir"
    for folder, name, n in (("cur", "1.M1P2.host:2,S", 1), ("new", "2.M1P2.host", 2), (".Sent/cur", "3.host:2,", 3)):
        (box / folder).mkdir(parents=True)
        (box / folder / name).write_text(MAIL.format(n=n))
    (box / ".Sent" / "new").mkdir()
    (box / ".hidden").mkdir()
    (box / ".hidden" / "4.host").write_text(MAIL.format(n=4))
    reads, failures = read(tmp_path)
    assert sorted(one.report.title or "" for one in reads) == ["Camp 1", "Camp 2", "Camp 3"] and not failures


@pytest.mark.parametrize("name", ["a", "a.txt", "a.msg", "a.html"])
def test_a_file_whose_content_is_a_mail_is_one_whatever_its_ending(name: str) -> None:
    (found,) = read_original(Original(name, data=MAIL.format(n=1).encode()))
    assert isinstance(found, Read) and found.report.title == "Camp 1" and found.report.byline == "Ida Brenn"


@pytest.mark.parametrize(
    "text",
    ["Subject: the camp\nDate: Monday\n\nThe envoy spoke.\n", "Brenn: I was there.\nReceived: yesterday, she said.\n",
     "From: the editor\n\nMessage-ID: none\n"],
)  # fmt: skip
def test_a_text_with_lines_like_a_head_stays_text(text: str) -> None:
    entry = reader_for(Original("a.txt", data=text.encode()))
    assert entry is not None and entry.name == "plain"


def test_nothing_is_left_out_of_a_mailbox_without_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text("junk\n\n" + LINE + MAIL.format(n=1))
    left: list[LeftOut] = []
    found = list(read_paths([str(tmp_path)], on_left_out=left.append))
    assert len(found) == 1 and not left
