#!/bin/sh
# Switches the engine's defences off one by one, in a copy of the source that is built for this alone, and sees that the tests of the
# attacks fail without them. Exits with 1 where a test does not notice.
#
#   eng/attack-proof.sh
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
dotnet run -c Release --project "$root/eng/attack-proof" -- "$root"
