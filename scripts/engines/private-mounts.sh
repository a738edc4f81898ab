#!/bin/sh
# Runs a program that may write to /etc, /opt and /run without the machine seeing it. Called in a mount namespace of
# its own: private-mounts.sh <folder> <program> [arguments…]. Docker's programs write below these folders whatever
# their configuration says (a key, an empty plugin folder, the sockets of shims, plugins and runc).
folder=$1
shift
mkdir -p "$folder" && mount -n -t tmpfs -o mode=0755 tmpfs "$folder" || exit 1
for name in etc opt run; do
  [ -d "/$name" ] || continue
  mkdir -p "$folder/$name/upper" "$folder/$name/work"
  mount -n -t overlay -o "lowerdir=/$name,upperdir=$folder/$name/upper,workdir=$folder/$name/work" overlay "/$name" ||
    echo "private-mounts: /$name is shared with the machine" >&2
done
exec "$@"
