#!/bin/sh
# Everything that must hold: format and lint, types, dead code, tests. All of it runs even after a failure, and the last
# line says how many passed and failed, a failed check counting as one.
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd) || exit 1
cd "$root" || exit 1
. "$root/scripts/setup.sh"

# Set-up ends the shell when it fails; the closing line is owed even then.
trap 'echo "0 passed, 1 failed"' EXIT
(find_node && ensure_packages) || exit 1
find_node
PATH=$root/node_modules/.bin:$PATH

failed=0
check() {
  echo "== $*"
  "$@" || failed=$((failed + 1))
}
bundle() {
  (ensure_bundle)
}
# The output is as often kept in a file as read on a terminal. Biome goes by its option alone.
colors=force
[ -t 1 ] || { NO_COLOR=1 colors=off && export NO_COLOR; }
check biome ci --colors="$colors" .
check tsc -b
check knip --no-config-hints
page() {
  (ensure_page)
}
browser() {
  (ensure_chromium)
}
# Tests may run the command itself, and the page that it serves.
check bundle
check page
check browser

echo '== vitest run'
results=$(mktemp -d) || exit 1
vitest run --reporter=default --reporter=json --outputFile.json="$results/vitest.json" "$@"
status=$?
# The page is driven as a whole, whichever tests were named.
if [ $# = 0 ]; then
  echo '== playwright test'
  chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
  CHROMIUM=$chromium E2E_RESULTS=$results/page.json playwright test --config packages/web/playwright.config.ts
  page_status=$?
else
  page_status=none
fi
trap - EXIT
node scripts/closing-line.ts "$failed" "vitest:$results/vitest.json:$status" "playwright:$results/page.json:$page_status"
status=$?
rm -rf "${results:?}"
exit "$status"
