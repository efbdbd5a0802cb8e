#!/bin/sh
# What the suite needs from the machine beside Python: a browser, a PostgreSQL server, a reader of PDF files.
# Installed where that is allowed (root on Debian); otherwise one line says what to install.
set -eu

packages=""
need() { packages="$packages $1"; }

command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || need "chromium fonts-dejavu-core"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || need postgresql
command -v pdftotext >/dev/null 2>&1 || need poppler-utils

# A second reader of calendars, the one that Thunderbird has. Without it one test is skipped and says so.
if command -v npm >/dev/null 2>&1 && [ ! -e node_modules/ical.js ]; then
    npm install --silent --fetch-retries=0 --fetch-timeout=20000 --no-save --no-package-lock --ignore-scripts --no-audit --no-fund ical.js@2.2.1 >/dev/null 2>&1 ||
        echo "Without npm's ical.js one test of calendars is skipped."
fi

[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
    # Nothing is to be asked, and no database server is to be left running on the machine.
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt-get update -qq
    # shellcheck disable=SC2086 # several packages, several words
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
else
    echo "For the whole suite install:$packages"
fi
