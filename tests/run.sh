#!/usr/bin/env bash
# Runs every test with nothing skipped: installs what is missing where it can, starts a private PostgreSQL server, then
# "dotnet test Bot.sln". Arguments are passed on: bash tests/run.sh --filter FullyQualifiedName~Storage
set -u
cd "$(dirname "$0")/.." || exit 1
missing=()
work=""

say() { printf 'run.sh: %s\n' "$*"; }

# Stops the server however the script ends.
finish() {
  local code=$?
  trap - EXIT
  if [ -n "$work" ]; then
    [ -f "$work/data/postmaster.pid" ] && as_server "$bin/pg_ctl" -D "$work/data" -s -m immediate stop
    rm -rf "$work"
  fi
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# initdb refuses to run as root.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi
}

server_bin() {
  local initdb
  initdb=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] || initdb=$(command -v initdb)
  [ -n "$initdb" ] && dirname "$initdb"
}

has_font() { [ -n "$(find /usr/share/fonts -iname 'LiberationSans-Regular*' 2>/dev/null | head -n 1)" ]; }
has_browser() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

packages() {
  has_browser || echo chromium
  [ -n "$(server_bin)" ] || echo postgresql
  command -v pdftotext >/dev/null || echo poppler-utils
  # At full size the meeting packs are converted as well.
  [ "${ICSGUIDE_LONG:-}" != 1 ] || command -v soffice >/dev/null || echo libreoffice-writer
  # Pictures of cards differ with the font.
  has_font || echo fonts-liberation
}

install_packages() {
  local wanted
  wanted=$(packages | tr '\n' ' ')
  [ -n "$wanted" ] || return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $wanted"
    export DEBIAN_FRONTEND=noninteractive
    # One by one only after a failure together, so that one package that cannot be had does not cost the others.
    { apt-get update -q && apt-get install -q -y --no-install-recommends $wanted; } >/dev/null 2>&1 </dev/null ||
      for package in $wanted; do apt-get install -q -y --no-install-recommends "$package" >/dev/null 2>&1 </dev/null; done
  fi
  for package in $(packages); do missing+=("Debian package $package"); done
}

install_page() {
  local folder
  for folder in src/Bot/page tests/page-tools; do
    if ! command -v npm >/dev/null; then
      missing+=("npm, and with it the packages of $folder")
    elif [ ! -d "$folder/node_modules" ] || [ "$folder/package-lock.json" -nt "$folder/node_modules" ]; then
      npm ci --prefix "$folder" --no-audit --no-fund >/dev/null 2>&1 </dev/null && touch "$folder/node_modules" ||
        missing+=("npm packages of $folder (npm ci failed)")
    fi
  done
}

start_server() {
  bin=$(server_bin)
  [ -n "$bin" ] || return
  # Not under a home folder: "nobody" must reach it.
  work=$(TMPDIR=/tmp mktemp -d)
  if [ "$(id -u)" = 0 ]; then chown nobody "$work"; fi
  if ! (cd "$work" && as_server "$bin/initdb" -D "$work/data" -U bot -A trust -E UTF8 --locale=C.UTF-8 --no-sync) >"$work/initdb.log" 2>&1 </dev/null; then
    missing+=("a PostgreSQL server (initdb: $(tail -n 1 "$work/initdb.log"))")
    return
  fi
  local port
  for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 12000))
    # Somebody listens there already.
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
    if (cd "$work" && as_server "$bin/pg_ctl" -D "$work/data" -w -s -l "$work/log" \
      -o "-p $port -h 127.0.0.1 -k $work -c fsync=off -c max_connections=300" start) >/dev/null 2>&1 </dev/null; then
      export ICSGUIDE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=bot;Database=postgres"
      return
    fi
  done
  missing+=("a PostgreSQL server ($(tail -n 1 "$work/log" 2>/dev/null))")
}

if ! command -v dotnet >/dev/null; then
  say "the .NET SDK that global.json names is needed: https://dotnet.microsoft.com/download"
  exit 1
fi
install_packages
install_page
if [ -z "${ICSGUIDE_TEST_POSTGRES:-}" ]; then start_server; fi
for thing in "${missing[@]}"; do say "could not install: $thing. The tests that need it fail."; done

export ICSGUIDE_ALL=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Release: the engine's tests train models, which takes several times longer unoptimised.
dotnet test Bot.sln --configuration Release "$@" </dev/null
