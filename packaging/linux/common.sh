# Read by setup.sh and install.sh, which say in $here where the project lies.
# shellcheck shell=sh disable=SC2034
table=$here/resources/system-packages.txt
PATH=$PATH:/usr/sbin:/sbin

# Says something on standard error: the first text to somebody whose system speaks Chinese, else the second.
say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
        zh*) printf '%s\n' "$1" >&2 ;;
        *) printf '%s\n' "$2" >&2 ;;
    esac
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
        family) command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list "$(echo "$2" | tr _ ' ')" family)" ] ;;
        font) command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ":lang=$2" family)" ] ;;
    esac
}

# Prints the packages that are missing: for the program, with "test-" for the tests as well.
missing_packages() {
    missing_python_packages
    grep -v '^#' "$table" | while read -r kind what package; do
        case $kind in test-*) [ "$1" = test- ] || continue ;; esac
        have "${kind#test-}" "$what" || echo "$package"
    done
}

# Installs packages: as root, or with sudo when there is somebody who can type a password; else it says what to type.
install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "这个系统没有 apt-get。请用系统自己的方法装好这些 Debian 软件包里的内容，然后再试一次：$*" \
            "This system has no apt-get. Please install what these Debian packages bring, then try again: $*"
        exit 1
    fi
    line="apt-get install -y -q --no-install-recommends $*"
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -q && $line"
        return
    fi
    if [ -t 0 ] && command -v sudo >/dev/null 2>&1; then
        say "还缺少几个系统软件包，安装它们要输入一次您的登录密码（输入时屏幕上不显示）。" \
            "Some packages of the system are missing. To install them, please enter your password once (it is not shown)."
        sudo DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -q && $line" && return
    fi
    say "还缺少几个系统软件包，只有管理员（root）能安装。请输入下面这一行，装好以后再试一次：" \
        "Some packages of the system are missing, and only root can install them. Please type this line, then try again:"
    echo "sudo apt-get update && sudo $line" >&2
    exit 1
}

# Leaves with a word about the version when no Python will do and Debian's own is there already, so cannot be installed.
explain_python() {
    if [ -z "$(find_python)" ] && [ -x /usr/bin/python3 ]; then
        found=$(python3 --version 2>&1 || true)
        say "需要 Python 3.11、3.12 或 3.13，现在的是：$found。Debian 12 和 13 自带合适的版本。" \
            "Python 3.11, 3.12 or 3.13 is needed, as python3 or python3.13 on the PATH; found: $found. Debian 12 and 13 bring one."
        exit 1
    fi
}

# Installs a lock file into a virtual environment. The file lists all there is, so nothing is looked up beyond it: older
# pips search for the newest version of whatever is named with an extra (coverage[toml]) and then miss its hash.
install_lock() {
    "$1/bin/python" -m pip install -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r "$2"
}

# Sees to the packages of the system ("test-" for those of the tests too) and leaves the Python to use in $python.
prepare_system() {
    explain_python
    missing=$(missing_packages "$1" | tr '\n' ' ')
    # shellcheck disable=SC2086 # one word a package
    [ -z "$missing" ] || install_packages $missing
    explain_python
    python=$(find_python)
}
