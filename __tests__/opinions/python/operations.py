"""Every operation of ECR, ECR Public and STS that local-ecr has, with what AWS's documents say it answers.

Prints, as JSON, each step with what was wanted and what came. The same steps are asked of moto as far as it has them.
"""

import hashlib
import json
import os

from clients import chosen, report

OCI = "application/vnd.oci.image"
client = chosen()
steps = []


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def step(what, operation, wanted="ok", shows=None, service="ecr", **parameters):
    """Asks for an operation. `shows` says of an answer what has to be in it."""
    came, answer = client.call(service, operation, parameters)
    if came == "ok" and shows is not None:
        try:
            came = "ok" if shows(answer) else "another answer"
        except (KeyError, IndexError, TypeError):
            came = "another answer"
    steps.append({"step": f"{service} {operation}: {what}", "wanted": wanted, "came": came})
    return answer or {}


def public(what, operation, wanted="ok", shows=None, **parameters):
    return step(what, operation, wanted, shows, service="ecr-public", **parameters)


def blobs(service, repository, *contents):
    """Pushes layers by the API, part by part."""
    for content in contents:
        begun = step("an upload begins", "initiate_layer_upload", service=service, repositoryName=repository)
        upload = begun.get("uploadId", "00000000-0000-4000-8000-000000000000")
        step(
            "a part is taken",
            "upload_layer_part",
            service=service,
            shows=lambda a: a["lastByteReceived"] == len(content) - 1,
            repositoryName=repository,
            uploadId=upload,
            partFirstByte=0,
            partLastByte=len(content) - 1,
            layerPartBlob=content,
        )
        step(
            "an upload ends",
            "complete_layer_upload",
            service=service,
            shows=lambda a: a["layerDigest"] == sha256(content),
            repositoryName=repository,
            uploadId=upload,
            layerDigests=[sha256(content)],
        )


def descriptor(kind, content):
    return {"mediaType": kind, "digest": sha256(content), "size": len(content)}


def manifest(config, layer, **more):
    return json.dumps(
        {
            "schemaVersion": 2,
            "mediaType": f"{OCI}.manifest.v1+json",
            "config": descriptor(f"{OCI}.config.v1+json", config),
            "layers": [descriptor(f"{OCI}.layer.v1.tar+gzip", layer)],
            **more,
        }
    )


def index(*children):
    return json.dumps(
        {
            "schemaVersion": 2,
            "mediaType": f"{OCI}.index.v1+json",
            "manifests": [descriptor(f"{OCI}.manifest.v1+json", child.encode()) for child in children],
        }
    )


CONFIG = json.dumps({"os": "linux", "architecture": "amd64", "rootfs": {"type": "layers", "diff_ids": []}}).encode()
LAYER, OTHER_LAYER = b"one layer", b"another layer"
IMAGE, OTHER = manifest(CONFIG, LAYER), manifest(CONFIG, OTHER_LAYER)
DIGEST = sha256(IMAGE.encode())
ABSENT = "sha256:" + "0" * 64
APP = "team/app"
POLICY = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Sid": "pull", "Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}],
    }
)
LIFECYCLE = json.dumps(
    {
        "rules": [
            {
                "rulePriority": 1,
                "description": "untagged images leave",
                "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 5},
                "action": {"type": "expire"},
            }
        ]
    }
)


