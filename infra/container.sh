#!/usr/bin/env bash
# The steps of the container, one by one, so that they run where there is no container engine too:
#   publish OUT      for one runtime, without the framework; nobody but its owner can write there
#   size OUT         prints the megabytes; fails over 80
#   serve OUT        what the container runs
#   health [PORT]    what its health check asks
#   trial OUT        serves OUT as another user on a file system that can only be read, and asks health; prints how long a start takes
# The Dockerfile and .ci/run call them.
set -eu
most_megabytes=80
most_seconds=2
here=$(cd "$(dirname "$0")" && pwd)

say() { printf 'container.sh: %s\n' "$*"; }

publish() {
  dotnet publish "$here/../src/Bot" -c Release -r linux-x64 --no-self-contained -o "$1" -v q -nologo
  find "$1" -type f -exec chmod a-w,a+r {} +
  find "$1" -type d -exec chmod go-w,a+rx {} +
}

size() {
  local bytes megabytes
  bytes=$(find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
  megabytes=$(((bytes + 999999) / 1000000))
  say "published: $megabytes MB (at most $most_megabytes)"
  [ "$megabytes" -le "$most_megabytes" ]
}

serve() {
  cd "$1"
  exec dotnet Bot.dll
}

# With the shell alone: the image has no curl.
health() {
  local line
  exec 3<>"/dev/tcp/127.0.0.1/${1:-8080}"
  printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  IFS= read -r line <&3
  case $line in *" 200 "*) ;; *) say "not ready: $(tail -n 1 <&3)"; return 1 ;; esac
}

now() { date +%s%N; }

# Serves until it is ready; prints nothing but the milliseconds.
timed_start() {
  local started=$1 port=$2 process=$3
  until (health "$port") >/dev/null 2>&1; do
    kill -0 "$process" 2>/dev/null || return 1
    [ $((($(now) - started) / 1000000)) -lt 120000 ] || return 1
    sleep 0.02
  done
  echo $((($(now) - started) / 1000000))
}

# One start as somebody who may write nothing but the data folder. Leaves the milliseconds in $took.
start_once() {
  local out=$1 data=$2 port=$3 wrap=() started process code=0
  if [ "$(id -u)" = 0 ]; then
    wrap=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    # Where the kernel allows it, the whole file system can only be read, as in the container.
    if unshare -m true 2>/dev/null; then
      wrap=(unshare -m bash -c 'mount --bind "$1" "$1" && mount --bind / / && mount -o remount,ro,bind / && shift && exec "$@"' ro "$data" "${wrap[@]}")
    else
      say "the file system stays writable here: this machine does not allow a mount"
    fi
  fi
  started=$(now)
  env -u HOME DOTNET_EnableDiagnostics=0 DOTNET_CLI_HOME="$data" TMPDIR="$data" ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:$port" \
    Bot__Auth__Mode=Development Bot__Database__ConnectionString="Data Source=$data/icsguide.db" Bot__Knowledge__Models="$data/models" \
    "${wrap[@]}" bash "$here/container.sh" serve "$out" >"$log" 2>&1 &
  process=$!
  took=$(timed_start "$started" "$port" "$process") || code=1
  if [ "$code" = 0 ]; then health "$port"; else tail -n 20 "$log"; fi
  kill "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  return "$code"
}

trial() {
  local out data port took log
  out=$(cd "$1" && pwd)
  data=$(mktemp -d)
  log=$(mktemp)
  trap 'rm -rf "$data" "$log"' RETURN
  chmod 755 "$data"
  if [ "$(id -u)" = 0 ]; then chown 65534:65534 "$data"; fi
  port=$((20000 + RANDOM % 12000))
  start_once "$out" "$data" "$port" || { say "the service did not get ready"; return 1; }
  say "first start, which builds the answer model: ready after $took ms"
  start_once "$out" "$data" "$port" || { say "the service did not get ready"; return 1; }
  say "start with a built model: ready after $took ms (aim: under $((most_seconds * 1000)))"
  [ -f "$data/icsguide.db" ] && [ -d "$data/models" ]
}

case ${1:-} in
  publish | size | serve | trial) [ $# = 2 ] || { say "$1 needs a folder"; exit 2; } ;;
  health) ;;
  *) sed -n '2,9p' "$0"; exit 2 ;;
esac
"$@"
