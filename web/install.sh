# Brings node_modules up to the lock file. Sourced from web/ by the scripts that build something.

lock_copy=node_modules/.onex-lock
if ! cmp -s package-lock.json "$lock_copy"; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json "$lock_copy"
fi
