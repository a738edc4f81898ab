#!/usr/bin/env bash
# Brings compose.yaml and deploy.env to the server, which pulls and starts what they name. Needs SERVER, FOLDER, SSH_KEY and KNOWN_HOSTS.
set -euo pipefail
umask 077
printf '%s\n' "$SSH_KEY" > "$RUNNER_TEMP/key"
printf '%s\n' "$KNOWN_HOSTS" > "$RUNNER_TEMP/known_hosts"
options=(-i "$RUNNER_TEMP/key" -o "UserKnownHostsFile=$RUNNER_TEMP/known_hosts" -o BatchMode=yes)
scp "${options[@]}" compose.yaml deploy.env "$SERVER:$FOLDER/"
compose="docker compose --env-file deploy.env"
ssh "${options[@]}" "$SERVER" "cd '$FOLDER' && $compose pull && $compose up --detach --wait --remove-orphans"
