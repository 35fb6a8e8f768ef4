#!/usr/bin/env bash
# Fuzzes one target for some time, guided by coverage:  eng/fuzz.sh TARGET SECONDS
# With no arguments it lists the targets. Needs afl++ (Debian package afl++) and the tools of .config/dotnet-tools.json.
# Starts from the seeds and fuzz/corpus/TARGET, and writes what it found there again, minimised. A crash goes to fuzz/crashes/TARGET,
# where a unit test replays it from then on; then the exit code is 1.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="${AKSU_FUZZ_BIN:-artifacts/fuzz/bin}"

if [ ! -e "$bin/.instrumented" ] || [ -n "$(find src fuzz/Aksu.Fuzz test/Aksu.Testing -name '*.cs' -newer "$bin/.instrumented" -print -quit)" ]; then
  rm -rf "$bin" "$bin.plain"
  dotnet tool restore >/dev/null
  dotnet publish fuzz/Aksu.Fuzz -c Release -o "$bin" -v q --nologo
  cp -r "$bin" "$bin.plain"
  for assembly in Aksu.Cryptography Aksu.Tls.Engine Aksu.Pki Aksu.Ca Aksu.Inspection aksu System.CommandLine; do
    dotnet sharpfuzz "$bin/$assembly.dll"
  done
  touch "$bin/.instrumented"
fi

if [ $# -eq 0 ]; then
  dotnet "$bin.plain/Aksu.Fuzz.dll" list
  exit 0
fi
target=$1
seconds=${2:?usage: eng/fuzz.sh TARGET SECONDS}
command -v afl-fuzz >/dev/null || { echo "fuzz.sh: afl-fuzz is not here; install the package afl++." >&2; exit 2; }

case $target in
  certificates | certificate-paths | crl | ocsp | ocsp-requests | pkcs12) dictionary=x509 ;;
  pem | http-requests | command-line) dictionary=text ;;
  *) dictionary=tls ;;
esac
work="artifacts/fuzz/$target"
corpus="fuzz/corpus/$target"
rm -rf "$work"
mkdir -p "$work/in" "$corpus"
dotnet "$bin.plain/Aksu.Fuzz.dll" seeds "$target" "$work/in"
find "$corpus" -type f -exec cp {} "$work/in/" \;

export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0
run=("$(command -v dotnet)" "$bin/Aksu.Fuzz.dll" run "$target")
afl-fuzz -i "$work/in" -o "$work/out" -x "fuzz/dictionary/$dictionary.dict" -t 5000 -m none -V "$seconds" -- "${run[@]}" >"$work/log" 2>&1 \
  || { tail -20 "$work/log" >&2; exit 2; }

# The smallest set of inputs with the same coverage.
rm -rf "$work/min"
afl-cmin -i "$work/out/default/queue" -o "$work/min" -t 5000 -m none -- "${run[@]}" >>"$work/log" 2>&1 || true
if [ -n "$(ls -A "$work/min" 2>/dev/null)" ]; then
  find "$corpus" -type f -delete
  for file in "$work/min"/*; do
    cp "$file" "$corpus/$(sha256sum "$file" | cut -c1-16)"
  done
fi

stat() { sed -n "s/^$1 *: *//p" "$work/out/default/fuzzer_stats"; }
crashes=$(find "$work/out/default/crashes" -name 'id:*' 2>/dev/null | wc -l)
hangs=$(find "$work/out/default/hangs" -name 'id:*' 2>/dev/null | wc -l)
if [ "$((crashes + hangs))" -gt 0 ]; then
  mkdir -p "fuzz/crashes/$target"
  find "$work/out/default/crashes" "$work/out/default/hangs" -name 'id:*' | while read -r file; do
    cp "$file" "fuzz/crashes/$target/$(sha256sum "$file" | cut -c1-16)"
  done
fi
printf '%s: %s executions in %s s, %s edges, %s inputs in the corpus, %s crashes, %s hangs\n' \
  "$target" "$(stat execs_done)" "$(stat run_time)" "$(stat edges_found)" "$(find "$corpus" -type f | wc -l)" "$crashes" "$hangs"
[ "$((crashes + hangs))" -eq 0 ]
