#!/usr/bin/env bash
# The whole check of a fresh clone: the README's test command, then the examples. The build is part of both, with formatting and every
# analyzer as errors. The last line sums up: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 NO_COLOR=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0 skipped=0

# Runs a command, shows what it prints, and keeps it for counting.
step() {
  echo "== $*"
  "$@" 2>&1 | tee "$log"
}

# A figure of the summary with which "dotnet test" ends; it covers every test project.
figure() {
  awk -v name="$1:" '/^Test run summary:/ { value = "" } $1 == name { value = $2 } END { print value + 0 }' "$log"
}

step dotnet test
status=$?
total=$(figure total) passed=$(figure succeeded) failed=$(figure failed) skipped=$(figure skipped)
if [ "$total" -eq 0 ]; then
  echo "no test ran"
  failed=$((failed + 1))
elif [ $((passed + failed + skipped)) -ne "$total" ]; then
  echo "the figures of the test run do not add up to its total of $total"
  failed=$((failed + 1))
elif [ $status -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "the test run ended with the status $status although no test failed"
  failed=1
fi

if step dotnet run --project src/Examples; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
