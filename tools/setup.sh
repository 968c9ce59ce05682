#!/usr/bin/env bash
# Sets up .venv: `setup.sh run` to use policyctl, `setup.sh dev` to work on it as well, `setup.sh bench` to measure it.
# What the machine lacks is installed where that needs no password; elsewhere this says what to type.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:?run, dev or bench}
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

# The Debian packages without which there is no virtual environment or no PDF.
missing_packages() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    loads libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    loads libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
}

loads() {
    "$python" -c "import ctypes; ctypes.CDLL('$1')" 2>/dev/null
}

install_packages() {
    local command="apt-get install --yes --no-install-recommends $*"
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || stop "Some packages are missing. Please type this, then try again:" "  sudo $command"
        as_root=(sudo -n "${as_root[@]}")
    fi
    echo "Installing $*"
    # A package list that is absent or old is no reason to give up.
    "${as_root[@]}" $command >/dev/null 2>&1 || { "${as_root[@]}" apt-get update --quiet=2 && "${as_root[@]}" $command >/dev/null; } ||
        stop "That did not work. Please type this, then try again:" "  $command"
}

make_environment() {
    .venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv ||
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

python=$(find_python)
if command -v apt-get >/dev/null; then
    missing=$(missing_packages)
    [ -z "$missing" ] || install_packages $missing
fi
make_environment
check_pdf_engine
touch .venv/run.stamp ".venv/$purpose.stamp"
