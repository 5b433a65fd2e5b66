#!/usr/bin/env bash
# Gives every reader bytes that libFuzzer makes of the corpus, until one crashes or takes more than
# a second, or the time or the number of runs is over.
#
#   fuzz.sh SECONDS RUNS [TARGET]...      0 for either: no such limit
#
# Inputs that reach new code are kept in Tests/Fuzz/corpus/TARGET; what makes a reader crash is
# left in .build/fuzz as crash-… or timeout-….
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1 runs=$2
shift 2
targets=("$@")
[ ${#targets[@]} -gt 0 ] ||
  targets=(labels containers front-matter policy templates images)

export TEARLINE_FUZZ=1
# Crashes are for libFuzzer to see: it writes down the input.
export SWIFT_BACKTRACE=enable=no
swift build -c release --product Fuzz --sanitize=fuzzer --scratch-path .build/fuzz

work() {
  local target=$1 corpus=Tests/Fuzz/corpus/$1
  mkdir -p "$corpus" .build/fuzz/new/"$target"
  local limits=(-timeout=1 -rss_limit_mb=512 -max_len=8192 -print_final_stats=1)
  [ "$seconds" = 0 ] || limits+=(-max_total_time="$seconds")
  [ "$runs" = 0 ] || limits+=(-runs="$runs")
  local words=()
  [ ! -e "Tests/Fuzz/$target.dict" ] || words=(-dict="Tests/Fuzz/$target.dict")
  if ! TEARLINE_FUZZ_TARGET=$target .build/fuzz/release/Fuzz "${limits[@]}" "${words[@]}" \
    -artifact_prefix=".build/fuzz/$target-" .build/fuzz/new/"$target" "$corpus" \
    >".build/fuzz/$target.log" 2>&1; then
    tail -30 ".build/fuzz/$target.log"
    return 1
  fi
  # Keep what reaches new code, and no more of it than that takes.
  TEARLINE_FUZZ_TARGET=$target .build/fuzz/release/Fuzz -merge=1 -max_len=8192 \
    "$corpus" .build/fuzz/new/"$target" >>".build/fuzz/$target.log" 2>&1
  awk -v target="$target" '/number_of_executed_units/ { runs = $2 } /peak_rss_mb/ { memory = $2 }
    /slowest_unit_time_sec/ { slowest = $2 }
    END { print target ": " runs " runs, slowest " slowest " s, " memory " MB, no crash" }' \
    ".build/fuzz/$target.log"
}

for target in "${targets[@]}"; do work "$target"; done
