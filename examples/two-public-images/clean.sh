#!/usr/bin/env bash
# ECR Public has no lifecycle policies: keeps the newest KEEP tagged images of REPOSITORY and whatever latest names, and removes
# older ones, and those without a tag after a day.
set -euo pipefail
aws ecr-public describe-images --region us-east-1 --repository-name "$REPOSITORY" --output json > images.json
jq --argjson keep "$KEEP" --arg now "$(date +%s)" '
  def pushed: .imagePushedAt | if type == "number" then . else sub("\\.[0-9]+"; "") | sub("\\+00:00$"; "Z") | fromdate end;
  .imageDetails
  | (map(select((.imageTags // []) != [])) | sort_by(pushed) | reverse | .[$keep:] | map(select(.imageTags | index("latest") | not)))
  + map(select((.imageTags // []) == [] and pushed < ($now | tonumber) - 86400))
  | map({imageDigest})
' images.json > old.json
# So many are removed by one call.
jq --compact-output 'range(0; length; 100) as $from | .[$from:$from + 100]' old.json | while read -r ids; do
  aws ecr-public batch-delete-image --region us-east-1 --repository-name "$REPOSITORY" --image-ids "$ids" > deleted.json
done
echo "$REPOSITORY: removed $(jq length old.json) of $(jq '.imageDetails | length' images.json) images"
