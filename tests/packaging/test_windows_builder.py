"""The parts of the Windows build that need neither Debian's tools nor a network."""

import dataclasses
import struct
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from pos_closeout.actions.autostart import APPROVED_KEY, RUN_KEY, RUN_NAME, windows_line
from pos_closeout.app.window import NOT_ANSWERING, TOLD
from pos_closeout.guidance.edition import publisher_address as shown_address

TREE = Path(__file__).resolve().parents[2]
WINDOWS = TREE / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))

from builder.bill import nested_parts  # noqa: E402 - the build is no installed package
from builder.files import all_files, date_all, matches  # noqa: E402 - the build is no installed package
from builder.installer import file_list, write_list  # noqa: E402
from builder.libraries import missing_libraries  # noqa: E402
from builder.licences import compiled_in  # noqa: E402
from builder.places import BuildError, find_places  # noqa: E402
from builder.portable import MARK, make_portable  # noqa: E402
from builder.program import publisher_address, write_address  # noqa: E402
from builder.release import SUMS, check_ready, release_notes, write_sums  # noqa: E402
from builder.signing import forget_certificate, given_signer, is_signed, sign_payload, signing_for_nsis  # noqa: E402
from builder.wheels import is_kept  # noqa: E402

PINS = tomllib.loads((WINDOWS / "pins.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("bin/tool", "bin/**", True),
        ("a/b/stub.pyi", "**/*.pyi", True),
        ("stub.pyi", "**/*.pyi", True),
        ("pkg/tests/deep/data.txt", "**/tests/**", True),
        ("pkg/contests/data.txt", "**/tests/**", False),
        ("plugins/platforms/qwindows.dll", "plugins/platforms/qwindows.dll", True),
        ("plugins/platforms/qminimal.dll", "plugins/platforms/qwindows.dll", False),
    ],
)
def test_a_pattern_fits_whole_folders_only(path: str, pattern: str, fits: bool) -> None:
    assert matches(Path(path), [pattern]) is fits


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Charts.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("reportlab/pdfgen/canvas.py", True),
        ("_cffi_backend.cp313-win_amd64.pyd", True),
        ("pypdfium2_raw/pdfium.dll", True),
        ("pypdfium2_cfg/__init__.py", True),
        ("pypdfium2_cli/__main__.py", False),
        ("pycparser/c_parser.py", False),
        ("holidays/countries/china.py", True),
        ("holidays/locale/zh_CN/LC_MESSAGES/CN.mo", True),
        ("holidays/locale/uk/LC_MESSAGES/CN.mo", False),
        ("OleFileIO_PL.py", False),
        ("pip/__init__.py", False),
        ("pip-26.3.dist-info/METADATA", False),
        ("click-8.5.1.dist-info/METADATA", True),
        ("click-8.5.1.dist-info/RECORD", False),
        ("click/py.typed", False),
    ],
)
def test_only_what_the_program_uses_of_the_wheels_is_shipped(name: str, kept: bool) -> None:
    assert is_kept(Path(name), PINS["wheels"]) is kept


def test_parts_compiled_into_a_package_are_named_with_author_and_licence(tmp_path: Path) -> None:
    bill = tmp_path / "bill.cyclonedx.json"
    bill.write_text(
        """{"components": [
            {"name": "zip", "version": "2", "author": "Ann", "licenses": [{"expression": "MIT OR Zlib"}]},
            {"name": "libx", "version": "1", "licenses": [{"license": {"id": "BSD-3-Clause"}}]}]}""",
        "utf-8",
    )
    assert compiled_in(bill).splitlines()[2:] == ["  libx 1 (BSD-3-Clause)", "  zip 2 (MIT OR Zlib), Ann"]


def test_the_bill_names_what_a_package_says_is_compiled_into_it(tmp_path: Path) -> None:
    bill = tmp_path / "sbom.json"
    bill.write_text(
        """{"components": [{"type": "library", "bom-ref": "x", "name": "openssl", "version": "4.0.3",
            "purl": "pkg:generic/openssl@4.0.3", "externalReferences": []}]}""",
        "utf-8",
    )
    assert nested_parts(bill) == [
        {"type": "library", "name": "openssl", "version": "4.0.3", "purl": "pkg:generic/openssl@4.0.3"}
    ]


