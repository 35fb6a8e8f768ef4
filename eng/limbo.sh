#!/bin/sh
# Runs the x509-limbo cases through Aksu's verifier and prints the figures. AKSU_LIMBO names the file of cases
# (default: ../shared/limbo/limbo-part.json beside the repository). Exit code 1 on a difference that is not explained.
set -u
cd "$(dirname "$0")/.." || exit 1
: "${AKSU_LIMBO:=$(pwd)/../shared/limbo/limbo-part.json}"
if [ ! -f "$AKSU_LIMBO" ]; then
    echo "limbo: no such file: $AKSU_LIMBO (set AKSU_LIMBO)" >&2
    exit 1
fi

AKSU_LIMBO=$(realpath "$AKSU_LIMBO")
AKSU_LIMBO_REPORT=$(mktemp)
log=$(mktemp)
trap 'rm -f "$AKSU_LIMBO_REPORT" "$log"' EXIT
export AKSU_LIMBO AKSU_LIMBO_REPORT
dotnet run --project test/Aksu.Pki.Tests -- -class Aksu.Pki.Tests.Limbo.LimboTests >"$log" 2>&1
code=$?
if [ ! -s "$AKSU_LIMBO_REPORT" ]; then
    cat "$log" >&2
    exit 1
fi

cat "$AKSU_LIMBO_REPORT"
[ "$code" -eq 0 ] || exit 1
