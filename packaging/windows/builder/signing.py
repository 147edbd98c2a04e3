"""Signs what was built here with a given certificate; files of other makers keep their own signatures."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from builder.files import fresh_folder
from builder.launcher import CONSOLE, HELPER, PROGRAM
from builder.places import BuildError, Places
from builder.toolbox import run_tool

_SCRIPT = """#!/bin/sh
# Signs the file in place; the date is the commit's, unless a time-stamping service is given.
set -eu
osslsigncode sign -pkcs12 /certificate/certificate.p12 -readpass /certificate/password -h sha256 \\
    -n "POS Closeout" -time "$SOURCE_DATE_EPOCH" -in "$1" -out "$1.signed" >&2
mv "$1.signed" "$1"
"""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its key (PKCS#12), its password and the script that signs with them, in one private folder."""

    folder: Path

    @property
    def readable(self) -> list[tuple[Path, str]]:
        """What a tool must see to sign."""
        return [(self.folder, "/certificate")]

    @property
    def script(self) -> str:
        """The command that signs the file given as its argument, as seen inside the tools."""
        return "sh /certificate/sign.sh"


def given_certificate(places: Places) -> Certificate:
    """Prepares the certificate named by POS_CLOSEOUT_CERTIFICATE and POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE.

    Raises:
        BuildError: no certificate is named, or a named file is missing.
    """
    named = os.environ.get("POS_CLOSEOUT_CERTIFICATE")
    password = os.environ.get("POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE")
    if not named or not password:
        raise BuildError(
            "Set POS_CLOSEOUT_CERTIFICATE (a .p12 or .pfx file) and POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE to sign."
        )
    return _prepared(places, Path(named).read_bytes(), Path(password).read_text("utf-8"))


def throw_away_certificate(places: Places) -> Certificate:
    """Makes a certificate that nobody trusts, to prove the signing itself."""
    work = fresh_folder(places.build / "throw-away")
    make = ["openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2", "-keyout", "key.pem"]
    make += ["-out", "cert.pem", "-subj", "/CN=POS Closeout throw-away", "-addext", "extendedKeyUsage=codeSigning"]
    run_tool(places, work, make)
    export = ["openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-out", "certificate.p12"]
    run_tool(places, work, [*export, "-passout", "pass:throw-away"])
    return _prepared(places, (work / "certificate.p12").read_bytes(), "throw-away")


def _prepared(places: Places, certificate: bytes, password: str) -> Certificate:
    folder = fresh_folder(places.build / "certificate")
    folder.chmod(0o700)
    (folder / "certificate.p12").write_bytes(certificate)
    (folder / "password").write_text(password.strip(), "utf-8")
    (folder / "sign.sh").write_text(_SCRIPT, "utf-8")
    return Certificate(folder)


def forget_certificate(places: Places) -> None:
    """Deletes the copy of the certificate and its password, whatever came of the build."""
    shutil.rmtree(places.build / "certificate", ignore_errors=True)


def sign_executables(places: Places, certificate: Certificate) -> None:
    """Signs the executables of our own in the payload."""
    for name in (PROGRAM, CONSOLE, HELPER):
        run_tool(places, places.payload, ["sh", "/certificate/sign.sh", name], certificate.readable)


def check_signatures(places: Places, certificate: Path) -> None:
    """Verifies what was signed, the installer and our executables, against a certificate.

    Raises:
        BuildError: a signature is missing or not by this certificate.
    """
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", "/trust/cert.pem", "-in"]
    for file in (places.installer, places.payload / PROGRAM, places.payload / CONSOLE, places.payload / HELPER):
        run_tool(places, file.parent, [*command, file.name], readable=[(certificate.parent, "/trust")])
