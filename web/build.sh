#!/usr/bin/env bash
# Builds the pages into target/classes/web; does nothing when neither the lock file nor a source has changed.
set -euo pipefail
cd "$(dirname "$0")"
. ./install.sh

sources() {
  find apps packages build -type f -not -path '*/node_modules/*' -not -path 'packages/api-*/src/*' -print0 | sort -z | xargs -0 sha256sum
  sha256sum package.json package-lock.json tsconfig.json build.sh "${ONEX_OPENAPI:-../server/center/openapi.json}"
}

stamp=target/web-build.stamp
now=$(sources)
if [ -f "$stamp" ] && [ -d target/classes/web/node/exam ] && [ -d target/classes/web/node/board ] && [ "$now" = "$(cat "$stamp")" ]; then
  echo "web: nothing changed"
  exit 0
fi

rm -f "$stamp"
npm run --silent generate
# Whoever has just checked the types by itself says so.
[ -n "${ONEX_TYPES_CHECKED:-}" ] || npm run --silent typecheck
npm run --silent build
mkdir -p target
printf '%s\n' "$now" > "$stamp"
