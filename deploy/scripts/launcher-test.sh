#!/usr/bin/env bash
# Tests of ./run from outside: starting, stopping, being killed, starting again. Prints "launcher: N passed, N failed".
set -uo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$repo/deploy/scripts/toolchain.sh"
command -v pgrep >/dev/null || { echo "launcher-test needs pgrep: apt-get install procps" >&2; exit 1; }
center=18180 node=18181
data=$(mktemp -d)
chmod 755 "$data"
log=$(mktemp)
passed=0 failed=0 runner= elsewhere=
trap 'kill -TERM "$runner" 2>/dev/null; wait "$runner" 2>/dev/null; rm -rf "$data" "$elsewhere"' EXIT
trap 'exit 130' INT TERM

check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}

# Until a condition holds, at most so many seconds.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

none_left() { [ -z "$(pgrep -f -- "--onex.data=$data")$(pgrep -f -- "-D $data")" ]; }
ready() { grep -q '^ready ' "$log"; }
ended() { ! kill -0 "$runner" 2>/dev/null; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/${1:-$center}") 2>/dev/null; }
silent() { ! answers "$1"; }
says() { grep -q -- "$1" "$log"; }

start() {
  : >"$log"
  "$repo/run" --data "$data" --center-port $center --node-port $node --no-demo "$@" >"$log" 2>&1 &
  runner=$!
}

start_node() {
  : >"$log"
  "$repo/run" node --data "$data" --node-port $node --mode rehearsal "$@" >"$log" 2>&1 &
  runner=$!
}

start
check "starts on an empty data directory" within 300 ready
check "answers when it says so" answers

second=$(mktemp)
elsewhere=$(mktemp -d)
"$repo/run" --data "$elsewhere" --center-port $center --node-port $node --no-demo >"$second" 2>&1
check "refuses to start twice on one port and says which" grep -q "port $center is in use" "$second"
timeout 60 "$repo/run" --data "$data" --center-port 18182 --node-port 18183 --no-demo >"$second" 2>&1
check "refuses to start twice on one data directory and says so" grep -q "another running OneX uses the data" "$second"
check "the first one is not disturbed by that" answers
timeout 60 "$repo/run" --data "$data" --center-port 18182 --node-port 18183 --no-demo --fresh >"$second" 2>&1
check "does not delete the data of a running product" answers
check "and its database is still there" test -d "$data/center/postgres/cluster"

kill -TERM "$runner"
check "stops on SIGTERM" within 30 ended
check "leaves no process behind" within 10 none_left

start
check "starts again on its data" within 120 ready
kill -KILL "$runner"
check "a killed launcher takes everything with it" within 30 none_left

start
check "recovers after that" within 120 ready
kill -KILL "$runner"
start
check "recovers also when it is started again at once" within 120 ready
kill -KILL $(pgrep -f -- "--onex.data=$data") 2>/dev/null
check "stops when its applications are killed" within 30 ended
check "databases of killed applications stop by themselves" within 30 none_left

start
check "recovers after that too" within 120 ready
kill -KILL $(pgrep -f -- "-D $data") 2>/dev/null
kill -KILL "$runner" $(pgrep -f -- "--onex.data=$data") 2>/dev/null
check "everything killed at once is gone" within 30 none_left
start
check "recovers after that as well" within 120 ready
kill -TERM "$runner"
within 30 none_left

"$repo/run" --data "$data" --center-port $center --node-port $node --mode production >"$log" 2>&1
check "production without an https address says what is missing" says "production needs --address https://"
"$repo/run" --data "$data" --center-port $center --node-port $node --mode production --address https://exam.invalid >"$log" 2>&1
check "production does not start on the data of a demonstration" says "belongs to a demonstration"

start_node --fresh
check "a node starts alone" within 120 ready
check "and answers" answers $node
check "without a centre" silent $center
check "and without the centre's data" test ! -d "$data/center"
timeout 60 "$repo/run" node --data "$data" --node-port 18183 >"$second" 2>&1
check "refuses two nodes on one data directory and says so" grep -q "another running OneX uses the data" "$second"
timeout 60 "$repo/run" --data "$data" --center-port 18182 --node-port 18183 --no-demo >"$second" 2>&1
check "refuses a whole product on a running node's data" grep -q "another running OneX uses the data" "$second"
check "the node is not disturbed by that" answers $node
kill -KILL "$runner"
check "a killed launcher takes its node with it" within 30 none_left
start_node
check "a node recovers alone" within 120 ready
kill -TERM "$runner"
check "a node stops on SIGTERM" within 30 ended
check "and leaves no process behind" within 10 none_left

start_node --center http://127.0.0.1:$center --enrol 4F7QK-2M9XD-0A1BC-ZYXWV
check "a node starts although its centre is away" within 120 ready
check "and says that it is not enrolled, and why" says "not enrolled: the centre does not answer"
check "and answers all the same" answers $node
kill -TERM "$runner"
check "and stops" within 30 ended
within 10 none_left

"$repo/run" --port 1 >"$log" 2>&1
check "an unknown option is named" says "unknown option --port"
"$repo/run" node --center-port 1 >"$log" 2>&1
check "an option that a node does not have is named" says "--center-port has no meaning for a node alone"
"$repo/run" node --center exam.example.org >"$log" 2>&1
check "an address of the centre that is none is named" says "not exam.example.org"
"$repo/run" --center http://127.0.0.1:1 >"$log" 2>&1
check "the centre itself has no centre" says "--center is for a node alone"
"$repo/run" node --enrol '4F7QK";' >"$log" 2>&1
check "an enrolment code that can be none is named" says "--enrol takes the code"
"$repo/run" node --help >"$log" 2>&1
check "the help tells of the node" says "./run node"
"$repo/run" --center-port abc >"$log" 2>&1
check "a port that is none is named" says "not a port: abc"
PATH=/nowhere JAVA_HOME=/nowhere /bin/bash -c ". '$repo/deploy/scripts/toolchain.sh'; require_build_tools" >"$log" 2>&1
check "a missing Maven says what to install" says "apt-get install maven"

echo "launcher: $passed passed, $failed failed"
[ $failed = 0 ]
