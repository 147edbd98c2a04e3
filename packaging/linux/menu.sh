#!/bin/sh
# Puts the installed program into this user's menu; `menu.sh --remove` takes it out again. install.sh calls it; whoever
# installed the program with pipx calls it by hand.
# usage: menu.sh [PROGRAM]        the program's full path; without one it is looked for
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/pos-closeout.desktop
icon=$data/icons/hicolor/scalable/apps/pos-closeout.svg
. "$here/packaging/linux/common.sh"

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icon"
    exit 0
fi
# A fresh pipx puts programs where the shell looks only after the next login.
program=${1:-$(PATH=$PATH:${PIPX_BIN_DIR:-$HOME/.local/bin} command -v pos-closeout || true)}
if [ -z "$program" ]; then
    say "还没有安装程序。请输入：sh $here/packaging/linux/install.sh" \
        "The program is not installed yet. Type: sh $here/packaging/linux/install.sh"
    exit 1
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
# The whole path: a desktop need not search where the program lies.
sed "s|^Exec=.*|Exec=\"$program\"|" "$here/packaging/linux/pos-closeout.desktop" >"$entry"
cp "$here/resources/icons/app.svg" "$icon"
echo "$entry"
