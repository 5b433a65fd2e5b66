#!/usr/bin/env bash
# Gives every reader bytes that libFuzzer makes of the corpus, until one crashes or takes more than
# a second, or the time or the number of runs is over.
#
#   fuzz.sh [--keep] SECONDS RUNS [TARGET]...      0 for either: no such limit
#
# Two readers run at a time. An input that took longer than a second counts if it does so again by
# itself: a machine that stood still is no fault of a reader, which then goes on with other inputs.
# With --keep, inputs that reach new code are kept in
# Tests/Fuzz/corpus/TARGET.tar.gz; what makes a reader crash is left in .build/fuzz as TARGET-crash-…
# or TARGET-timeout-….
set -euo pipefail
cd "$(dirname "$0")/../.."
keep=
if [ "${1:-}" = --keep ]; then keep=1; shift; fi
seconds=$1 runs=$2
shift 2
targets=("$@")
[ ${#targets[@]} -gt 0 ] ||
  targets=(labels containers front-matter policy templates images audit)

export TEARLINE_FUZZ=1
# Crashes are for libFuzzer to see: it writes down the input.
export SWIFT_BACKTRACE=enable=no
swift build -c release --product Fuzz --sanitize=fuzzer --scratch-path .build/fuzz

# Whether all that a reader stumbled over is inputs that are read in time when nothing else happens.
pauses() {
  local input found=1
  for input in .build/fuzz/"$1"-*; do
    case $input in
      */"$1"-timeout-*) ;;
      *) return 1 ;;
    esac
    TEARLINE_FUZZ_TARGET=$1 .build/fuzz/release/Fuzz -timeout=1 "$input" >/dev/null 2>&1 || return 1
    rm -f "$input"
    found=0
  done
  return "$found"
}

work() {
  local target=$1 work=.build/fuzz/work/$1 kept=Tests/Fuzz/corpus/$1.tar.gz
  rm -rf "$work"
  mkdir -p "$work/corpus" "$work/new" "$work/merged"
  [ ! -e "$kept" ] || tar -xzf "$kept" -C "$work/corpus"
  # The same inputs in every run, as far as time allows.
  local seed=1
  local limits=(-timeout=1 -rss_limit_mb=512 -max_len=8192 -print_final_stats=1)
  [ "$seconds" = 0 ] || limits+=(-max_total_time="$seconds")
  [ "$runs" = 0 ] || limits+=(-runs="$runs")
  local words=()
  [ ! -e "Tests/Fuzz/$target.dict" ] || words=(-dict="Tests/Fuzz/$target.dict")
  rm -f .build/fuzz/"$target"-*
  until TEARLINE_FUZZ_TARGET=$target .build/fuzz/release/Fuzz "-seed=$seed" "${limits[@]}" \
    "${words[@]}" -artifact_prefix=".build/fuzz/$target-" "$work/new" "$work/corpus" \
    >".build/fuzz/$target.log" 2>&1
  do
    if [ "$seed" = 3 ] || ! pauses "$target"; then
      tail -30 ".build/fuzz/$target.log"
      return 1
    fi
    echo "$target: an input took more than a second, and does not by itself; going on with others"
    seed=$((seed + 1))
  done
  awk -v target="$target" '/number_of_executed_units/ { runs = $2 } /peak_rss_mb/ { memory = $2 }
    /slowest_unit_time_sec/ { slowest = $2 }
    END { print target ": " runs " runs, slowest " slowest " s, " memory " MB, no crash" }' \
    ".build/fuzz/$target.log"
  [ -n "$keep" ] || return 0
  # Keep what reaches new code, and no more of it than that takes.
  TEARLINE_FUZZ_TARGET=$target .build/fuzz/release/Fuzz -merge=1 -max_len=8192 \
    "$work/merged" "$work/corpus" "$work/new" >>".build/fuzz/$target.log" 2>&1
  mkdir -p "$(dirname "$kept")"
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$work/merged" -cf - . |
    gzip -n >"$kept"
}

failed=0
for target in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || failed=1; done
  work "$target" &
done
while [ -n "$(jobs -rp)" ]; do wait -n || failed=1; done
for job in $(jobs -p); do wait "$job" || failed=1; done
exit "$failed"
