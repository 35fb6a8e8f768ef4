#!/bin/sh
# Measures Aksu, SslStream and, where a compiler and libssl's headers are there, OpenSSL's libssl side by side, and prints one table with
# ratios. Exits with 1 where a target is missed. Without --quick the figures in docs/performance.md are replaced as well.
#
# Before that it counts what handshakes allocate and which primitives they call, and compares it with bench/costs.txt.
#
#   eng/bench.sh [--quick] [--only TEXT] [--json]
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

dotnet build "$root/bench/Aksu.Bench" -c Release -v quiet --nologo >&2

set -- --targets "$@"
compiler=$(command -v cc || command -v clang || true)
if [ -n "$compiler" ] && "$compiler" -O2 -Wall -Wextra -o "$build/libssl_bench" "$root/bench/native/libssl_bench.c" -lssl -lcrypto; then
    set -- --libssl "$build/libssl_bench" "$@"
else
    echo "No compiler, or no headers of libssl: libssl is left out." >&2
fi

case " $* " in
    *" --quick "* | *" --only "*) ;;
    *) set -- --write "$root/docs/performance.md" "$@" ;;
esac

status=0
case " $* " in
    *" --only "*) ;;
    *) dotnet "$root/bench/Aksu.Bench/bin/Release/net10.0/Aksu.Bench.dll" guard --against "$root/bench/costs.txt" || status=1 ;;
esac
dotnet "$root/bench/Aksu.Bench/bin/Release/net10.0/Aksu.Bench.dll" compare "$@" || status=1
exit $status