def test_no_copy_of_the_owners_certificate_outlives_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, variable in (("own.p12", "POS_CLOSEOUT_CERTIFICATE"), ("own", "POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE")):
        (tmp_path / name).write_text("secret", "utf-8")
        monkeypatch.setenv(variable, str(tmp_path / name))
    places = dataclasses.replace(find_places(), build=tmp_path / "build")
    given_signer(places)
    folder = places.build / "certificate"
    assert (folder / "password").read_text("utf-8") == "secret"
    forget_certificate(places)
    assert not folder.exists()


def test_a_library_that_windows_lacks_is_named_with_the_file_that_loads_it() -> None:
    said = "Qt6Core.dll:     file format pei-x86-64\n\tDLL Name: KERNEL32.dll\n\tDLL Name: icuuc.dll\n"
    assert missing_libraries(said, {"qt6core.dll"}, PINS["system"]["libraries"]) == ["Qt6Core.dll: icuuc.dll"]
    assert missing_libraries(said, {"qt6core.dll", "icuuc.dll"}, PINS["system"]["libraries"]) == []


def test_files_are_unpacked_beside_the_old_ones_sorted_the_list_first(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/z.txt", "b/a$.txt", "a.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    assert write_list(tmp_path).read_text("utf-8").splitlines() == [
        "5 a.txt",
        "8 b\\a$.txt",
        "7 b\\z.txt",
        "- uninstall.exe",
    ]
    assert file_list(tmp_path).splitlines() == [
        'SetOutPath "$INSTDIR\\setup-new"',
        'File "/payload/installed-files.txt"',
        'File "/payload/a.txt"',
        'SetOutPath "$INSTDIR\\setup-new\\b"',
        'File "/payload/b/a$$.txt"',
        'File "/payload/b/z.txt"',
    ]


def test_every_file_gets_the_date_of_the_commit(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").touch()
    date_all(tmp_path, 1_700_000_000)
    assert [(tmp_path / name).stat().st_mtime for name in all_files(tmp_path)] == [1_700_000_000]


def test_the_icon_has_every_size_that_windows_asks_for() -> None:
    icon = (TREE / "resources" / "icons" / "app.ico").read_bytes()
    count = struct.unpack_from("<HHH", icon)[2]
    sizes = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * number)[0] or 256 for number in range(count)]
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]


def test_every_sentence_of_the_installer_is_there_in_both_languages() -> None:
    texts = (WINDOWS / "installer" / "texts.nsh").read_text("utf-8").replace(" \\\n", "")
    lines = [line for line in texts.splitlines() if line.startswith("!insertmacro Text ")]
    assert lines
    for line in lines:
        chinese, english = line.split('"')[1], line.split('"')[3]
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese), line
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in english), line


def test_the_launcher_adds_nothing_to_what_the_program_has_told() -> None:
    launcher = (WINDOWS / "launcher" / "launcher.c").read_text("utf-8")
    assert f"#define TOLD {TOLD}\n#define NOT_ANSWERING {NOT_ANSWERING}\n" in launcher


def test_installer_and_settings_write_the_same_entry_to_start_with_windows() -> None:
    script = (WINDOWS / "installer" / "installer.nsi").read_text("utf-8")
    assert f'!define AUTOSTART "{RUN_KEY}"' in script
    assert f'!define AUTOSTART_NAME "{RUN_NAME}"' in script
    assert f'!define SWITCHED_OFF "{APPROVED_KEY}"' in script
    line = windows_line((r"$INSTDIR\${PROGRAM}", "--tray"))
    assert f"""WriteRegStr HKCU "${{AUTOSTART}}" "${{AUTOSTART_NAME}}" '{line}'""" in script


def test_the_zip_for_a_stick_has_the_mark_the_program_looks_for_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    places = dataclasses.replace(find_places(), build=tmp_path / "windows")
    for name in ("POS Closeout.exe", "setup-helper.exe", "installed-files.txt", "lib/a.pyc"):
        (places.payload / name).parent.mkdir(parents=True, exist_ok=True)
        (places.payload / name).write_text(name, "utf-8")
    first = make_portable(places).read_bytes()
    assert make_portable(places).read_bytes() == first
    names = zipfile.ZipFile(make_portable(places)).namelist()
    assert names == [f"POS Closeout/{name}" for name in (MARK, "POS Closeout.exe", "lib/a.pyc")]
    assert MARK in (WINDOWS / "launcher" / "launcher.c").read_text("utf-8")


