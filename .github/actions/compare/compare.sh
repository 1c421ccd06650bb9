# The steps of the action: import, compare, tell GitHub. What is judged how is `npm run data -- gate`.
set -eo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
out=$(mktemp -d "${RUNNER_TEMP:-/tmp}/matchpoint-XXXXXX")

data() {
  "$root/node_modules/.bin/node" "$root/data/cli/data.ts" "$@"
}

# The lines of a text that are not empty, into the array `lines`, each after an option where one is given.
take_lines() {
  lines=()
  local line
  while IFS= read -r line; do
    [[ -z ${line//[[:space:]]/} ]] && continue
    lines+=(${2:+"$2"} "$line")
  done <<<"$1"
}

take_lines "$SET" --set
facts=("${lines[@]}")
[[ -n $FROM_PATH ]] && facts+=(--from-path "$FROM_PATH")

take_lines "$BASE"
if ((${#lines[@]} > 0)); then
  data import "${lines[@]}" --label before --add --out "$out/data" "${facts[@]}"
fi
take_lines "$RESULTS"
data import "${lines[@]}" --label after --add --out "$out/data" "${facts[@]}"

take_lines "$DATA" --data
sources=("${lines[@]}" --data "$out/data")
[[ -n $SITE ]] && sources+=(--site "$SITE")
take_lines "$FAIL_IF" --fail-if
rules=("${lines[@]}")
take_lines "$COMPARE"
status=0
data gate "${lines[@]}" "${sources[@]}" "${rules[@]}" --markdown "$out/comment.md" || status=$?

if [[ -f $out/comment.md ]]; then cat "$out/comment.md" >>"$GITHUB_STEP_SUMMARY"; fi
{
  echo "comment=$out/comment.md"
  echo "data=$out/data"
} >>"$GITHUB_OUTPUT"
exit "$status"
