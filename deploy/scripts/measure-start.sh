#!/usr/bin/env bash
# Measures a second start of ./run: seconds until both applications answer, with the start-up cache and, as the reference, without it,
# in turn; and the memory of all processes when idle (proportional set size, so that shared pages count once). Prints a table.
#   deploy/scripts/measure-start.sh [RUNS]
set -euo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${1:-3}
data=$(mktemp -d)
chmod 755 "$data"
log=$(mktemp)
apps="$repo/target/app"
restore() { for app in center node; do [ ! -f "$apps/$app/app.aside" ] || mv "$apps/$app/app.aside" "$apps/$app/app.aot"; done; }
pid=
trap '[ -z "$pid" ] || { kill -TERM $pid; wait $pid; }; restore; rm -rf "$data" "$log"' EXIT

"$repo/run" --build-only

memory() {
  local total=0 pid part
  for pid in $(pgrep -f -- "--onex.data=$data") $(pgrep -f -- "-D $data"); do
    for part in $pid $(pgrep -P "$pid" || true); do
      total=$((total + $(sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' "/proc/$part/smaps_rollup" 2>/dev/null || echo 0)))
    done
  done
  echo $((total / 1024))
}

# Prints the seconds and, with a second argument, the memory some seconds later.
start_once() {
  local begin end
  : >"$log"
  begin=$(date +%s%N)
  "$repo/run" --data "$data" --center-port 18280 --node-port 18281 --no-demo >"$log" 2>&1 &
  pid=$!
  until grep -q '^ready' "$log"; do
    kill -0 $pid 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.02
  done
  end=$(date +%s%N)
  seconds=$(awk "BEGIN { printf \"%.2f\", ($end - $begin) / 1e9 }")
  if [ "${1:-}" = memory ]; then
    sleep 10
    megabytes=$(memory)
  fi
  kill -TERM $pid
  wait $pid || true
  pid=
}

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

start_once
with=() without=()
for ((i = 0; i < runs; i++)); do
  start_once memory
  with+=("$seconds")
  for app in center node; do mv "$apps/$app/app.aot" "$apps/$app/app.aside"; done
  start_once
  without+=("$seconds")
  restore
done
a=$(median "${with[@]}")
b=$(median "${without[@]}")
echo "second start, centre + node + two PostgreSQL, $(nproc) cores, commit $(git -C "$repo" rev-parse --short HEAD)"
echo "with the cache     median $a s   (${with[*]})"
echo "without (reference) median $b s   (${without[*]})"
awk "BEGIN { printf \"ratio %.2f\n\", $a / $b }"
echo "idle memory of all processes: $megabytes MB"