def repositories():
    step(
        "a repository is made",
        "create_repository",
        shows=lambda a: (a["repository"]["imageTagMutability"], a["repository"]["repositoryName"])
        == ("MUTABLE", APP),
        repositoryName=APP,
        tags=[{"Key": "team", "Value": "a"}],
        imageScanningConfiguration={"scanOnPush": False},
    )
    step("it is made once", "create_repository", "RepositoryAlreadyExistsException", repositoryName=APP)
    step("capitals are no name", "create_repository", "InvalidParameterException", repositoryName="Team/App")
    step("another is made", "create_repository", repositoryName="team/other", imageTagMutability="IMMUTABLE")
    step(
        "the other is immutable",
        "describe_repositories",
        shows=lambda a: a["repositories"][0]["imageTagMutability"] == "IMMUTABLE",
        repositoryNames=["team/other"],
    )
    step("all are described", "describe_repositories", shows=lambda a: len(a["repositories"]) == 2)
    page = step(
        "a page is as long as was asked for",
        "describe_repositories",
        shows=lambda a: len(a["repositories"]) == 1 and "nextToken" in a,
        maxResults=1,
    )
    step(
        "the next page is the last",
        "describe_repositories",
        shows=lambda a: len(a["repositories"]) == 1 and "nextToken" not in a,
        maxResults=1,
        nextToken=page.get("nextToken", "none"),
    )
    step("one that is not there", "describe_repositories", "RepositoryNotFoundException", repositoryNames=["no/such"])
    step("another account's", "describe_repositories", "RepositoryNotFoundException", registryId="999999999999", repositoryNames=[APP])
    step(
        "tags can be made immutable but for some",
        "put_image_tag_mutability",
        shows=lambda a: a["imageTagMutabilityExclusionFilters"][0]["filter"] == "latest*",
        repositoryName="team/other",
        imageTagMutability="IMMUTABLE_WITH_EXCLUSION",
        imageTagMutabilityExclusionFilters=[{"filterType": "WILDCARD", "filter": "latest*"}],
    )
    step("of what is not there", "put_image_tag_mutability", "RepositoryNotFoundException", repositoryName="no/such", imageTagMutability="MUTABLE")


def attachments(arn):
    named = {"repositoryName": APP}
    step("no policy yet", "get_repository_policy", "RepositoryPolicyNotFoundException", **named)
    step("no policy to delete", "delete_repository_policy", "RepositoryPolicyNotFoundException", **named)
    step("a policy is set", "set_repository_policy", policyText=POLICY, **named)
    step("what is no policy", "set_repository_policy", "InvalidParameterException", policyText="{}", **named)
    step("it is got", "get_repository_policy", shows=lambda a: json.loads(a["policyText"]) == json.loads(POLICY), **named)
    step("it is deleted", "delete_repository_policy", **named)
    step("no lifecycle policy yet", "get_lifecycle_policy", "LifecyclePolicyNotFoundException", **named)
    step("no lifecycle policy to delete", "delete_lifecycle_policy", "LifecyclePolicyNotFoundException", **named)
    step("a lifecycle policy is put", "put_lifecycle_policy", lifecyclePolicyText=LIFECYCLE, **named)
    step("what is no lifecycle policy", "put_lifecycle_policy", "InvalidParameterException", lifecyclePolicyText="{}" + " " * 100, **named)
    step("the lifecycle policy is got", "get_lifecycle_policy", shows=lambda a: json.loads(a["lifecyclePolicyText"]) == json.loads(LIFECYCLE), **named)
    step("the lifecycle policy is deleted", "delete_lifecycle_policy", **named)
    step("tags are set", "tag_resource", resourceArn=arn, tags=[{"Key": "stage", "Value": "test"}])
    step(
        "they join those of its making",
        "list_tags_for_resource",
        shows=lambda a: sorted(tag["Key"] for tag in a["tags"]) == ["stage", "team"],
        resourceArn=arn,
    )
    step("one is removed", "untag_resource", resourceArn=arn, tagKeys=["team"])
    step("one is left", "list_tags_for_resource", shows=lambda a: [tag["Key"] for tag in a["tags"]] == ["stage"], resourceArn=arn)
    step("tags of what is not there", "list_tags_for_resource", "RepositoryNotFoundException", resourceArn=arn.replace(APP, "no/such"))
    step("tags of no ARN", "list_tags_for_resource", "InvalidParameterException", resourceArn="team/app")


