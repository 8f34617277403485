# Shared by the scripts beside it.

step() { printf '\n=== %s (%s)\n' "$1" "$(date +%H:%M:%S)"; }

# install_packages PACKAGE:COMMAND...: installs the packages whose command is missing.
install_packages() {
  local missing=()
  for pair; do
    command -v "${pair#*:}" >/dev/null 2>&1 || missing+=("${pair%%:*}")
  done
  [ "${#missing[@]}" = 0 ] && return
  export DEBIAN_FRONTEND=noninteractive
  local apt=(apt-get -qq -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# The installed JDKs that the build supports, oldest first, as "version home".
jdks() {
  local home version
  for home in /usr/lib/jvm/*; do
    [ -L "$home" ] && continue
    [ -x "$home/bin/javac" ] || continue
    version=$("$home/bin/javac" -version 2>&1 | sed 's/javac \([0-9]*\).*/\1/')
    [ "$version" -ge 17 ] && echo "$version $home"
  done | sort -n
}
oldest_jdk() { jdks | head -n 1 | cut -d' ' -f2; }
newest_jdk() { jdks | tail -n 1 | cut -d' ' -f2; }
java_version() { "$1/bin/java" -version 2>&1 | head -n 1; }

# A free port below the ephemeral range, so that no other process gets it by chance before it is bound.
free_port() {
  local port
  while port=$((10000 + RANDOM % 22000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# count_tests: "passed failed skipped" of the last Maven run, from its reports.
count_tests() {
  find . -path '*/target/*-reports/TEST-*.xml' -exec sed -n 's/.*<testsuite \(.*\)/\1/p' {} + | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { $0 = " " $0; all += attribute("tests"); bad += attribute("failures") + attribute("errors"); not += attribute("skipped") }
    END { print all - bad - not, bad + 0, not + 0 }'
}
