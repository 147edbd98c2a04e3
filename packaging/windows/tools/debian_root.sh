#!/bin/sh
# Makes the Debian 13 folder that holds every tool: NSIS, the cross compiler, osslsigncode, Python 3.13 for
# compiling to .pyc, and Wine 10 with a virtual screen for the proof. One folder of one release instead of whatever
# the machine has: the same bytes on every machine, and Debian 12's Wine 8 cannot show Qt's windows.
# usage: debian_root.sh FOLDER        needs root once; the folder stays in the cache (1.8 GB)
set -eu

root=$1
packages=wine64,wine,xvfb,xdotool,imagemagick,fonts-wqy-microhei,fonts-liberation,locales
packages=$packages,nsis,gcc-mingw-w64-x86-64-win32,osslsigncode,openssl,python3,poppler-utils
# A dated archive of Debian, so that compiler and NSIS are those of that day; its signature may be out of date by now.
dated=${POS_CLOSEOUT_DEBIAN:-}
# A change of this line, of the list or of the archive makes the folder anew.
stamp=$(printf '%s\n' "trixie 2 $packages${dated:+ $dated}" | sha256sum | cut -c1-16)

if ! command -v mmdebstrap >/dev/null || ! command -v bwrap >/dev/null || ! python3 -c 'import ensurepip' 2>/dev/null; then
    install="apt-get install -y -q --no-install-recommends mmdebstrap bubblewrap python3-venv"
    if [ "$(id -u)" != 0 ]; then
        echo "Type: sudo $install" >&2
        exit 1
    fi
    apt-get update -q && DEBIAN_FRONTEND=noninteractive $install
fi
if [ "$(cat "$root/.stamp" 2>/dev/null || true)" = "$stamp" ]; then
    exit 0
fi
if [ "$(id -u)" != 0 ]; then
    echo "The folder with the tools needs root once. Type: sudo sh $0 $root" >&2
    exit 1
fi
# The dated archive, or else the mirror this machine already uses, whatever it is.
mirror=${dated:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)}
if [ -z "$mirror" ]; then
    echo "apt knows no Debian mirror. Type: apt-get update" >&2
    exit 1
fi
rm -rf --one-file-system "$root"
mkdir -p "$(dirname "$root")"
mmdebstrap --variant=minbase --include="$packages" \
    --aptopt='APT::Install-Recommends "false"' ${dated:+--aptopt='Acquire::Check-Valid-Until "false"'} \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook='printf "zh_CN.UTF-8 UTF-8\nen_GB.UTF-8 UTF-8\n" >"$1/etc/locale.gen"; chroot "$1" locale-gen' \
    trixie "$root" "$mirror"
echo "$stamp" >"$root/.stamp"