def layers():
    named = {"repositoryName": APP}
    blobs("ecr", APP, CONFIG, LAYER, OTHER_LAYER)
    step(
        "layers are there or not",
        "batch_check_layer_availability",
        shows=lambda a: [one["layerAvailability"] for one in a["layers"]] == ["AVAILABLE", "UNAVAILABLE"],
        layerDigests=[sha256(LAYER), ABSENT],
        **named,
    )
    step(
        "what is no digest",
        "batch_check_layer_availability",
        shows=lambda a: a["failures"][0]["failureCode"] == "InvalidLayerDigest",
        layerDigests=["sha256:short"],
        **named,
    )
    empty = step("an upload begins", "initiate_layer_upload", **named).get("uploadId", ABSENT[7:43])
    step("one without a part", "complete_layer_upload", "EmptyUploadException", uploadId=empty, layerDigests=[sha256(LAYER)], **named)
    part = {"partFirstByte": 5, "partLastByte": 9, "layerPartBlob": b"12345"}
    step("a part too far", "upload_layer_part", "InvalidLayerPartException", uploadId=empty, **part, **named)
    step("a first part", "upload_layer_part", uploadId=empty, partFirstByte=0, partLastByte=4, layerPartBlob=b"12345", **named)
    step("another digest", "complete_layer_upload", "InvalidLayerException", uploadId=empty, layerDigests=[ABSENT], **named)
    small = step("an upload begins", "initiate_layer_upload", **named).get("uploadId", ABSENT[7:43])
    for first in (0, 5):
        part = {"partFirstByte": first, "partLastByte": first + 4, "layerPartBlob": b"12345"}
        step("small parts", "upload_layer_part", uploadId=small, **part, **named)
    step("one of them is too small", "complete_layer_upload", "LayerPartTooSmallException", uploadId=small, layerDigests=[sha256(b"1234512345")], **named)
    again = step("an upload begins", "initiate_layer_upload", **named).get("uploadId", ABSENT[7:43])
    step("the same bytes", "upload_layer_part", uploadId=again, partFirstByte=0, partLastByte=len(LAYER) - 1, layerPartBlob=LAYER, **named)
    step("a layer that is there", "complete_layer_upload", "LayerAlreadyExistsException", uploadId=again, layerDigests=[sha256(LAYER)], **named)
    nobody = "11111111-1111-4111-8111-111111111111"
    step("an upload of nobody", "complete_layer_upload", "UploadNotFoundException", uploadId=nobody, layerDigests=[sha256(LAYER)], **named)
    step("a layer that no image has", "get_download_url_for_layer", "LayerInaccessibleException", layerDigest=sha256(LAYER), **named)
    step("a layer that is not there", "get_download_url_for_layer", "LayersNotFoundException", layerDigest=ABSENT, **named)


def images():
    named = {"repositoryName": APP}
    step("an image that lacks a layer", "put_image", "LayersNotFoundException", imageManifest=manifest(CONFIG, b"not there"), imageTag="1", **named)
    step("an index that lacks an image", "put_image", "ReferencedImagesNotFoundException", imageManifest=index(IMAGE), imageTag="1", **named)
    step("what is no manifest", "put_image", "InvalidParameterException", imageManifest="{", imageTag="1", **named)
    step("an image is put", "put_image", shows=lambda a: a["image"]["imageId"] == {"imageDigest": DIGEST, "imageTag": "1"}, imageManifest=IMAGE, imageTag="1", **named)
    step("the same again", "put_image", "ImageAlreadyExistsException", imageManifest=IMAGE, imageTag="1", **named)
    step("under another digest", "put_image", "ImageDigestDoesNotMatchException", imageManifest=OTHER, imageDigest=ABSENT, **named)
    step("under another tag", "put_image", imageManifest=IMAGE, imageTag="latest", **named)
    step("another image", "put_image", imageManifest=OTHER, imageTag="2", **named)
    step("an index", "put_image", imageManifest=index(IMAGE, OTHER), imageTag="both", **named)
    signature = manifest(CONFIG, LAYER, artifactType="application/vnd.test", subject=descriptor(f"{OCI}.manifest.v1+json", IMAGE.encode()))
    step("an artifact that is about an image", "put_image", imageManifest=signature, **named)
    step("tags become immutable", "put_image_tag_mutability", imageTagMutability="IMMUTABLE", **named)
    step("a tag that is taken", "put_image", "ImageTagAlreadyExistsException", imageManifest=OTHER, imageTag="1", **named)
    step("tags become mutable", "put_image_tag_mutability", imageTagMutability="MUTABLE", **named)
    step("a layer's address", "get_download_url_for_layer", shows=lambda a: a["downloadUrl"].startswith("http"), layerDigest=sha256(LAYER), **named)
    step(
        "images by tag and digest, in their bytes",
        "batch_get_image",
        shows=lambda a: [image["imageManifest"] for image in a["images"]] == [IMAGE, IMAGE],
        imageIds=[{"imageTag": "1"}, {"imageDigest": DIGEST}],
        **named,
    )
    for what, given, code in (
        ("a tag that is not there", {"imageTag": "none"}, "ImageNotFound"),
        ("a digest that is not there", {"imageDigest": ABSENT}, "ImageNotFound"),
        ("neither of them", {}, "MissingDigestAndTag"),
        ("what is no digest", {"imageDigest": "sha256:short"}, "InvalidImageDigest"),
        ("a tag of another digest", {"imageTag": "2", "imageDigest": DIGEST}, "ImageTagDoesNotMatchDigest"),
    ):
        step(what, "batch_get_image", shows=lambda a: a["failures"][0]["failureCode"] == code, imageIds=[given], **named)
    step(
        "an image is described",
        "describe_images",
        shows=lambda a: (a["imageDetails"][0]["imageSizeInBytes"], sorted(a["imageDetails"][0]["imageTags"]))
        == (len(CONFIG) + len(LAYER), ["1", "latest"]),
        imageIds=[{"imageTag": "1"}],
        **named,
    )
    step("one that is not there is", "describe_images", "ImageNotFoundException", imageIds=[{"imageTag": "none"}], **named)
    step("those without a tag", "describe_images", shows=lambda a: len(a["imageDetails"]) == 1, filter={"tagStatus": "UNTAGGED"}, **named)
    step("tags are listed", "list_images", shows=lambda a: sorted(one["imageTag"] for one in a["imageIds"]) == ["1", "2", "both", "latest"], filter={"tagStatus": "TAGGED"}, **named)
    step("in pages", "list_images", shows=lambda a: len(a["imageIds"]) == 2 and "nextToken" in a, maxResults=2, **named)
    step("images of what is not there", "list_images", "RepositoryNotFoundException", repositoryName="no/such")
    step("what is about an image", "list_image_referrers", shows=lambda a: [one["artifactType"] for one in a["referrers"]] == ["application/vnd.test"], subjectId={"imageDigest": DIGEST}, **named)
    step("nothing is signed", "describe_image_signing_status", shows=lambda a: a["signingStatuses"] == [], imageId={"imageTag": "1"}, **named)
    step("nothing is replicated", "describe_image_replication_status", shows=lambda a: a["replicationStatuses"] == [], imageId={"imageTag": "1"}, **named)
    step("replication of what is not there", "describe_image_replication_status", "ImageNotFoundException", imageId={"imageTag": "none"}, **named)


