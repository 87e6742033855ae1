#!/usr/bin/env bash
# The same tests at full size; a summary is kept in tests/results/<date>-<commit>.txt.
# A test may add lines of its own ("what: figure unit") by appending to the file that ICSGUIDE_RESULTS names.
set -u
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp)
export ICSGUIDE_LONG=1 ICSGUIDE_RESULTS
ICSGUIDE_RESULTS=$(mktemp)
trap 'rm -f "$log" "$ICSGUIDE_RESULTS"' EXIT

commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain 2>/dev/null)" ] || commit="$commit-changed"
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
SECONDS=0
bash tests/run.sh "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

mkdir -p tests/results
result="tests/results/${started%%T*}-$commit.txt"
{
  echo "commit: $commit"
  echo "started: $started"
  echo "took: $SECONDS s"
  echo "machine: $(nproc) cores, .NET $(dotnet --version)"
  echo "exit code: $code"
  grep -E '^(Passed|Failed|Skipped)! +- Failed:' "$log"
  grep -E '^ +(Failed|Skipped) ' "$log" | sed 's/ \[[^]]*\]$//' | sort -u
  sort "$ICSGUIDE_RESULTS"
} >"$result"
echo "long.sh: summary in $result"
exit "$code"
