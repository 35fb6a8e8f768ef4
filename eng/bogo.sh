#!/bin/sh
# Runs BoringSSL's protocol test runner against the engine.
#
#   eng/bogo.sh RUNNER                  every case; writes the table in docs/testing.md
#   eng/bogo.sh RUNNER ARGUMENTS…       with the runner's own arguments (-test 'Glob*', -debug …); writes nothing
#
# RUNNER is the test binary of ssl/test/runner (go test -c), in its source directory, where it finds its keys. Exits with 1 where a case
# fails, where one that test/Aksu.BogoShim/config.json leaves out would pass, or where config.json leaves out what is not there.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
runner=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One process a case: ahead-of-time compiled, it starts in a few milliseconds.
dotnet publish "$root/test/Aksu.BogoShim" -c Release -p:PublishAot=true --use-current-runtime -o "$work/shim" -v quiet --nologo >&2
shim=$work/shim/aksu-bogo-shim
config=$root/test/Aksu.BogoShim/config.json
cd "$(dirname "$runner")"

run() {
    rm -rf "$work/unsupported"
    mkdir "$work/unsupported"
    results=$1
    shift
    "$runner" -test.timeout 1h -pipe -allow-unimplemented -shim-path "$shim" -shim-config "$config" \
        -shim-extra-flags "-log-unsupported;$work/unsupported" -json-output "$work/$results" "$@"
}

if [ $# -gt 0 ]; then
    run results.json "$@"
    exit
fi

run left-out.json -include-disabled -test "$("$shim" left-out "$config")" > /dev/null || true
run results.json > "$work/log" || grep -A 12 '^FAILED' "$work/log" >&2 || true
"$shim" report "$work/results.json" "$work/left-out.json" "$config" "$work/unsupported" "$root/docs/testing.md"
