#!/bin/sh
# Measures which lines and branches of the engine and of Aksu.Pki their tests reach, and writes the table into docs/testing.md. Exits with 1
# where a line is not reached and eng/coverage/unreached.txt does not say why.
#
#   eng/coverage.sh
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/artifacts/coverage

# The pattern of test modules is taken from here.
cd "$root"

measure() {
    project=test/Aksu.$1.Tests
    # What is built for this carries the package that measures; what is built otherwise does not.
    dotnet build "$root/$project" -p:MeasuresCoverage=true -p:RunAnalyzers=false --artifacts-path "$work" -v quiet --nologo
    rm -rf "$work/results/$1"
    # Those that read the compiled assembly would find the counters in it.
    dotnet test --test-modules "artifacts/coverage/bin/Aksu.$1.Tests/debug/Aksu.$1.Tests.dll" --coverlet --coverlet-output-format cobertura \
        --coverlet-include "[Aksu.$1]*" --results-directory "$work/results/$1" --no-progress \
        --filter-not-namespace "Aksu.$1.Tests.Architecture"
    find "$work/results/$1" -name '*.cobertura.*xml' | head -n 1 > "$work/results/$1.file"
}

measure Tls.Engine
measure Pki
dotnet run --project "$root/eng/coverage" -- "$root" src/Aksu.Tls.Engine "$(cat "$work/results/Tls.Engine.file")" \
    src/Aksu.Pki "$(cat "$work/results/Pki.file")"
