#!/bin/sh
# What is published: the engine's JavaScript and declarations, and the command in one file. From nothing, so that no file
# of a deleted source stays behind.
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd) || exit 1
cd "$root" || exit 1
. scripts/setup.sh
find_node
rm -rf packages/*/dist
tsc -b || exit 1
ensure_bundle
publint packages/engine --strict && publint packages/cli --strict
