#!/bin/sh
# Makes .venv with everything that the program and its tests need, on a Debian that has nothing but a shell.
# As root it installs what Debian must bring; as anybody else it says what to type. A second run does nothing.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
venv=$here/.venv
stamp=$venv/set-up
. "$here/packaging/linux/common.sh"

# What a finished set-up was made from; the folder counts, since a moved virtual environment is broken.
wanted() {
    echo "$here"
    cat "$here/requirements-dev.txt" "$here/pyproject.toml" "$table" "$here/packaging/linux/common.sh" "$0" | sha256sum
}

[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ] && exit 0

prepare_system test-
say "正在用 $("$python" --version) 准备 .venv：要下载约 350 MB，需要几分钟。" \
    "Setting up .venv with $("$python" --version): some 350 MB to download, a few minutes."
rm -rf "$venv"
"$python" -m venv "$venv"
install_lock "$venv" "$here/requirements-dev.txt"
"$venv/bin/python" -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e "$here"
wanted >"$stamp"