def scans():
    named = {"repositoryName": APP}
    rule = {"scanFrequency": "SCAN_ON_PUSH", "repositoryFilters": [{"filter": "team/*", "filterType": "WILDCARD"}]}
    step("scans are set up", "put_registry_scanning_configuration", scanType="BASIC", rules=[rule])
    step("and read", "get_registry_scanning_configuration", shows=lambda a: a["scanningConfiguration"] == {"scanType": "BASIC", "rules": [rule]})
    step(
        "for a repository, too",
        "batch_get_repository_scanning_configuration",
        shows=lambda a: (a["scanningConfigurations"][0]["scanFrequency"], a["failures"][0]["failureCode"]) == ("SCAN_ON_PUSH", "REPOSITORY_NOT_FOUND"),
        repositoryNames=[APP, "no/such"],
    )
    step("a repository's own setting", "put_image_scanning_configuration", shows=lambda a: a["imageScanningConfiguration"]["scanOnPush"], imageScanningConfiguration={"scanOnPush": True}, **named)
    step("nothing was scanned yet", "describe_image_scan_findings", "ScanNotFoundException", imageId={"imageTag": "1"}, **named)
    step("an image that is not there", "describe_image_scan_findings", "ImageNotFoundException", imageId={"imageTag": "none"}, **named)
    step("a scan is started", "start_image_scan", shows=lambda a: a["imageScanStatus"]["status"] in ("PENDING", "IN_PROGRESS"), imageId={"imageTag": "1"}, **named)
    step("once a day", "start_image_scan", "LimitExceededException", imageId={"imageTag": "1"}, **named)
    step("not of an index", "start_image_scan", "UnsupportedImageTypeException", imageId={"imageTag": "both"}, **named)
    step("not of what is not there", "start_image_scan", "ImageNotFoundException", imageId={"imageTag": "none"}, **named)
    step("enhanced scans are switched on", "put_registry_scanning_configuration", scanType="ENHANCED", rules=[])
    step("they are not started", "start_image_scan", "ValidationException", imageId={"imageTag": "2"}, **named)
    step("and off", "put_registry_scanning_configuration", scanType="BASIC", rules=[])


