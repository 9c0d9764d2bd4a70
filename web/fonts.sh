#!/usr/bin/env bash
# Lays the fonts for printed matter into the directory that is named; does nothing when they are there already.
# They come with the packages of web/, so that a fresh machine needs nothing but what builds the pages.
set -euo pipefail
target=$(realpath -m "$1")
cd "$(dirname "$0")"
. ./install.sh

stamp=target/fonts.stamp
now=$(sha256sum package-lock.json build/fonts.mjs)
if [ -f "$stamp" ] && [ -f "$target/rare/ranges.txt" ] && [ "$now" = "$(cat "$stamp")" ]; then
  exit 0
fi

rm -f "$stamp"
node build/fonts.mjs "$target"
mkdir -p target
printf '%s\n' "$now" > "$stamp"
