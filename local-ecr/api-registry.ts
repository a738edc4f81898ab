import { AwsError, invalidParameter } from './errors.ts';
import type { Operations } from './operation.ts';
import type { Registry } from './registry.ts';
import type { ReplicationRule, ScanningRule } from './state.ts';

/** Valid values of each account setting. Source: ECR API reference, PutAccountSetting. */
const accountSettings: Readonly<Record<string, readonly string[]>> = {
  BASIC_SCAN_TYPE_VERSION: ['AWS_NATIVE'],
  BLOB_MOUNTING: ['ENABLED', 'DISABLED'],
  REGISTRY_POLICY_SCOPE: ['V1', 'V2'],
};

/** Operations on the registry as a whole; IAM grants these only on all resources. */
export const registryOperations: Operations = {
  GetAuthorizationToken({ registry, host, caller }) {
    const { password, expiresAt } = registry.tokens.issue(caller.accessKeyId);
    return {
      authorizationData: [
        {
          authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
          expiresAt: expiresAt / 1000,
          proxyEndpoint: `http://${host}`,
        },
      ],
    };
  },

  DescribeRegistry: ({ registry }) => ({
    registryId: registry.accountId,
    replicationConfiguration: { rules: registry.state.replicationRules ?? [] },
  }),

  PutReplicationConfiguration({ registry, parameters }) {
    const { rules } = parameters.object('replicationConfiguration');
    if (!Array.isArray(rules)) throw invalidParameter('replicationConfiguration.rules', 'must not be null');
    registry.state.replicationRules = rules as ReplicationRule[];
    registry.save();
    return { replicationConfiguration: { rules: registry.state.replicationRules } };
  },

  GetRegistryPolicy: ({ registry }) => ({ registryId: registry.accountId, policyText: policyOf(registry) }),

  PutRegistryPolicy({ registry, parameters }) {
    const policyText = parameters.text('policyText', 0, 10_240);
    registry.state.policy = policyText;
    registry.save();
    return { registryId: registry.accountId, policyText };
  },

  DeleteRegistryPolicy({ registry }) {
    const policyText = policyOf(registry);
    delete registry.state.policy;
    registry.save();
    return { registryId: registry.accountId, policyText };
  },

  GetRegistryScanningConfiguration: ({ registry }) => ({
    registryId: registry.accountId,
    scanningConfiguration: { scanType: registry.state.scanType, rules: registry.state.scanRules },
  }),

  PutRegistryScanningConfiguration({ registry, parameters }) {
    const scanType = parameters.optionalText('scanType') ?? registry.state.scanType;
    if (!['BASIC', 'ENHANCED'].includes(scanType))
      throw invalidParameter('scanType', 'Member must satisfy enum value set: [BASIC, ENHANCED]');
    const rules = (parameters.optionalList('rules', 0, 2) ?? []) as ScanningRule[];
    const allowed = scanType === 'BASIC' ? ['SCAN_ON_PUSH', 'MANUAL'] : ['SCAN_ON_PUSH', 'CONTINUOUS_SCAN'];
    for (const { scanFrequency } of rules) {
      // That this pair is refused is documented; the wording is not.
      if (!allowed.includes(scanFrequency))
        throw new AwsError(
          'ValidationException',
          `The scan frequency ${scanFrequency} is not valid for scan type ${scanType}`,
        );
    }
    registry.state.scanType = scanType;
    registry.state.scanRules = rules;
    registry.save();
    return { registryScanningConfiguration: { scanType, rules } };
  },

  GetAccountSetting({ registry, parameters }) {
    const name = parameters.text('name');
    requireSetting(name);
    return { name, value: registry.state.accountSettings[name] ?? accountSettings[name]?.at(-1) };
  },

  PutAccountSetting({ registry, parameters }) {
    const [name, value] = [parameters.text('name'), parameters.text('value')];
    if (!requireSetting(name).includes(value))
      throw new AwsError(
        'ValidationException',
        `The value '${value}' is not valid for account setting '${name}'`,
      );
    registry.state.accountSettings[name] = value;
    registry.save();
    return { name, value };
  },
};

function policyOf({ state, accountId }: Registry): string {
  if (state.policy !== undefined) return state.policy;
  throw new AwsError(
    'RegistryPolicyNotFoundException',
    `Registry policy does not exist in the registry with id '${accountId}'`,
  );
}

function requireSetting(name: string): readonly string[] {
  const values = Object.hasOwn(accountSettings, name) ? accountSettings[name] : undefined;
  if (values === undefined)
    throw new AwsError('ValidationException', `The account setting '${name}' does not exist`);
  return values;
}
