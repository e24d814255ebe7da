#!/bin/sh
# Reviews the XEP sources that differ from a revision, and prints a comment in Markdown of at most 60 lines; nothing where nothing matters.
# Usage, in a checkout of the XEPs: sh review-changes.sh REVISION
#   XEP_GDPR          the program; default: node tools/xep-gdpr.cjs
#   XEP_GDPR_FAIL_ON  what makes it exit 1, for example "high" or "considerations/privacy-missing"; default: nothing, it only advises
#   XEP_GDPR_PAGES    a folder for an HTML page on each changed document; default: none
#   XEP_GDPR_NOTES    if set, GitHub annotations go to that file
set -eu

revision=${1:?"usage: sh review-changes.sh REVISION"}
program=${XEP_GDPR:-node tools/xep-gdpr.cjs}
base=$(git merge-base "$revision" HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# New and changed sources, one a line. Names with line breaks are none that a XEP has, and links are no sources.
sources() {
  git -c core.quotePath=false diff --name-only "--diff-filter=$1" "$base" -- ':(glob)xep-[0-9]*.xml' ':(glob)inbox/*.xml' | while IFS= read -r file; do
    if [ -f "$file" ] && [ ! -L "$file" ]; then printf '%s\n' "$file"; fi
  done
}
sources d >"$work/changed"
if [ ! -s "$work/changed" ]; then
  exit 0
fi
sources A >"$work/new"

# One new document alone gets its page; all else is compared with what was there.
if [ "$(wc -l <"$work/changed")" -eq 1 ] && [ -s "$work/new" ]; then
  $program triage --quiet -- "$(cat "$work/new")" >"$work/body"
else
  while IFS= read -r file; do
    $program diff --quiet --format markdown -- "git:$base" "$file" >"$work/one"
    # One heading and one closing line for all.
    grep -v -e '^## ' -e '^_Advisory' "$work/one" >>"$work/parts" || :
  done <"$work/changed"
  if [ -s "$work/parts" ]; then
    { printf '## What this revision changes about personal data\n'; cat -s "$work/parts"; printf '_Advisory: says what a protocol may carry. Not legal advice. Made by xep-gdpr._\n'; } >"$work/body"
  else
    : >"$work/body"
  fi
fi
awk 'NR <= 58 { print } END { if (NR > 58) printf "\n_%d lines more: run xep-gdpr diff. Advisory; not legal advice._\n", NR - 58 }' "$work/body"

while IFS= read -r file; do
  if [ -n "${XEP_GDPR_PAGES:-}" ]; then
    mkdir -p "$XEP_GDPR_PAGES"
    $program triage --quiet --format html --output "$XEP_GDPR_PAGES/gdpr-$(basename "$file" .xml).html" -- "$file"
  fi
  if [ -n "${XEP_GDPR_NOTES:-}" ]; then
    $program scan --quiet --format github -- "$file" >>"$XEP_GDPR_NOTES"
  fi
done <"$work/changed"

if [ -n "${XEP_GDPR_FAIL_ON:-}" ]; then
  status=0
  while IFS= read -r file; do
    $program diff --quiet --fail-on "$XEP_GDPR_FAIL_ON" -- "git:$base" "$file" >/dev/null || status=1
  done <"$work/changed"
  exit $status
fi
