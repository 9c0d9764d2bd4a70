# Builds what is missing or older than its sources. Sourced after toolchain.sh.

# Succeeds when everything is built from the present sources.
is_built() {
  local repo=$1 stamp=$1/target/app/built
  [ -f "$stamp" ] || return 1
  [ -z "$(find "$repo/server" "$repo/web" "$repo/deploy/scripts" \
    \( -name node_modules -o -name target -o -name dist -o -path '*/src/test' -o -path '*/packages/api-*/src' -o -path '*/e2e' \
      -o -name eslint.config.mjs -o -name certain-locators.mjs -o -name no-sibling-module.mjs -o -name '*.test.ts' -o -path '*/server/rehearsal' \) -prune -o \
    -type f -newer "$stamp" -print -quit)" ]
}

# build_product REPO JAVA [packaged]: the last word spares what Maven has just done for the tests.
build_product() {
  local repo=$1 java=$2 packaged=${3:-} app
  mkdir -p "$repo/target"
  # Two starts at once build once.
  exec 9>"$repo/target/build.lock"
  flock 9
  if ! is_built "$repo"; then
    require_build_tools
    mkdir -p "$repo/target/app"
    # Older than whatever is saved while we build, so that it is built next time.
    touch "$repo/target/app/building"
    echo "building OneX (the first time takes a few minutes; $repo/target/build.log says how far it is) …"
    [ -n "$packaged" ] || JAVA_HOME=$(dirname "$(dirname "$java")") mvn -B -ntp -f "$repo/server/pom.xml" -pl center,node -am package \
      -DskipTests -Donex.application-tests.skip=true >"$repo/target/build.log" 2>&1 || {
      echo "run: the build failed; $repo/target/build.log says why:" >&2
      grep -m 20 -e ERROR -e 'error TS' "$repo/target/build.log" >&2
      exit 1
    }
    for app in center node; do
      lay_out "$repo" "$java" "$app" || { echo "run: the $app could not be laid out in $repo/target/app" >&2; exit 1; }
    done
    mv "$repo/target/app/building" "$repo/target/app/built"
  fi
  flock -u 9
  exec 9>&-
}

# Unpacks the application's jar and lets one start of it write the cache that later starts read their classes from.
lay_out() {
  local repo=$1 java=$2 app=$3 jar scratch
  local home=$repo/target/app/$app
  rm -rf "$home" || return 1
  jar=$(ls "$repo/server/$app/target/$app"-*.jar | grep -v -e sources -e tests | head -n 1)
  "$java" -Djarmode=tools -jar "$jar" extract --destination "$home" >/dev/null || return 1
  mv "$home/$(basename "$jar")" "$home/$app.jar" || return 1
  scratch=$(mktemp -d) || return 1
  chmod 755 "$scratch"
  (
    cd "$home"
    "$java" "$(collector "$app")" "${jvm_options[@]}" -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar "$app.jar" \
      --server.port=0 --onex.mode=demo "--onex.data=$scratch" >"$repo/target/train-$app.log" 2>&1
  ) || echo "run: no start-up cache for the $app (starting will be slower); see $repo/target/train-$app.log" >&2
  # That start ends without a farewell, and its PostgreSQL goes on writing until it has noticed and stopped.
  local tries=0
  while [ -e "$scratch/$app/postgres/cluster/postmaster.pid" ] && [ $tries -lt 300 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  rm -rf "$scratch" || echo "run: $scratch could not be removed" >&2
}