def test_the_program_reads_the_address_that_the_build_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "edition.toml"
    file.write_bytes((TREE / "resources" / "guidance" / "edition.toml").read_bytes())
    monkeypatch.setenv("POS_CLOSEOUT_ADDRESS", "https://example.org/pos")
    write_address(file, publisher_address())
    assert shown_address(tmp_path) == "https://example.org/pos"
    monkeypatch.setenv("POS_CLOSEOUT_ADDRESS", 'https://x" /DWHATEVER')
    with pytest.raises(BuildError, match="https address"):
        publisher_address()


def test_the_notes_are_the_section_of_the_version_alone() -> None:
    changes = "# Changes\n\n## 0.2.0, 2026-12-01\n\n* new\n\n## 0.1.0, 2026-11-01\n\n* old\n"
    assert release_notes(changes, "0.2.0") == "## 0.2.0, 2026-12-01\n\n* new\n"
    with pytest.raises(BuildError):
        release_notes(changes, "0.3.0")


def test_what_is_not_committed_tagged_and_dated_is_not_published() -> None:
    with pytest.raises(BuildError, match=r"write the day.*commit what.*git tag v0\.2\.0"):
        check_ready("0.2.0", "## 0.2.0, not released yet\n", " M a.py\n", "v0.1.0\n")
    check_ready("0.2.0", "## 0.2.0, 2026-12-01\n", "", "v0.2.0\n")


def test_the_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "b.exe").write_text("b", "utf-8")
    (tmp_path / "a.zip").write_text("a", "utf-8")
    write_sums(tmp_path)
    write_sums(tmp_path)
    done = subprocess.run(
        ["sha256sum", "--check", SUMS],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "a.zip: OK\nb.exe: OK\n"


def _binary(file: Path, *, signed: bool) -> Path:
    head = bytearray(512)
    head[:2], head[60:64], head[64:68] = b"MZ", struct.pack("<I", 64), b"PE\0\0"
    struct.pack_into("<H", head, 64 + 24, 0x20B)
    struct.pack_into("<II", head, 64 + 24 + 112 + 8 * 4, *((512, 8) if signed else (0, 0)))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(head)
    return file


def test_binaries_of_others_without_a_signature_are_signed_and_signed_ones_stay(tmp_path: Path) -> None:
    places = dataclasses.replace(find_places(), build=tmp_path)
    _binary(places.payload / "runtime" / "theirs.dll", signed=True)
    bare = [_binary(places.payload / name, signed=False) for name in ("POS Closeout.exe", "lib/a.pyd", "lib/b.DLL")]
    seen: list[Path] = []
    assert sign_payload(places, seen.append) == len(bare)
    assert sorted(seen) == sorted(bare)


def test_a_command_that_leaves_a_file_unsigned_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, signed = _binary(tmp_path / "a.exe", signed=False), _binary(tmp_path / "signed.exe", signed=True)
    monkeypatch.setenv("POS_CLOSEOUT_SIGN_COMMAND", "true")
    with pytest.raises(BuildError, match="without a signature"):
        given_signer(find_places())(file)
    monkeypatch.setenv("POS_CLOSEOUT_SIGN_COMMAND", "false --with-an-option")
    with pytest.raises(BuildError, match="false failed"):
        given_signer(find_places())(file)
    monkeypatch.setenv("POS_CLOSEOUT_SIGN_COMMAND", f"cp '{signed}'")
    given_signer(find_places())(file)
    assert is_signed(file)


@pytest.mark.parametrize("fails", [False, True])
def test_what_nsis_hands_out_comes_back_signed_or_stops_it(tmp_path: Path, *, fails: bool) -> None:
    def sign(file: Path) -> None:
        if fails:
            raise BuildError("the token is locked")
        file.write_text(f"{file.read_text()} signed")

    (tmp_path / "uninstall.exe").write_text("made")

    def as_nsis_does() -> None:
        script = (tmp_path / "signing" / "sign.sh").read_text().replace("/job", str(tmp_path))
        done = subprocess.run(["sh", "-c", script, "sh", tmp_path / "uninstall.exe"], check=False, timeout=20)
        if done.returncode != 0:
            raise BuildError("makensis failed")

    if fails:
        with pytest.raises(BuildError, match="the token is locked"), signing_for_nsis(tmp_path, sign):
            as_nsis_does()
    else:
        with signing_for_nsis(tmp_path, sign):
            as_nsis_does()
        assert (tmp_path / "uninstall.exe").read_text() == "made signed"
