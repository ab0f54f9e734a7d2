#!/usr/bin/env bash
# Checks the library on a GPU, on a machine without .NET. There it needs Linux x64, and Python's torch with CUDA, whose libtorch it runs on.
#
#   tools/gpu-check.sh publish OUT         where the .NET SDK is: the programs into the folder OUT, without libtorch, and OUT.tar.gz
#   tools/gpu-check.sh run OUT [DEVICE]    where the GPU is: one table of names, results, seconds and devices. DEVICE is cuda unless given
#
# "run" needs nothing but this file and OUT or OUT.tar.gz. It takes the libtorch of python3's torch, unless TWINGRAD_LIBTORCH names another.
# What the programs print is kept in OUT/logs, or in the folder that LOGS names; a step has 500 seconds, or STEP_LIMIT. More: docs/platforms.md.
set -uo pipefail

usage() {
  sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

# All programs share one folder: .NET's own files are there once.
publish() {
  local out=$1 project
  cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
  build=$(mktemp -d) # not local: it is removed when the script ends
  trap 'rm -rf "$build"' EXIT
  rm -rf "$out" "$out.tar.gz"
  for project in src/Examples/Examples tests/Wrapper.Tests/Wrapper.Tests tests/CrossCheck.Tests/CrossCheck.Tests tests/Training.Tests/Training.Tests; do
    echo "publishing ${project##*/}"
    # Debug, as the tests run everywhere: some of them ask for lines of source. The code was checked where it was built. A build of its own
    # leaves the usual one as it is.
    dotnet publish "$project.csproj" -c Debug -r linux-x64 --self-contained -p:LibTorch=external -p:PublishDocumentationFiles=false \
      -p:PublishReferencesDocumentationFiles=false -p:EnforceCodeStyleInBuild=false -p:RunAnalyzers=false --artifacts-path "$build" -o "$out" -m:1 -v:quiet --nologo || exit 1
  done
  # For debuggers, profilers and pictures, of which nothing runs here.
  rm -f "$out"/{createdump,libmscordaccore.so,libmscordbi.so,libcoreclrtraceptprovider.so,libclrgc.so,libclrgcexp.so,libHarfBuzzSharp.so}
  cp "${BASH_SOURCE[0]}" "$out/gpu-check.sh"
  tar -czf "$out.tar.gz" -C "$(dirname "$out")" "$(basename "$out")"
  du -h --apparent-size -s "$out" "$out.tar.gz"
}

# One line of the table.
row() {
  printf '%-10s  %9s  %-24s  %s\n' "$1" "$3" "$4" "$2"
}

# Runs a program; its output goes to a log. Sets status and seconds.
timed() {
  local log=$1 begun
  shift
  begun=$(date +%s%N)
  timeout "$limit" "$@" >"$log" 2>&1
  status=$?
  seconds=$(awk -v from="$begun" -v to="$(date +%s%N)" 'BEGIN { printf "%.1f", (to - from) / 1e9 }')
}

# What a log says of a program that did not end well: the symbol that libtorch lacks, or else its last line.
reason() {
  local symbol count
  symbol=$(grep -a -o -m 1 'undefined symbol: [^ ]*' "$1" | head -n 1)
  count=$(grep -a -o -m 1 '[0-9]* of the symbols that it needs are missing' "$1" | head -n 1)
  if [ -n "$symbol$count" ]; then
    echo "$symbol${symbol:+${count:+; }}$count"
    return
  fi
  case $status in
    124) echo "it was stopped after $limit s" ;;
    13[0-9]) echo "the process was ended by signal $((status - 128)): $(grep -a . "$1" | tail -n 1 | cut -c 1-200)" ;;
    *) grep -a . "$1" | tail -n 1 | sed 's/^ *//' | cut -c 1-400 ;;
  esac
}

# A figure of the summary with which a test program ends.
figure() {
  awk -v name="$2:" '$1 == name { value = $2 } END { print value + 0 }' "$1"
}

# Sets result by how a test program ended.
judge_tests() {
  local log=$1 total failed skipped
  total=$(figure "$log" total) failed=$(figure "$log" failed) skipped=$(figure "$log" skipped)
  if [ "$total" -eq 0 ]; then
    result="FAILED: no test ran: $(reason "$log")"
  elif [ "$status" -ne 0 ] || [ "$failed" -ne 0 ]; then
    result="FAILED: $failed of $total; $(grep -a -m 1 '^failed ' "$log")"
  elif [ "$skipped" -eq "$total" ]; then
    result="$(grep -a -o -m 1 'skipped: .*' "$log")"
  else
    result="passed: $((total - skipped)), skipped: $skipped"
  fi
}

# Sets result by how a command ended.
judge() {
  if [ "$status" -eq 0 ]; then
    result="passed: $({ grep -a 'test accuracy' "$1" || grep -a . "$1" | tail -n 1; } | tr -d '│' | xargs | cut -c 1-120)"
  else
    result="FAILED ($status): $(reason "$1")"
  fi
}

