"""What people do with boto3 besides single calls: pages, waiters, credentials that are wrong, a clock that is off."""

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError

from clients import report

once = Config(retries={"total_max_attempts": 1})
ecr = boto3.client("ecr", config=once)


def refusal(**credentials):
    client = boto3.client("ecr", config=once, **credentials)
    try:
        client.describe_repositories()
    except ClientError as error:
        return [error.response["Error"]["Code"], error.response["Error"]["Message"]]
    return ["ok", ""]


def pages(operation, key, **parameters):
    found = []
    sizes = []
    for page in ecr.get_paginator(operation).paginate(PaginationConfig={"PageSize": 2}, **parameters):
        found += page[key]
        sizes.append(len(page[key]))
    return found, sizes


def waited(tag):
    try:
        ecr.get_waiter("image_scan_complete").wait(
            repositoryName="team/app",
            imageId={"imageTag": tag},
            WaiterConfig={"Delay": 1, "MaxAttempts": 10},
        )
    except WaiterError as error:
        return str(error)
    return "complete"


images, image_pages = pages("list_images", "imageIds", repositoryName="team/app", filter={"tagStatus": "TAGGED"})
details, detail_pages = pages("describe_images", "imageDetails", repositoryName="team/app")
repositories, repository_pages = pages("describe_repositories", "repositories")
ecr.start_image_scan(repositoryName="team/app", imageId={"imageTag": "0"})
scan = waited("0")
findings = ecr.describe_image_scan_findings(repositoryName="team/app", imageId={"imageTag": "0"})
all_findings = []
for page in ecr.get_paginator("describe_image_scan_findings").paginate(
    repositoryName="team/app", imageId={"imageTag": "0"}, PaginationConfig={"PageSize": 3}
):
    all_findings += [finding["name"] for finding in page["imageScanFindings"]["findings"]]

report(
    tags=sorted(one["imageTag"] for one in images),
    imagePages=image_pages,
    images=len(details),
    detailPages=detail_pages,
    repositories=sorted(one["repositoryName"] for one in repositories),
    repositoryPages=repository_pages,
    scan=scan,
    unscanned=waited("none"),
    counts=findings["imageScanFindings"]["findingSeverityCounts"],
    findings=all_findings,
    wrongSecret=refusal(aws_access_key_id="LOCALECR", aws_secret_access_key="wrong"),
    nobody=refusal(aws_access_key_id="ASIANOBODY", aws_secret_access_key="x", aws_session_token="y"),
)
