// The role that a workflow of one repository ships with, and the repository that it ships to.
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface ShipProps extends StackProps {
  /** Owner and name of the repository at GitHub, and their numbers: gh api repos/OWNER/NAME --jq '.owner.id, .id' */
  readonly github: {
    readonly owner: string;
    readonly name: string;
    readonly ownerId: number;
    readonly nameId: number;
  };
  readonly repositoryName: string;
}

export class Ship extends Stack {
  constructor(scope: Construct, id: string, { github, repositoryName, ...props }: ShipProps) {
    super(scope, id, props);

    const repository = new ecr.Repository(this, 'Repository', {
      repositoryName,
      imageTagMutability: ecr.TagMutability.IMMUTABLE_WITH_EXCLUSION,
      // Tags that are meant to move; all others can be set once.
      imageTagMutabilityExclusionFilters: [
        ecr.ImageTagMutabilityExclusionFilter.wildcard('latest'),
        ecr.ImageTagMutabilityExclusionFilter.wildcard('main'),
      ],
      lifecycleRules: [
        {
          description: 'what was pushed and got no tag',
          tagStatus: ecr.TagStatus.UNTAGGED,
          maxImageAge: Duration.days(14),
        },
        { description: 'the newest 50 stay', tagPatternList: ['*'], maxImageCount: 50 },
      ],
    });

    // One for the whole registry: leave this out where it has one, and see that its rules hold for this repository.
    new ecr.CfnRegistryScanningConfiguration(this, 'Scanning', {
      scanType: 'BASIC',
      rules: [
        { scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }] },
      ],
    });

    // An account has one provider for an address; where it is there already, take it with fromOidcProviderArn.
    const provider = new iam.OidcProviderNative(this, 'GitHub', {
      url: 'https://token.actions.githubusercontent.com',
      clientIds: ['sts.amazonaws.com'],
    });
    const { owner, name, ownerId, nameId } = github;
    // The second form is that of repositories that were made, renamed or moved since 2026-07-15.
    const subjects = [`repo:${owner}/${name}`, `repo:${owner}@${String(ownerId)}/${name}@${String(nameId)}`];
    const refs = ['ref:refs/heads/main', 'ref:refs/tags/v*'];
    const role = new iam.Role(this, 'Role', {
      roleName: 'ship',
      assumedBy: new iam.WebIdentityPrincipal(provider.oidcProviderArn, {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: {
          'token.actions.githubusercontent.com:sub': subjects.flatMap((subject) =>
            refs.map((ref) => `${subject}:${ref}`),
          ),
        },
      }),
    });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ecr:GetAuthorizationToken', 'ecr:GetRegistryScanningConfiguration'],
        resources: ['*'],
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchDeleteImage',
          'ecr:BatchGetImage',
          'ecr:BatchGetRepositoryScanningConfiguration',
          'ecr:CompleteLayerUpload',
          'ecr:DescribeImageScanFindings',
          'ecr:DescribeImages',
          'ecr:DescribeRepositories',
          'ecr:GetDownloadUrlForLayer',
          'ecr:InitiateLayerUpload',
          'ecr:PutImage',
          'ecr:StartImageScan',
          'ecr:UploadLayerPart',
        ],
        resources: [repository.repositoryArn],
      }),
    );

    new CfnOutput(this, 'RoleToAssume', { value: role.roleArn });
    new CfnOutput(this, 'RepositoryUri', { value: repository.repositoryUri });
  }
}