# Runs a step and shows its line.
step() {
  local name=$1 judge=$2
  shift 2
  if [ -n "$absent" ]; then
    row "$name" "$absent" - "$device"
    return
  fi
  timed "$logs/$name.log" "$@"
  "$judge" "$logs/$name.log"
  row "$name" "$result" "$seconds" "$device"
  case $result in FAILED*) failures="$failures $name" ;; esac
}

# The libtorch of python3's torch, and the folders of the NVIDIA wheels beside it, should its own paths not lead there.
find_libtorch() {
  local torch wheels
  if [ -z "${TWINGRAD_LIBTORCH:-}" ]; then
    torch=$(python3 -c 'import torch, os; print(os.path.dirname(torch.__file__))' 2>"$logs/python.log") \
      || { cat "$logs/python.log" >&2; echo "python3 has no torch; have TWINGRAD_LIBTORCH name a folder that holds libtorch" >&2; exit 2; }
    export TWINGRAD_LIBTORCH=$torch/lib
    wheels=$(printf '%s:' "$torch"/../nvidia/*/lib)
    case $wheels in *'*'*) ;; *) export LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}${wheels%:} ;; esac
  fi
  # Python's torch need not be of the version that TorchSharp was built for. Whether it fits is what is to be found out.
  export TWINGRAD_LIBTORCH_ANY_VERSION=1
}

# The version, the device and whether anything is missing, by the program's own diagnosis.
diagnose() {
  local log=$logs/libtorch.log stated missing name
  timed "$log" "$out/TwinGrad.Examples" doctor --json
  if [ "$status" -ne 0 ]; then
    row libtorch "FAILED ($status): $(reason "$log")" "$seconds" "$wanted"
    failures=libtorch
    absent="not run: libtorch can't be loaded"
    return
  fi
  stated=$(sed -n 's/^  "stated_libtorch": "\{0,1\}\([^",]*\).*/\1/p' "$log")
  missing=$(sed -n '/"missing_symbols": \[$/,/\]/p' "$log" | grep -c '^    "')
  name=$(sed -n 's/^      "name": "\(.*\)",$/\1/p' "$log" | head -n 1)
  case $wanted in cpu*) ;; *)
    device=${name:-$wanted}
    grep -q '"cuda": true' "$log" || absent="skipped: no CUDA device" ;;
  esac
  [ "$stated" != null ] || stated='not stated'
  result="passed: version $stated"
  if [ "$missing" -gt 0 ]; then
    result="$result; $missing symbols missing, a call of one ends the program: $(sed -n '/"missing_symbols": \[$/,/\]/p' "$log" | grep '^    "' | head -n 8 | tr -d ' \n')"
  fi
  row libtorch "$result" "$seconds" "$device"
}

run() {
  out=$1 wanted=${2:-cuda}
  [ -d "$out" ] || { [ -f "$out.tar.gz" ] && mkdir -p "$(dirname "$out")" && tar -xzf "$out.tar.gz" -C "$(dirname "$out")"; } \
    || { echo "there is neither $out nor $out.tar.gz; tools/gpu-check.sh publish $out makes both" >&2; exit 2; }
  out=$(cd "$out" && pwd)
  logs=${LOGS:-$out/logs}
  mkdir -p "$logs"
  device=$wanted absent='' failures='' limit=${STEP_LIMIT:-500}
  find_libtorch
  # The tests take the first GPU, or say that there is none; another device must be named.
  [ "$wanted" = cuda ] || export TWINGRAD_TEST_DEVICE=$wanted

  echo "libtorch: $TWINGRAD_LIBTORCH"
  row name result seconds device
  diagnose
  step notebook judge "$out/TwinGrad.Examples" --device "$wanted"
  step semantics judge_tests "$out/TwinGrad.Wrapper.Tests" --filter TestCategory=Cuda --no-progress --output Detailed
  step parity judge_tests "$out/TwinGrad.CrossCheck.Tests" --filter TestCategory=Cuda --no-progress --output Detailed
  step modules judge_tests "$out/TwinGrad.Training.Tests" --filter TestCategory=Cuda --no-progress --output Detailed
  if [ -z "$absent" ] && ! "$out/TwinGrad.Examples" --help 2>/dev/null | grep -q '^  train'; then
    row train "skipped: this program has no command 'train'" - "$device"
  else
    step train judge "$out/TwinGrad.Examples" train digits --device "$wanted" --epochs 2
  fi

  for name in $failures; do
    echo
    echo "== $name"
    grep -a -E '^failed |differ|Exception|rror|missing' "$logs/$name.log" | cut -c 1-600 | head -n 40
  done
  [ -z "$failures" ]
}

case "${1:-} $#" in
  "publish 2") publish "$(realpath -m "$2")" ;;
  "run 2" | "run 3") run "$2" "${3:-}" ;;
  *) usage ;;
esac
