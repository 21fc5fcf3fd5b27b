#!/bin/sh
# Runs before everything else, once and to its end: refuses a live start without an account, and
# makes the database's password. It stays in the volume that is mounted here, for the database
# (password) and for the job (pgpass, PostgreSQL's own format); it is never shown.
set -eu
cd /opt/flink/password

if [ "${1:-}" = live ]; then
  for name in KIS_APP_KEY KIS_APP_SECRET; do
    if ! printenv "$name" | grep -q .; then
      echo "prepare: $name is not set; export KIS_APP_KEY and KIS_APP_SECRET, then start again" >&2
      exit 1
    fi
  done
fi

if [ ! -s pgpass ]; then
  head -c 24 /dev/urandom | base64 | tr '+/' '-_' >password
  printf 'postgres:5432:kis:kis:%s\n' "$(cat password)" >pgpass
fi
