# The role that a workflow of one repository ships with, and the repository that it ships to.
# terraform apply -var github_repository=my-org/my-repo -var github_ids=123456/789012

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.8" # image_tag_mutability_exclusion_filter
    }
  }
}

variable "github_repository" {
  type        = string
  description = "owner/name"
}

variable "github_ids" {
  type        = string
  description = "The numbers of owner and repository: gh api repos/OWNER/NAME --jq '\"\\(.owner.id)/\\(.id)\"'"
}

variable "repository_name" {
  type    = string
  default = "team/app"
}

locals {
  owner    = split("/", var.github_repository)[0]
  name     = split("/", var.github_repository)[1]
  owner_id = split("/", var.github_ids)[0]
  name_id  = split("/", var.github_ids)[1]
  # The second form is that of repositories that were made, renamed or moved since 2026-07-15.
  subjects = [
    "repo:${local.owner}/${local.name}",
    "repo:${local.owner}@${local.owner_id}/${local.name}@${local.name_id}",
  ]
  refs = ["ref:refs/heads/main", "ref:refs/tags/v*"]
}

# An account has one provider for an address; where it is there already, take it with a data source of this type.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = [for pair in setproduct(local.subjects, local.refs) : join(":", pair)]
    }
  }
}

data "aws_iam_policy_document" "ship" {
  statement {
    actions = [
      "ecr:GetAuthorizationToken",
      "ecr:GetRegistryScanningConfiguration",
    ]
    resources = ["*"]
  }

  statement {
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchDeleteImage",
      "ecr:BatchGetImage",
      "ecr:BatchGetRepositoryScanningConfiguration",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImageScanFindings",
      "ecr:DescribeImages",
      "ecr:DescribeRepositories",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:StartImageScan",
      "ecr:UploadLayerPart",
    ]
    resources = [aws_ecr_repository.app.arn]
  }
}

resource "aws_iam_role" "ship" {
  name               = "ship"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "ship" {
  name   = "ship"
  role   = aws_iam_role.ship.id
  policy = data.aws_iam_policy_document.ship.json
}

resource "aws_ecr_repository" "app" {
  name                 = var.repository_name
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  # Tags that are meant to move; all others can be set once.
  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "main"
    filter_type = "WILDCARD"
  }
}

# One for the whole registry: merge these rules with those that it has.
resource "aws_ecr_registry_scanning_configuration" "registry" {
  scan_type = "BASIC"

  rule {
    scan_frequency = "SCAN_ON_PUSH"

    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "what was pushed and got no tag"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "the newest 50 stay"
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = 50 }
        action       = { type = "expire" }
      },
    ]
  })
}

output "role_to_assume" {
  value = aws_iam_role.ship.arn
}

output "repository" {
  value = aws_ecr_repository.app.repository_url
}
