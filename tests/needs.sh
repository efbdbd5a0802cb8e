#!/bin/sh
# What the suite needs from the machine beside Python: a browser, a PostgreSQL server, a reader of PDF files.
# Installed where that is allowed (root on Debian); otherwise one line says what to install.
set -eu

packages=""
need() { packages="$packages $1"; }

has() { command -v "$1" >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; }

# Chromium draws windows where nobody looks; its headless shell costs half as much. Where it cannot be had, Chromium does.
lighter=chromium-headless-shell
can_be_had() { apt-cache show "$1" >/dev/null 2>&1; }
if has $lighter; then
    :
elif has chromium || has chromium-browser; then
    if may_install && can_be_had $lighter; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Acquire::Retries=0 \
            -o Acquire::http::Timeout=20 $lighter >/dev/null 2>&1 || true
    fi
else
    need browser
fi
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || has initdb || need postgresql
has pdftotext || need poppler-utils

# A second reader of calendars, the one that Thunderbird has. Without it one test is skipped and says so.
if has npm && [ ! -e node_modules/ical.js ]; then
    npm install --silent --fetch-retries=0 --fetch-timeout=20000 --no-save --no-package-lock --ignore-scripts --no-audit --no-fund ical.js@2.2.1 >/dev/null 2>&1 ||
        echo "Without npm's ical.js one test of calendars is skipped."
fi

[ -n "$packages" ] || exit 0
if may_install; then
    # Nothing is to be asked, and no database server is to be left running on the machine.
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt-get update -qq
    browser="$(can_be_had $lighter && echo $lighter || echo chromium) fonts-dejavu-core"
    packages=$(echo "$packages" | sed "s/browser/$browser/")
    # shellcheck disable=SC2086 # several packages, several words
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
    echo "For the whole suite install:$(echo "$packages" | sed "s/browser/$lighter fonts-dejavu-core/")"
fi
