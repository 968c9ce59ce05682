#!/usr/bin/env bash
# Sets up .venv: `setup.sh run` to use policyctl, `setup.sh dev` to work on it as well, `setup.sh bench` to measure it,
# `setup.sh audit` to ask what is known about its dependencies.
# What the machine lacks is installed where that needs no password; elsewhere this says what to type.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:?run, dev, bench or audit}
PYTHON=${PYTHON:-python3}

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# PYTHON is the owner's choice; without one, the first that will do.
find_python() {
    local candidate candidates=("$PYTHON")
    [ "$PYTHON" != python3 ] || candidates+=(python3.13 python3.12 python3.11)
    for candidate in "${candidates[@]}"; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    stop "policyctl needs Python 3.11 or later; $PYTHON is $("$PYTHON" -V 2>/dev/null || echo missing)." \
        "Install one, or say where it is: make PYTHON=/path/to/python3"
}

# The Debian packages without which there is no virtual environment, no PDF, or no test that compares with a revision
# or looks at a page in a browser.
missing_packages() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    loads libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    loads libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    [ "$purpose" = dev ] || return 0
    command -v git >/dev/null || echo git
    command -v chromium >/dev/null || command -v google-chrome >/dev/null || echo chromium
}

loads() {
    "$python" -c "import ctypes; ctypes.CDLL('$1')" 2>/dev/null
}

# The list of packages is renewed where they are not found without that: it may be absent, or old.
install_packages() {
    local install="apt-get install --yes --no-install-recommends $*" as_root=() said asking="su - -c"
    local both="apt-get update && $install"
    if [ "$(id -u)" != 0 ]; then
        ! command -v sudo >/dev/null || asking="sudo sh -c"
        sudo -n true 2>/dev/null || stop "Some packages are missing. Please type this, then try again:" "  $asking '$both'"
        as_root=(sudo -n)
    fi
    echo "Installing $*"
    said=$(${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive sh -c "$install || { $both; }" 2>&1) ||
        stop "$said" "That did not work. Please mend what is said above, then try again."
}

make_environment() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv ||
        stop "Python could not make a virtual environment; its module venv may be missing."
    local what=.
    [ "$purpose" = run ] || what=".[$purpose]"
    echo "Installing policyctl into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable "$what"
}

check_pdf_engine() {
    .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1 && return
    case $(uname) in
        Darwin) stop "Making PDFs needs Pango. Please type this, then try again:" "  brew install pango" ;;
        *) stop "Making PDFs needs Pango and HarfBuzz; install pango with your system's package manager, then try again." ;;
    esac
}

check_git() {
    [ "$purpose" != dev ] || command -v git >/dev/null ||
        stop "The tests need git; install it with your system's package manager, then try again."
}

python=$(find_python)
if command -v apt-get >/dev/null; then
    missing=$(missing_packages)
    [ -z "$missing" ] || install_packages $missing
fi
check_git
make_environment
check_pdf_engine
touch .venv/run.stamp ".venv/$purpose.stamp"
