"""A CUPS of its own on this machine's loopback, with queues that write into files or fail."""

import os
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "FILE.PPD"
*Manufacturer: "File"
*Product: "(File)"
*ModelName: "File"
*ShortNickName: "File"
*NickName: "File"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize Letter/Letter: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion Letter/Letter: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*ImageableArea Letter: "18 18 594 774"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension Letter: "612 792"
*OpenUI *Duplex/Duplex: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long: ""
*Duplex DuplexTumble/Short: ""
*CloseUI: *Duplex
*DefaultFont: Courier
"""
_BACKEND = """#!/bin/sh
# job user title copies options [file]: a printer that keeps the paper
[ $# -eq 0 ] && exit 0
case "$DEVICE_URI" in */broken) exit 1 ;; */slow) sleep 30 ;; */late) sleep 12; exit 1 ;; */tardy) sleep 12 ;; esac
printf '%s' "$5" > "{out}/$1.options"
printf '%s' "$4" > "{out}/$1.copies"
cat ${{6:+"$6"}} > "{out}/$1.part" && mv "{out}/$1.part" "{out}/$1.pdf"
"""
QUEUES = {
    "good": ("keep:/good", "Idle", "Yes"),
    "slow": ("keep:/slow", "Idle", "Yes"),
    "late": ("keep:/late", "Idle", "Yes"),
    "tardy": ("keep:/tardy", "Idle", "Yes"),
    "broken": ("keep:/broken", "Idle", "Yes"),
    "paused": ("keep:/good", "Stopped", "Yes"),
    "refusing": ("keep:/good", "Idle", "No"),
}


@dataclass(frozen=True, slots=True)
class Spool:
    """Where CUPS answers, and the folder in which its printers keep what they are sent."""

    server: str
    out: Path

    def printed(self, number: int, seconds: float = 30.0) -> bytes:
        """Return what came out of the printer for a job."""
        file = self.out / f"{number}.pdf"
        end = time.monotonic() + seconds
        while not file.exists():
            if time.monotonic() > end:
                raise TimeoutError(f"job {number} did not come out")
            time.sleep(0.1)
        return file.read_bytes()

    def jobs(self) -> set[int]:
        """Return the numbers of the jobs that came out."""
        return {int(each.stem) for each in self.out.glob("*.pdf")}


@contextmanager
def running_cups(root: Path, home: Path) -> Generator[Spool]:
    """Run a CUPS from an unpacked Debian package.

    Args:
        root: where the packages lie unpacked.
        home: an empty folder for everything it writes.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    spool = Spool(f"127.0.0.1:{port}", home / "out")
    _write_settings(root, home, port, spool.out)
    environment = os.environ | {"LD_LIBRARY_PATH": str(root / "usr/lib/x86_64-linux-gnu")}
    daemon = subprocess.Popen(
        [root / "usr/sbin/cupsd", "-f", "-c", home / "etc/cupsd.conf", "-s", home / "etc/cups-files.conf"],
        env=environment,
    )
    try:
        for _ in range(150):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield spool
    finally:
        daemon.terminate()
        daemon.wait(20)


def _write_settings(root: Path, home: Path, port: int, out: Path) -> None:
    for name in ("etc/ppd", "cache", "spool/tmp", "run", "log", "bin"):
        (home / name).mkdir(parents=True, exist_ok=True)
    out.mkdir()
    # Filters run as another user where CUPS was started by root.
    home.chmod(0o755)
    libraries = root / "usr/lib/x86_64-linux-gnu"
    (home / "bin/filter").mkdir()
    for each in sorted((root / "usr/lib/cups/filter").iterdir()):
        # CUPS takes LD_LIBRARY_PATH out of what its filters see.
        wrapped = home / "bin/filter" / each.name
        wrapped.write_text(f'#!/bin/sh\nLD_LIBRARY_PATH={libraries} exec {each} "$@"\n', "utf-8")
        wrapped.chmod(0o755)
    for name in ("daemon", "monitor", "notifier", "cgi-bin", "driver"):
        (home / "bin" / name).symlink_to(root / "usr/lib/cups" / name)
    backend = home / "bin/backend/keep"
    backend.parent.mkdir()
    backend.write_text(_BACKEND.format(out=out), "utf-8")
    # Readable by its owner only: CUPS then runs it as the one who started it.
    backend.chmod(0o700)
    (home / "etc/cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing No\nDefaultAuthType None\nLogLevel debug\nPreserveJobHistory Yes\n"
        "ErrorPolicy abort-job\nWebInterface No\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
        "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
        "utf-8",
    )
    (home / "etc/cups-files.conf").write_text(
        f"ServerRoot {home}/etc\nServerBin {home}/bin\nDataDir {root}/usr/share/cups\nCacheDir {home}/cache\n"
        f"StateDir {home}/run\nRequestRoot {home}/spool\nTempDir {home}/spool/tmp\nAccessLog {home}/log/access\n"
        f"ErrorLog {home}/log/error\nPageLog {home}/log/page\nFileDevice Yes\n",
        "utf-8",
    )
    printers = []
    for name, (uri, state, accepting) in QUEUES.items():
        (home / f"etc/ppd/{name}.ppd").write_text(_PPD, "utf-8")
        printers.append(
            f"<Printer {name}>\nInfo {name}\nDeviceURI {uri}\nState {state}\nAccepting {accepting}\n"
            "Shared No\nErrorPolicy abort-job\nOpPolicy default\n</Printer>\n"
        )
    (home / "etc/printers.conf").write_text("".join(printers), "utf-8")
    (home / "etc/printers.conf").chmod(0o600)
