#!/bin/sh
# Puts the installed program into this user's menu, which pipx does not do; `menu.sh --remove` takes it out again.
set -eu

tree=$(cd "$(dirname "$0")/../.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/pos-closeout.desktop
icon=$data/icons/hicolor/scalable/apps/pos-closeout.svg

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icon"
    exit 0
fi
if ! program=$(command -v pos-closeout); then
    echo "pos-closeout is not there yet. Type: pipx install . && pipx ensurepath" >&2
    exit 1
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
# The whole path: a desktop need not search where pipx puts programs.
sed "s|^Exec=.*|Exec=\"$program\"|" "$tree/packaging/linux/pos-closeout.desktop" >"$entry"
cp "$tree/resources/icons/app.svg" "$icon"
echo "$entry"
