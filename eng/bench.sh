#!/bin/sh
# Measures Aksu, SslStream and, where a compiler and libssl's headers are there, OpenSSL's libssl side by side, and prints one table with
# ratios. Exits with 1 where a target is missed. Without --quick the figures in docs/performance.md are replaced as well.
#
# Before that it counts what handshakes allocate and which primitives they call, and, where valgrind is there, the instructions of the engine,
# and compares it with bench/costs.txt and bench/instructions.txt. Where the tool can be compiled ahead of time, its start is measured as well.
#
#   eng/bench.sh [--quick] [--only TEXT] [--json]
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

dotnet build "$root/bench/Aksu.Bench" -c Release -v quiet --nologo >&2

bench() {
    dotnet "$root/bench/Aksu.Bench/bin/Release/net10.0/Aksu.Bench.dll" "$@"
}

ahead_of_time() {
    dotnet publish "$root/$1" -c Release -p:PublishAot=true -o "$build/$(basename "$1")" -v quiet --nologo >&2 \
        || { echo "$1 cannot be compiled ahead of time here." >&2; return 1; }
}

set -- --targets "$@"
compiler=$(command -v cc || command -v clang || true)
if [ -n "$compiler" ] && "$compiler" -O2 -Wall -Wextra -o "$build/libssl_bench" "$root/bench/native/libssl_bench.c" -lssl -lcrypto; then
    set -- --libssl "$build/libssl_bench" "$@"
else
    echo "No compiler, or no headers of libssl: libssl is left out." >&2
fi

page=
case " $* " in
    *" --quick "* | *" --only "*) ;;
    *)
        page=$root/docs/performance.md
        set -- --write "$page" "$@"
        ;;
esac

status=0
case " $* " in
    *" --only "*) ;;
    *)
        DOTNET_TieredCompilation=0 bench guard --against "$root/bench/costs.txt" >&2 || status=1
        nothing=
        if ahead_of_time bench/Aksu.Instructions; then
            nothing=$build/Aksu.Instructions/Aksu.Instructions
            bench instructions --program "$nothing" --against "$root/bench/instructions.txt" >&2 || status=1
        fi

        if ahead_of_time src/Aksu.Cli; then
            bench start-up --tool "$build/Aksu.Cli/aksu" ${nothing:+--nothing "$nothing"} ${page:+--write "$page"} >&2 || status=1
        fi

        if [ -n "$page" ]; then
            bench profile --write "$page" >&2
        fi
        ;;
esac
bench compare "$@" || status=1
exit $status
