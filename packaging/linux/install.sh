#!/bin/sh
# Installs the program for the user who runs this, with its entry in the menu:  sh packaging/linux/install.sh
# Run again, it installs the present version anew; `install.sh --remove` takes it away. Records are left alone both times.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
home=${XDG_DATA_HOME:-$HOME/.local/share}/pos-closeout-program
bin=$HOME/.local/bin
. "$here/packaging/linux/common.sh"

if [ "${1:-}" = --remove ]; then
    sh "$here/packaging/linux/menu.sh" --remove
    for command in pos-closeout pos-closeout-cli; do
        case $(readlink "$bin/$command" || true) in "$home"/*) rm -f "$bin/$command" ;; esac
    done
    rm -rf "$home" "$home.before"
    say "程序已经删除。您的记录还在，没有动。" "The program is removed. Your records are still there."
    exit 0
fi
if [ -n "${SUDO_USER:-}" ] && [ "$(id -u)" -eq 0 ]; then
    say "请不要加 sudo：程序装在您自己的用户名下，需要密码的时候会问您。" \
        "Please leave out sudo: the program is installed for you alone, and asks for the password when it needs it."
    exit 1
fi

prepare_system ""
say "正在安装：要下载约 280 MB，装好以后占 850 MB 左右，需要几分钟。" \
    "Installing: some 280 MB to download, some 850 MB on the disk, a few minutes."
# The version before stays until the new one is there: without a network nobody loses the program.
work=$(mktemp -d)
finish() {
    [ $? = 0 ] || say "没有装好。请检查网络，再输入一次这个命令；以前装好的程序还在。" \
        "Not installed. Please check the network and type the command again; what was installed before is still there."
    rm -rf "$work"
    [ ! -d "$home.before" ] || { rm -rf "$home" && mv "$home.before" "$home"; }
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
# One that was broken off with the power first.
[ ! -d "$home.before" ] || { rm -rf "$home" && mv "$home.before" "$home"; }
[ ! -d "$home" ] || mv "$home" "$home.before"
"$python" -m venv "$home"
install_lock "$home" "$here/requirements.txt"
# What builds the program is locked as well, and not needed afterwards.
"$python" -m venv "$work/build"
install_lock "$work/build" "$here/packaging/linux/requirements-build.txt"
(cd "$here" && "$work/build/bin/python" -m hatchling build -t wheel -d "$work" >"$work/build.log" 2>&1) || {
    cat "$work/build.log" >&2
    exit 1
}
"$home/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation "$work"/*.whl
rm -rf "$home.before"
mkdir -p "$bin"
ln -sf "$home/bin/pos-closeout" "$home/bin/pos-closeout-cli" "$bin/"
sh "$here/packaging/linux/menu.sh" "$home/bin/pos-closeout" >/dev/null
say "装好了。请在应用菜单的“办公”里打开“POS停机助手”，或者输入：$bin/pos-closeout" \
    "Installed. Open POS Closeout from the menu, under Office, or type: $bin/pos-closeout"
