#!/bin/sh
# Makes .venv with everything that the program and its tests need, on a Debian that has nothing but a shell.
# As root it installs what Debian must bring; as anybody else it prints the one line to type. A second run does nothing.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
venv=$here/.venv
stamp=$venv/set-up
table=$here/packaging/linux/system-packages.txt
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*" >&2; }

# What a finished set-up was made from; the folder counts, since a moved virtual environment is broken.
wanted() {
    echo "$here"
    cat "$here/requirements-dev.txt" "$here/pyproject.toml" "$table" "$0" | sha256sum
}

# Qt 6.9.3 has wheels for Python up to 3.13.
right_version() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

complete() { right_version "$1" && "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the first Python that will do, one that can make a virtual environment if there is any.
find_python() {
    for test in complete right_version; do
        for python in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
            if $test "$python"; then
                echo "$python"
                return
            fi
        done
    done
}

missing_python_packages() {
    python=$(find_python)
    if [ -z "$python" ]; then
        [ -x /usr/bin/python3 ] || echo python3 python3-venv
    elif ! complete "$python"; then
        "$python" -c 'import sys; print(f"python3.{sys.version_info.minor}-venv")'
    fi
}

have() {
    case $1 in
        library) ldconfig -p | grep -q "^[[:space:]]*$2 " ;;
        command) command -v "$2" >/dev/null 2>&1 ;;
        font) command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ":lang=$2" family)" ] ;;
    esac
}

missing_packages() {
    missing_python_packages
    grep -v '^#' "$table" | while read -r kind what package; do
        have "$kind" "$what" || echo "$package"
    done
}

install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "This system has no apt-get. Please install what these Debian packages bring, then try again: $*"
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "sudo apt-get install -y --no-install-recommends $*"
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -y -q --no-install-recommends "$@"
}

# Leaves with a word about the version when no Python will do and Debian's own is there already, so cannot be installed.
explain_python() {
    if [ -z "$(find_python)" ] && [ -x /usr/bin/python3 ]; then
        say "Python 3.11, 3.12 or 3.13 is needed, as python3 or python3.13 on the PATH; found: $(python3 --version 2>&1 || true)."
        say "Debian 12 and 13 bring one."
        exit 1
    fi
}

make_venv() {
    rm -rf "$venv"
    "$1" -m venv "$venv"
    # The file lists all there is, so nothing is looked up beyond it: older pips search for the newest version of whatever
    # is named with an extra (coverage[toml]) and then miss its hash.
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes -r "$here/requirements-dev.txt"
    "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e "$here"
}

[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ] && exit 0

explain_python
missing=$(missing_packages | tr '\n' ' ')
# shellcheck disable=SC2086 # one word a package
[ -z "$missing" ] || install_packages $missing
explain_python
python=$(find_python)
say "Setting up .venv with $("$python" --version); this takes a minute or two."
make_venv "$python"
wanted >"$stamp"
