# Finds what the product is built and run with. Sourced by ./run, ./test and ./rehearse.

# Options of every Java process of ours: two applications and two databases share a small machine.
jvm_options=(-Xmx384m -XX:+ExitOnOutOfMemoryError -XX:+UseCompactObjectHeaders -Dfile.encoding=UTF-8 -Duser.timezone=UTC
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# collector APP: the centre decodes photos that anybody sends, and with the smaller collector a broken one can stop it for good (ADR 27).
collector() {
  if [ "$1" = center ]; then echo -XX:+UseG1GC; else echo -XX:+UseSerialGC; fi
}

java_version() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

# Prints the path of a Java 25 or later, or says what to install.
require_java() {
  local candidate version
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" /usr/lib/jvm/*/bin/java /opt/java/*/bin/java "$(command -v java || true)"; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && [ -x "$(dirname "$candidate")/javac" ] || continue
    version=$(java_version "$candidate")
    if [ "${version%%.*}" -ge 25 ] 2>/dev/null; then
      echo "$candidate"
      return 0
    fi
  done
  echo "OneX needs a JDK 25. Install Eclipse Temurin 25 (package temurin-25-jdk) or set JAVA_HOME to one." >&2
  exit 1
}

require_build_tools() {
  local version
  command -v mvn >/dev/null || { echo "OneX is built with Maven 3.8 or later: apt-get install maven" >&2; exit 1; }
  command -v node >/dev/null && command -v npm >/dev/null || { echo "OneX's pages are built with Node.js 20 or later and npm: apt-get install nodejs npm" >&2; exit 1; }
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] || { echo "OneX's pages are built with Node.js 20 or later; this is $version" >&2; exit 1; }
}
