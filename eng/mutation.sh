#!/bin/sh
# Makes small mistakes in the engine, one at a time, and sees that its tests notice. Exits with 1 where one goes unnoticed that
# eng/mutation/explained.txt does not explain.
#
#   eng/mutation.sh [--again] [--same-tests] [--write] [FOLDER …]
#
# FOLDER is one of src/Aksu.Tls.Engine, or a file; Handshake and Records if none is given. What is found is written down at once, in
# artifacts/mutation/results.tsv: --again takes a run up where it was ended, and keeps what was noticed or is explained; --same-tests
# spares the look at which tests come by what, where neither tests nor engine have changed. --write puts the table into docs/testing.md.
# Takes an hour on two cores.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
dotnet build "$root/test/Aksu.Tls.Engine.Tests" -v quiet --nologo
dotnet run --project "$root/eng/mutation" -- "$root" "$@"
