#!/usr/bin/env bash
# Opens (or renews) a pull request for each provider whose tables an import has changed. The first argument is the printed difference.
set -euo pipefail
difference=$1
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'

base=$(git rev-parse HEAD)
review=packages/providers/catalog/review
mapfile -t providers < <(git status --porcelain --untracked-files=all -- packages/providers/catalog |
  cut -c4- | cut -d/ -f4 | sort -u | grep -vx review || true)
git add --all packages/providers/catalog
git stash --quiet

for provider in "${providers[@]}"; do
  branch=import/$provider
  git switch --quiet --force-create "$branch" "$base"
  git checkout --quiet 'stash@{0}' -- "packages/providers/catalog/$provider" "$review"
  npx -y pnpm@12 catalog --fix
  git add --all
  git diff --cached --quiet && continue
  git commit --quiet --message "Read the published codes of $provider again"
  git push --quiet --force origin "$branch"
  gh pr view "$branch" --json state --jq .state 2> /dev/null | grep -qx OPEN ||
    gh pr create --head "$branch" --title "Codes of $provider" --body "$(
      printf 'The published list has changed. Read each row: the code, the reason, the words.\n\n```\n'
      head --bytes 50000 "$difference"
      printf '\n```\n'
    )"
done
