#!/bin/sh
# Makes small mistakes in the engine, one at a time, and sees that its tests notice. Exits with 1 where one goes unnoticed that
# eng/mutation/explained.txt does not explain.
#
#   eng/mutation.sh [--again] [--write] [FOLDER …]
#
# FOLDER is one of src/Aksu.Tls.Engine, or a file; Handshake and Records if none is given. --again tries only what was open the last time;
# --write puts the table into docs/testing.md. Takes long: about a second for each mistake.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
dotnet build "$root/test/Aksu.Tls.Engine.Tests" -v quiet --nologo
dotnet run --project "$root/eng/mutation" -- "$root" "$@"
