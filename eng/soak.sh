#!/usr/bin/env bash
# The long form of test/Aksu.Soak: every byte position, and 10,000 connections. Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
AKSU_SOAK=full dotnet test --project test/Aksu.Soak "$@"