def registry():
    step("the registry", "describe_registry", shows=lambda a: a["registryId"] == "123456789012" and a["replicationConfiguration"] == {"rules": []})
    copies = {"rules": [{"destinations": [{"region": "us-east-1", "registryId": "123456789012"}]}]}
    step("replication is set up", "put_replication_configuration", shows=lambda a: a["replicationConfiguration"] == copies, replicationConfiguration=copies)
    step("the registry says where it copies to", "describe_registry", shows=lambda a: a["replicationConfiguration"] == copies)
    step("nothing is replicated any more", "put_replication_configuration", replicationConfiguration={"rules": []})
    step("no policy of the registry yet", "get_registry_policy", "RegistryPolicyNotFoundException")
    step("no policy of the registry to delete", "delete_registry_policy", "RegistryPolicyNotFoundException")
    statement = {"Sid": "a", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::210987654321:root"}, "Action": ["ecr:CreateRepository"], "Resource": ["arn:aws:ecr:eu-west-1:123456789012:repository/*"]}
    text = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    step("the registry's policy is put", "put_registry_policy", policyText=text)
    step("the registry's policy is got", "get_registry_policy", shows=lambda a: json.loads(a["policyText"]) == json.loads(text))
    step("the registry's policy is deleted", "delete_registry_policy")
    step("a setting", "get_account_setting", shows=lambda a: a["value"] == "DISABLED", name="BLOB_MOUNTING")
    step("is changed", "put_account_setting", shows=lambda a: a["value"] == "ENABLED", name="BLOB_MOUNTING", value="ENABLED")
    step("not to anything", "put_account_setting", "ValidationException", name="BLOB_MOUNTING", value="SOMETIMES")
    template = {"prefix": "new", "appliedFor": ["CREATE_ON_PUSH"]}
    step("a template is made", "create_repository_creation_template", shows=lambda a: a["repositoryCreationTemplate"]["prefix"] == "new", **template)
    step("a template is made once", "create_repository_creation_template", "TemplateAlreadyExistsException", **template)
    step("a template is changed", "update_repository_creation_template", shows=lambda a: a["repositoryCreationTemplate"]["imageTagMutability"] == "IMMUTABLE", prefix="new", imageTagMutability="IMMUTABLE")
    step("templates are described", "describe_repository_creation_templates", shows=lambda a: len(a["repositoryCreationTemplates"]) == 1)
    step("a template is deleted", "delete_repository_creation_template", prefix="new")
    step("a template that is gone", "delete_repository_creation_template", "TemplateNotFoundException", prefix="new")
    step(
        "a login",
        "get_authorization_token",
        shows=lambda a: a["authorizationData"][0]["proxyEndpoint"].startswith("http"),
    )


def deletions():
    named = {"repositoryName": APP}
    step("an image is archived", "update_image_storage_class", shows=lambda a: a["imageStatus"] == "ARCHIVED", imageId={"imageTag": "latest"}, targetStorageClass="ARCHIVE", **{"repositoryName": "team/archive"})
    step("an image that an index has", "batch_delete_image", shows=lambda a: a["failures"][0]["failureCode"] == "ImageReferencedByManifestList", imageIds=[{"imageDigest": DIGEST}], **named)
    step("a tag", "batch_delete_image", shows=lambda a: a["imageIds"] == [{"imageDigest": DIGEST, "imageTag": "latest"}] and a["failures"] == [], imageIds=[{"imageTag": "latest"}], **named)
    step("a tag that is gone", "batch_delete_image", shows=lambda a: a["failures"][0]["failureCode"] == "ImageNotFound", imageIds=[{"imageTag": "latest"}], **named)
    step("a repository with images", "delete_repository", "RepositoryNotEmptyException", **named)
    step("with force", "delete_repository", shows=lambda a: a["repository"]["repositoryName"] == APP, force=True, **named)
    step("what is gone", "delete_repository", "RepositoryNotFoundException", **named)


def archive():
    """Where images can be archived: a repository of its own, since what an index has cannot be."""
    step("a repository is made", "create_repository", repositoryName="team/archive")
    blobs("ecr", "team/archive", CONFIG, LAYER)
    step("an image is put", "put_image", imageManifest=IMAGE, imageTag="latest", repositoryName="team/archive")


def tokens():
    step("who asks", "get_caller_identity", shows=lambda a: a["Account"] == "123456789012", service="sts")
    role = {"RoleArn": "arn:aws:iam::123456789012:role/ship", "RoleSessionName": "opinion"}
    shows = lambda a: a["AssumedRoleUser"]["Arn"] == "arn:aws:sts::123456789012:assumed-role/ship/opinion"
    step("a role is assumed", "assume_role", service="sts", shows=shows, **role)
    step("a role that trusts nobody", "assume_role", "AccessDenied", service="sts", **{**role, "RoleArn": "arn:aws:iam::123456789012:role/none"})
    token = os.environ.get("ECR_SHIP_ID_TOKEN", "none")
    step("by a token", "assume_role_with_web_identity", service="sts", shows=shows, WebIdentityToken=token, **role)
    step("by a token of nobody", "assume_role_with_web_identity", "InvalidIdentityToken", service="sts", WebIdentityToken="a.b.c", **role)


def public_registry():
    named = {"repositoryName": "app"}
    data = {"description": "an app", "operatingSystems": ["Linux"], "architectures": ["x86-64"]}
    made = public("a repository is made", "create_repository", shows=lambda a: a["catalogData"]["description"] == "an app", catalogData=data, tags=[{"Key": "team", "Value": "a"}], **named)
    arn = made.get("repository", {}).get("repositoryArn", "none")
    public("it is made once", "create_repository", "RepositoryAlreadyExistsException", **named)
    public("repositories are described", "describe_repositories", shows=lambda a: len(a["repositories"]) == 1)
    public("one that is not there", "describe_repositories", "RepositoryNotFoundException", repositoryNames=["none"])
    public("catalogue data", "get_repository_catalog_data", shows=lambda a: a["catalogData"]["operatingSystems"] == ["Linux"], **named)
    public("other catalogue data", "put_repository_catalog_data", shows=lambda a: a["catalogData"]["description"] == "other", catalogData={"description": "other"}, **named)
    public("registries", "describe_registries", shows=lambda a: a["registries"][0]["aliases"][0]["name"] == "local")
    public("the registry's name", "put_registry_catalog_data", displayName="Local")
    public("is read", "get_registry_catalog_data", shows=lambda a: a["registryCatalogData"]["displayName"] == "Local")
    public("a login", "get_authorization_token", shows=lambda a: "authorizationToken" in a["authorizationData"])
    public("no policy yet", "get_repository_policy", "RepositoryPolicyNotFoundException", **named)
    public("a policy is set", "set_repository_policy", policyText=POLICY, **named)
    public("is got", "get_repository_policy", **named)
    public("is deleted", "delete_repository_policy", **named)
    public("tags are set", "tag_resource", resourceArn=arn, tags=[{"Key": "stage", "Value": "test"}])
    public("are listed", "list_tags_for_resource", shows=lambda a: len(a["tags"]) == 2, resourceArn=arn)
    public("are removed", "untag_resource", resourceArn=arn, tagKeys=["team", "stage"])
    blobs("ecr-public", "app", CONFIG, LAYER)
    public("layers", "batch_check_layer_availability", shows=lambda a: a["layers"][0]["layerAvailability"] == "AVAILABLE", layerDigests=[sha256(LAYER)], **named)
    public("an image", "put_image", imageManifest=IMAGE, imageTag="1", **named)
    public("the same again", "put_image", "ImageAlreadyExistsException", imageManifest=IMAGE, imageTag="1", **named)
    public("images are described", "describe_images", shows=lambda a: a["imageDetails"][0]["imageTags"] == ["1"], **named)
    public("tags are described", "describe_image_tags", shows=lambda a: a["imageTagDetails"][0]["imageTag"] == "1", **named)
    public("a repository with images", "delete_repository", "RepositoryNotEmptyException", **named)
    public("an image is deleted", "batch_delete_image", shows=lambda a: a["failures"] == [], imageIds=[{"imageTag": "1"}], **named)
    public("a repository is deleted", "delete_repository", **named)


def main():
    # Nobody else is asked, whatever the machine has in its configuration.
    for service in ("ECR", "ECR_PUBLIC", "STS"):
        assert os.environ[f"AWS_ENDPOINT_URL_{service}"].startswith("http://127.0.0.1:")
    repositories()
    attachments(f"arn:aws:ecr:eu-west-1:123456789012:repository/{APP}")
    layers()
    images()
    scans()
    registry()
    archive()
    deletions()
    tokens()
    if os.environ.get("ECR_SHIP_PUBLIC") == "true":
        public_registry()
    report(steps=steps, problems=client.problems)


main()
