#!/usr/bin/env bash
# Every commit subject reads "module: Do something", at most 72 characters.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
git rev-parse --git-dir >/dev/null 2>&1 || exit 0
wrong=$(git log --no-merges --format='%h %s' | grep -vE '^[0-9a-f]+ [a-z][a-z, -]*: [A-Z].*$' || true)
long=$(git log --no-merges --format='%h %s' | awk '{ h = $1; sub(/^[^ ]+ /, ""); if (length($0) > 72) print h " " $0 }')
[ -z "$wrong$long" ] || { printf 'commit subjects are "module: Do something", at most 72 characters:\n%s\n%s\n' "$wrong" "$long" >&2; exit 1; }
