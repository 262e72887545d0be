#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the printer of the tests does with a document: keeps it, with what it was told about it, in the
# folder that stands beside it. A mood in the file "mood" makes it fail.
set -eu

folder=$(dirname "$(readlink -f "$0")")
mood=$(cat "$folder/mood" 2>/dev/null || true)

if [ "$mood" = abort ]; then
  echo "ERROR: The cutter is stuck." >&2
  exit 1
fi

# The printer's process stops in the middle of a job.
if [ "$mood" = freeze ]; then
  kill -STOP "$PPID"
  exit 1
fi

number=0
while [ -e "$folder/received/$number.pdf" ]; do
  number=$((number + 1))
done
part="$folder/received/.part"
cp "$1" "$part"
env | grep '^IPP_\|^CONTENT_TYPE' | sort >"$folder/received/$number.about" || true
mv "$part" "$folder/received/$number.pdf"
