"""Signs what is published: everything of ours, and binaries of others that carry no signature; signed ones stay.

The key is never inside the folder of tools while NSIS runs: NSIS hands its uninstaller and its installer out to be
signed. So the key may as well lie on hardware or in a service, behind a command of the publisher's.
"""

import os
import shlex
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from builder.files import all_files, fresh_folder
from builder.places import BuildError, Places
from builder.toolbox import run_tool

Signer = Callable[[Path], None]
"""Signs a file in place, or raises BuildError."""

COMMAND_VARIABLE = "POS_CLOSEOUT_SIGN_COMMAND"
"""A command that signs the file given as its last argument, in place: a key on hardware or in a service."""
CERTIFICATE_VARIABLE = "POS_CLOSEOUT_CERTIFICATE"
PASSWORD_VARIABLE = "POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE"  # noqa: S105 - names a file
TIMESTAMP_VARIABLE = "POS_CLOSEOUT_TIMESTAMP"
"""Address of a time-stamping service (RFC 3161), for a certificate in a file; a command asks for stamps itself."""

NSIS_COMMAND = "sh /job/signing/sign.sh"
"""What NSIS calls with the file to sign."""
_HAND_OUT = """#!/bin/sh
# Hands the file out to whoever has the key, and waits for it to come back.
set -eu
cp "$1" /job/signing/file
touch /job/signing/asked
while [ -e /job/signing/asked ]; do sleep 0.1; done
mv /job/signing/signed "$1"
"""
_BINARIES = (".dll", ".exe", ".pyd")
_SIGNATURE_ENTRY = 4  # IMAGE_DIRECTORY_ENTRY_SECURITY


def given_signer(places: Places) -> Signer:
    """Returns what the environment names: a command, or a certificate in a file with its password in another.

    Raises:
        BuildError: nothing is named.
    """
    command = os.environ.get(COMMAND_VARIABLE)
    if command:
        return _command_signer(shlex.split(command))
    named, password = os.environ.get(CERTIFICATE_VARIABLE), os.environ.get(PASSWORD_VARIABLE)
    if not named or not password:
        raise BuildError(
            f"To sign, set {COMMAND_VARIABLE}, or {CERTIFICATE_VARIABLE} (a .p12 or .pfx file) and {PASSWORD_VARIABLE}."
        )
    return _certificate_signer(places, Path(named).read_bytes(), Path(password).read_text("utf-8"))


def throw_away_signer(places: Places) -> Signer:
    """Makes a certificate that nobody trusts, to prove the signing itself."""
    work = fresh_folder(places.build / "throw-away")
    make = ["openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2", "-keyout", "key.pem"]
    make += ["-out", "cert.pem", "-subj", "/CN=POS Closeout throw-away", "-addext", "extendedKeyUsage=codeSigning"]
    run_tool(places, work, make)
    export = ["openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-out", "certificate.p12"]
    run_tool(places, work, [*export, "-passout", "pass:throw-away"])
    return _certificate_signer(places, (work / "certificate.p12").read_bytes(), "throw-away")


def _command_signer(command: list[str]) -> Signer:
    def sign(file: Path) -> None:
        done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BuildError(f"{command[0]} failed for {file.name}:\n{(done.stdout + done.stderr)[-2000:]}")
        if not is_signed(file):
            raise BuildError(f"{command[0]} ended well and left {file.name} without a signature")

    return sign


def _certificate_signer(places: Places, certificate: bytes, password: str) -> Signer:
    folder = fresh_folder(places.build / "certificate")
    folder.chmod(0o700)
    (folder / "certificate.p12").write_bytes(certificate)
    (folder / "password").write_text(password.strip(), "utf-8")
    stamp = os.environ.get(TIMESTAMP_VARIABLE)
    command = ["osslsigncode", "sign", "-pkcs12", "/certificate/certificate.p12", "-readpass", "/certificate/password"]
    command += ["-h", "sha256", "-n", "POS Closeout", *(["-ts", stamp] if stamp else ["-time", str(places.epoch)])]

    def sign(file: Path) -> None:
        signed = file.with_name(file.name + ".signed")
        readable = [(folder, "/certificate")]
        arguments = [*command, "-in", file.name, "-out", signed.name]
        run_tool(places, file.parent, arguments, readable, network=bool(stamp))
        signed.replace(file)

    return sign


def forget_certificate(places: Places) -> None:
    """Deletes the copy of the certificate and its password, whatever came of the build."""
    shutil.rmtree(places.build / "certificate", ignore_errors=True)


def is_signed(file: Path) -> bool:
    """Says whether a Windows binary carries a signature; whose, and whether it is good, is not asked."""
    head = file.read_bytes()[:4096]
    if head[:2] != b"MZ" or len(head) < 64:
        return False
    optional = struct.unpack_from("<I", head, 60)[0] + 24
    directories = optional + (112 if struct.unpack_from("<H", head, optional)[0] == 0x20B else 96)
    return bool(struct.unpack_from("<II", head, directories + 8 * _SIGNATURE_ENTRY)[1])


def binaries(folder: Path) -> list[Path]:
    """Returns every Windows binary below a folder."""
    return [folder / name for name in all_files(folder) if name.suffix.lower() in _BINARIES]


def sign_payload(places: Places, signer: Signer) -> int:
    """Signs every binary of the payload that has no signature yet and returns how many these were."""
    unsigned = [file for file in binaries(places.payload) if not is_signed(file)]
    for file in unsigned:
        signer(file)
    return len(unsigned)


@contextmanager
def signing_for_nsis(work: Path, signer: Signer) -> Iterator[None]:
    """Signs what NSIS, at work in a folder, hands out.

    Raises:
        BuildError: something could not be signed; NSIS has stopped then.
    """
    folder = fresh_folder(work / "signing")
    (folder / "sign.sh").write_text(_HAND_OUT, "utf-8")
    done, failed = Event(), list[BuildError]()
    thread = Thread(target=_serve, args=(folder, signer, done, failed))
    thread.start()
    try:
        yield
    except BuildError as error:
        raise (failed[0] if failed else error) from error
    finally:
        done.set()
        thread.join()


def _serve(folder: Path, signer: Signer, done: Event, failed: list[BuildError]) -> None:
    file, asked = folder / "file", folder / "asked"
    while not done.wait(0.05):
        if asked.exists():
            try:
                signer(file)
                file.rename(folder / "signed")
            except BuildError as error:
                failed.append(error)
            finally:
                asked.unlink()


def check_signatures(places: Places, certificate: Path) -> None:
    """Verifies what was signed here, against a certificate: the installer and our executables.

    Raises:
        BuildError: a signature is missing or not by this certificate, or a binary of others has none at all.
    """
    unsigned = [file.name for file in binaries(places.payload) if not is_signed(file)]
    if unsigned:
        raise BuildError(f"not signed: {unsigned}")
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", "/trust/cert.pem", "-in"]
    for file in (places.installer, *sorted(places.payload.glob("*.exe"))):
        run_tool(places, file.parent, [*command, file.name], readable=[(certificate.parent, "/trust")])
