"""Writes what is in the installer as a CycloneDX bill of materials, for whoever watches for known holes."""

import json
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from builder.files import sha256
from builder.licences import licence_name
from builder.places import Places
from builder.runtime import carried_versions
from builder.wheels import fetched_wheels

_NESTED = ("*.cyclonedx.json", "*.cdx.json", "sbom.json")
"""The bills that packages bring along of what was compiled into them."""
_KEPT = ("type", "name", "version", "purl", "licenses", "hashes")


def write_bill(places: Places) -> Path:
    """Writes `POS-Closeout-<version>.cdx.json` (CycloneDX 1.6) beside the installer and returns it.

    The same commit gives the same bytes: the date is the commit's, and there is no serial number.
    """
    shipped = sorted((places.payload / "lib").glob("*.dist-info"))
    parts = [_python(places), *(_package(fetched_wheels(places) / folder.name) for folder in shipped)]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(places.epoch, UTC).isoformat(),
            "component": _part("application", "POS Closeout", places.version, "MIT"),
        },
        "components": parts,
    }
    file = places.installer.with_name(f"POS-Closeout-{places.version}.cdx.json")
    file.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return file


def _part(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    return {"type": kind, "name": name, "version": version, "licenses": [{"license": {"name": licence}}]}


def _python(places: Places) -> dict[str, Any]:
    """Returns Python as it says itself which it is, with the libraries in it that holes are found in."""
    said = carried_versions(places.payload / "runtime")
    version = said.pop("CPython")
    part = _part("platform", "CPython", version, "PSF-2.0")
    licences = {"OpenSSL": "Apache-2.0", "SQLite": "blessing"}
    part["components"] = [
        _part("library", name, each, licences[name]) | {"purl": f"pkg:generic/{name.lower()}@{each}"}
        for name, each in said.items()
    ]
    digest = sha256(places.payload / "runtime" / "python313.dll")
    return part | {"purl": f"pkg:generic/python@{version}", "hashes": [{"alg": "SHA-256", "content": digest}]}


def _package(folder: Path) -> dict[str, Any]:
    about = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
    name, version = about["Name"], about["Version"]
    part = _part("library", name, version, licence_name(about) or "see licences.txt")
    part["purl"] = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    inside = [each for pattern in _NESTED for bill in sorted(folder.rglob(pattern)) for each in nested_parts(bill)]
    return part | ({"components": inside} if inside else {})


def nested_parts(bill: Path) -> list[dict[str, Any]]:
    """Returns the parts that a package's own bill names, reduced to what says which they are."""
    parts = json.loads(bill.read_text("utf-8")).get("components", [])
    return [{key: part[key] for key in _KEPT if key in part} for part in parts]
