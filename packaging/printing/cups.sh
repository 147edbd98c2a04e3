#!/bin/sh
# cups.sh FOLDER: fetch CUPS from Debian and unpack it in FOLDER, once; nothing is installed.
set -eu
folder=$1
[ -x "$folder/root/usr/sbin/cupsd" ] && exit 0
mkdir -p "$folder/packages" "$folder/root"
cd "$folder/packages"
names=$(apt-get install -s -y --no-install-recommends cups cups-filters | awk '/^Inst/ {print $2}')
[ -n "$names" ] || names="cups cups-daemon cups-common cups-core-drivers cups-filters cups-filters-core-drivers libcupsfilters1 libfontembed1 libqpdf29"
# shellcheck disable=SC2086 # one name a word
apt-get download -q $names
for each in *.deb; do
    dpkg -x "$each" "$folder/root"
done
