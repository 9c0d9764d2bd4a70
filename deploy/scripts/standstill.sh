# Sourced. A test process that stands still says nothing, and whoever waits for it gives up without knowing what it was doing.

# end_standstill SECONDS FOLDER JAVA LOG: if the tests that Maven runs in FOLDER have not ended after so long, writes to LOG what their
# processes are doing, and ends these, so that Maven tells which tests they were. Gives up waiting when the shell that began it is gone.
end_standstill() {
  local end=$((SECONDS + $1)) folder=$2 tools pid
  tools=$(dirname "$3")
  while [ $SECONDS -lt "$end" ]; do
    sleep 1
    kill -0 $$ 2>/dev/null || return 0
  done
  for pid in $(test_processes "$folder"); do
    {
      echo "process $pid: $(tr '\0' ' ' <"/proc/$pid/cmdline")"
      # A Java that waits for itself does not answer; the system still knows which of its threads work.
      timeout 20 "$tools/jcmd" "$pid" Thread.print -l || echo "it does not answer"
      awk '{ name = $0; sub(/^[^(]*\(/, "", name); sub(/\)[^)]*$/, "", name); sub(/^.*\) /, ""); print name ": " $1 ", " ($12 + $13) / 100 " s" }' \
        "/proc/$pid"/task/*/stat || true
    } >>"$4" 2>&1
  done
  for pid in $(test_processes "$folder"); do
    kill -KILL "$pid" 2>/dev/null || true
  done
}

# The Java processes in which Maven runs the tests of FOLDER; its own if there are none.
test_processes() {
  local pid forks=() maven=()
  for pid in $(pgrep -x java); do
    case $(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) in
      *"$1"/*/surefirebooter*) forks+=("$pid") ;;
      *"-Dmaven.multiModuleProjectDirectory=$1 "*) maven+=("$pid") ;;
    esac
  done
  [ ${#forks[@]} -gt 0 ] || forks=("${maven[@]}")
  echo "${forks[@]}"
}
