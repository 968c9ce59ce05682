#!/usr/bin/env bash
# Builds the package, installs it in an empty environment elsewhere, and does there what its users do.
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONPATH    # Nothing but the wheel is there.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The wheel is built from the source package, so that both are known to be whole.
.venv/bin/python -m build --no-isolation --outdir "$work/dist" . >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt "$work"/dist/*.whl

# Where the system allows it, what follows runs in a network of its own that leads nowhere.
offline=()
unshare --map-root-user --net true 2>/dev/null && offline=(unshare --map-root-user --net)
policyctl() {
    ${offline[@]+"${offline[@]}"} "$work/venv/bin/policyctl" "$@"
}

cd "$work"
policyctl init shop </dev/null
policyctl validate shop/policy.yaml
policyctl render shop/policy.yaml --output shop/printed

examples=$("$work/venv/bin/python" -c 'from policyctl import resources; print(resources.examples())')
for policy in "$examples"/*/policy.yaml; do
    policyctl validate "$policy"
    policyctl render "$policy" --output "$work/examples/$(basename "$(dirname "$policy")")"
done
echo "The wheel works: $(ls "$work"/dist/*.whl | xargs basename)"
