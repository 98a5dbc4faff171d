"""Bytes -> text, and which charset that was, so that the map back to the original can be checked later.

The text given back is always ``data.decode(charset, "replace")``. A byte order mark stays in it as U+FEFF: a reader
that leaves it out says so in its map.
"""

from __future__ import annotations

import codecs
import logging
import re
from typing import Final

from sayso.errors import BrokenOriginal, EmptyOriginal

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages mean by these names (WHATWG Encoding, 4.2): each is the larger of two that people mix up.
MEANT: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH: Final = re.compile(rb"[\x80-\xff]")
# Bytes that English and other western text in Windows-1252 has: quotation marks, dashes, dots, signs, letters.
WESTERN: Final = re.compile(
    rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbf\xc0-\xd6\xd8-\xf6\xf8-\xff]"
)
PUNCTUATION: Final = re.compile(rb"[\x85\x91-\x97\xa0\xa3\xab\xb0\xb7\xbb]")
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What people rename to .txt. Looked at only where the bytes are no UTF-8, or hold a NUL.
KINDS: Final = (
    (b"%PDF-", "a PDF", ".pdf"), (b"PK\x03\x04", "a zip archive or an office document", ".zip or .docx"),
    (b"\x1f\x8b", "gzip data", ".gz"), (b"\x89PNG", "a picture", ".png"), (b"\xff\xd8\xff", "a picture", ".jpg"),
    (b"GIF8", "a picture", ".gif"), (b"\x7fELF", "a program", ""), (b"MZ", "a program", ""),
    (b"\xd0\xcf\x11\xe0", "an old office document", ".doc"), (b"SQLite format 3", "a database", ".sqlite"),
)  # fmt: skip
MAGIC: Final = tuple(magic for magic, _, _ in KINDS)
REPLACEMENT: Final = "\ufffd"  # stands for what cannot be decoded
MAX_NUL_SHARE: Final = 0.01  # of the characters; a program or a picture has many more
FEW_NULS: Final = 3  # that any text may have: 12 of 8,516 news texts had one or two
SAMPLE: Final = 200_000  # bytes that are looked at; the whole is decoded in what they turn out to be
logger = logging.getLogger(__name__)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of these bytes and the charset it was decoded in.

    A byte order mark counts first, then what is declared, then UTF-8, then a guess. Not believed is a declared charset
    in which the bytes make no sense, and a declared one-byte charset where the bytes are sound UTF-8.
    Raises BrokenOriginal where the bytes are no text in any charset.

    >>> decode("Škoda “A”".encode(), "iso-8859-1")
    ('Škoda “A”', 'utf-8')
    """
    for mark, charset in BOMS:
        if data.startswith(mark):
            return data.decode(charset, "replace"), charset
    wide = _utf16(data[:SAMPLE])
    if wide is not None:
        return data.decode(wide, "replace"), wide
    named = known_charset(declared)
    sound_utf8 = _decodes(data, "utf-8")
    if named is not None and not (sound_utf8 and named in ONE_BYTE):
        text = data.decode(named, "replace")
        if text.count("�") <= len(text) / 1000:
            return text, named
        logger.info("declared as %s, which these bytes are not", declared)
    if sound_utf8:
        return data.decode("utf-8"), "utf-8"
    charset = _guess(data)
    return data.decode(charset, "replace"), charset


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of an original and its charset.

    A NUL here and there is read like any other character: programs that cut texts leave some. Raises EmptyOriginal if
    it holds nothing but white space, BrokenOriginal if it is no text.
    """
    if not data:
        raise EmptyOriginal("nothing in it")
    try:
        decoded, charset = decode(data, declared)
    except BrokenOriginal as error:
        raise _binary(data) from error
    nuls = decoded.count("\0")
    most = max(min(FEW_NULS, len(decoded) // 5), MAX_NUL_SHARE * len(decoded))
    if nuls and (nuls > most or data.startswith(MAGIC)):
        raise _binary(data)
    if not decoded.strip("\ufeff \t\r\n\f\v\0") or decoded.isspace():
        raise EmptyOriginal("nothing but white space in it")
    return decoded, charset


def replaced_notes(decoded: str, data: bytes, charset: str) -> tuple[str, ...]:
    """Return what a user should know of characters that stand for bytes which could not be decoded; () for none.

    >>> replaced_notes(b"a \\xed\\xa0\\x80".decode("utf-8", "replace"), b"a \\xed\\xa0\\x80", "utf-8")
    ('3 characters were replaced (U+FFFD), for what stood there is no utf-8',)
    """
    if REPLACEMENT not in decoded:
        return ()
    try:
        own = data.count(REPLACEMENT.encode(charset))
    except UnicodeEncodeError:  # no charset of Unicode, in which there is no such character
        own = 0
    number = decoded.count(REPLACEMENT) - own
    return (replaced_note(number, charset),) if number > 0 else ()


def replaced_note(number: int, what: str) -> str:
    """Return the words for so many characters that were replaced, for what stood there is none of this kind."""
    replaced = "1 character was replaced" if number == 1 else f"{number:,} characters were replaced"
    return f"{replaced} (U+FFFD), for what stood there is no {what}"


def known_charset(name: str | None) -> str | None:
    """Python's name for a charset as pages name it; None where it is unknown or no charset of text."""
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in ("undefined", "idna", "punycode", "unicode_escape", "utf-7",
                                                   "raw_unicode_escape", "mbcs", "oem"):  # fmt: skip
        return None
    if info.name in ("utf-16", "utf-32"):  # pages that say so without a byte order mark are not (WHATWG: UTF-8)
        return None
    name = "utf-8" if info.name == "utf-8-sig" else info.name
    return MEANT.get(name, name)


def _binary(data: bytes) -> BrokenOriginal:
    for magic, what, suffix in KINDS:
        if data.startswith(magic):
            return BrokenOriginal(
                f"no text but {what}", f"give it its own name ({suffix})" if suffix else "leave it out"
            )
    at = data.find(b"\0")
    if at >= 0:
        return BrokenOriginal(f"a NUL at byte {at}: it is binary, or damaged", "save it as text in UTF-8")
    return BrokenOriginal("no text in any charset that is known", "save it as text in UTF-8")


def _decodes(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> str:
    sample = data[:SAMPLE]
    high = len(HIGH.findall(sample))
    sound = sum(map(len, MULTIBYTE.findall(sample)))
    if sound > 0.7 * high and sound >= 6:  # UTF-8 with a few damaged bytes
        logger.info("UTF-8 with bytes that are none; they are read as U+FFFD")
        return "utf-8"
    if (
        high
        and len(WESTERN.findall(sample)) == high
        and (high <= 0.03 * len(sample) or len(PUNCTUATION.findall(sample)) > 0.5 * high)
    ):  # charset-normalizer takes two curly quotes in an English text for any of a dozen charsets
        return "cp1252"
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    charset = known_charset(best.encoding) if best is not None else None
    if charset is None or len(CONTROL.findall(sample.decode(charset, "replace"))) > 0.01 * len(sample):
        raise BrokenOriginal("the bytes are no text in any charset that is known", "see that the file is whole")
    return charset


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of western text is NUL."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _one_byte() -> frozenset[str]:
    names = {
        "mac-roman",
        "mac-cyrillic",
        "koi8-r",
        "koi8-u",
        "ascii",
        "cp437",
        "cp850",
        "cp852",
        "cp855",
        "cp866",
        "cp874",
    }
    names |= {f"cp125{n}" for n in range(9)} | {f"iso8859-{n}" for n in range(1, 17)}
    return frozenset(names)


ONE_BYTE: Final = _one_byte()
