"""A document of another office program (doc, wps, rtf, odt) → its text, by way of docx, into which LibreOffice turns it.

Many a .doc is something else under that name: a docx, and plain text, are read as such; rtf and web pages LibreOffice knows.
It runs with a profile of its own in which macros are off and nothing that a document links to is fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from .. import limits
from ..errors import FaultKind
from ..source import Source
from . import docx, txt
from .fault import FormatError
from .package import Package

SUFFIXES = (".doc", ".wps", ".rtf", ".odt")
_OLD, _ZIP, _RTF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"{\\rtf"
MAGIC = (_OLD, _ZIP)

_WEB_PAGE = re.compile(rb"\s*<(?:!doctype|\?xml|html|head|meta|body|table|div|p)\b", re.IGNORECASE)
# The head of a Word document, at the beginning of a sector of its old file: its sign, then in its flags the bit for locked,
# then the oldest version that reads it, one of two. What comes between differs with the program that wrote it.
_SECTOR = 512
_HEAD = re.compile(rb"\xec\xa5.{9}(.)[\xbf\xc1]\x00", re.DOTALL)
_LOCKED = 0x01
# A docx with a password is an old file that holds this one, and an odt says so of each of its parts.
_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LOCKED_PART = b"encryption-data"

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def read(data: bytes) -> Source:
    """The text of `data` with the cells of its tables. Raises FormatError where it is locked or damaged, where LibreOffice is
    not installed, or can't open it, or takes too long."""
    if data.startswith(_ZIP):
        package = Package(data, "docx / odt")
        if "content.xml" not in package:
            return docx.read(data)
        if _LOCKED_PART in (package.part("META-INF/manifest.xml") or b""):
            raise FormatError(FaultKind.ENCRYPTED)
    elif data.startswith(_OLD):
        if _is_locked(data):
            raise FormatError(FaultKind.ENCRYPTED)
    elif not data.startswith(_RTF) and not _WEB_PAGE.match(data.removeprefix(b"\xef\xbb\xbf")):
        return txt.read(data)
    return docx.read(_to_docx(data))


def _is_locked(data: bytes) -> bool:
    """Whether an old Office file asks for a password: to hand it to LibreOffice would only waste its time."""
    heads = (_HEAD.match(data, at) for at in range(_SECTOR, len(data), _SECTOR))
    return _LOCKED_PACKAGE in data or any(head[1][0] & _LOCKED for head in heads if head)


def _to_docx(data: bytes) -> bytes:
    """The document as docx. Raises FormatError where LibreOffice gives none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FormatError(FaultKind.NO_OFFICE, suffix=" / ".join(SUFFIXES))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # A name of ours, and no suffix to be misled by: LibreOffice looks at the content.
        given, made = folder / "document", folder / "made" / "document.docx"
        given.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        kinds = ["--infilter=HTML (StarWriter)"] if _WEB_PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) else []
        _run([*command, *kinds, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(given)], folder)
        if not made.is_file():
            raise FormatError(FaultKind.OFFICE_FAILED)
        return made.read_bytes()


def _run(command: list[str], home: Path) -> None:
    """Run a program to its end, or stop it with all that it started: soffice is a script, what works is its child."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env={**os.environ, "HOME": str(home)},
        start_new_session=True,
    )
    try:
        process.wait(limits.OFFICE_SECONDS)
    except subprocess.TimeoutExpired as fault:
        raise FormatError(FaultKind.TOO_SLOW, most=str(limits.OFFICE_SECONDS)) from fault
    finally:
        # Whatever broke the wait off, nobody is left behind. Once it has ended by itself, its number may be another's.
        if process.returncode is None:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
