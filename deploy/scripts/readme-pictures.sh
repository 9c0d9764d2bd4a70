#!/usr/bin/env bash
# Takes the pictures of the README from those that ./test has left in target/. Look at them before committing.
set -euo pipefail
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
from=${1:-$repo/target}

take() {
  cp "$from/screenshots/$2.png" "$repo/docs/images/$1.png"
}

take plan plan
take roster candidate-import-bad
take room-map seating-room
take dispatch dispatch-hongke
take exam-offline exam-offline
take board board
take marking real-works
take results real-result
take certificates real-certificates
take verify real-verify-genuine
pdftoppm -png -r 60 -singlefile "$from/printed/certificate.pdf" "$repo/docs/images/certificate"
