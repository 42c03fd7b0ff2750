#!/bin/sh
# What is published: the engine's JavaScript and declarations, the command in one file, and the page. From nothing, so that no file
# of a deleted source stays behind.
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd) || exit 1
cd "$root" || exit 1
. scripts/setup.sh
find_node
rm -rf packages/*/dist
tsc -b || exit 1
ensure_bundle
ensure_page
publint packages/engine --strict && publint packages/cli --strict
