#!/bin/sh
# Runs a development tool under the project's own Node and packages: `sh scripts/run.sh tsc -b`. npm itself may be
# running under an older Node, which is all that some machines have.
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd) || exit 1
. "$root/scripts/setup.sh"
find_node
ensure_packages
PATH=$root/node_modules/.bin:$PATH
exec "$@"
