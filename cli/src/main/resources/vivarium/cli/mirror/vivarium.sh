#!/bin/sh
# Runs the Vivarium that lies in the folder lib. It needs Java, and no network.
set -eu

fail() { printf '%s\n' "$@" >&2; exit 3; }

# The folder of this script, through symbolic links.
script=$0
while [ -L "$script" ]; do
  target=$(readlink "$script")
  case $target in
    /*) script=$target ;;
    *) script=$(dirname "$script")/$target ;;
  esac
done
root=$(CDPATH='' cd -- "$(dirname -- "$script")" && pwd -P)

# Without a UTF-8 locale Java cannot open files whose names are not ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

java=java
if [ -x "$root/java/bin/java" ]; then
  java=$root/java/bin/java
elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
fi
command -v "$java" >/dev/null 2>&1 ||
  fail "Vivarium needs Java 17 or newer, and there is none in PATH." \
    "Unpack one beside this file, as the folder java."
version=$("$java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
[ "${version:-0}" -ge 17 ] || fail "Vivarium needs Java 17 or newer; this is Java ${version:-?}."

system=$(uname -s) && machine=$(uname -m)
case $system in
  Linux) system=linux ;;
  Darwin) system=macos ;;
esac
case $machine in
  aarch64 | arm64) machine=arm64 ;;
  amd64 | x86_64) machine=x86_64 ;;
esac
ls "$root"/lib/javet-node-"$system"-"$machine"-*.jar >/dev/null 2>&1 ||
  fail "This mirror is not for $system $machine: README.txt says for what." \
    "Make it on such a machine; or add its V8: vivarium mirror --v8 JAR"

set -- -cp "$root/lib/*" vivarium.cli.Main "$@"
if [ -t 2 ]; then
  set -- -Dvivarium.terminal=true "$@"
fi
if [ "$version" -ge 22 ]; then
  set -- --enable-native-access=ALL-UNNAMED "$@"
fi
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto "$@"
