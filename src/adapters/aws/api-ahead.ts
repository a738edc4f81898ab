import { connectionsAhead } from '../http/connections-ahead.ts';
import { partitionOf } from '../../types/regions.ts';
import { proxyAwareAgents, type Agents } from '../http/proxy.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Connections to the API of private registries that are opened before anybody can ask it anything. */
export interface ApiAhead {
  /** Opens so many to the API of a region, once. */
  open(region: string, count: number): void;
  /** Hands them over. Where there are none, or they have been handed over, nothing is opened before it is needed. */
  take(region: string): Agents;
}

/** @param variables say where the API is */
export function apiAhead(variables: Variables): ApiAhead {
  const opened = new Map<string, Agents>();
  return {
    open(region, count) {
      if (!opened.has(region)) opened.set(region, connectToApi(region, variables, count));
    },
    take(region) {
      const agents = opened.get(region) ?? proxyAwareAgents();
      opened.delete(region);
      return agents;
    },
  };
}

/**
 * What requests to the API of private registries go by, with connections that open while the run is planned and the SDK loads,
 * which takes as long as a server far away takes for them. Where they are of no use, because the SDK asks another host, they
 * end unused.
 */
export function connectToApi(region: string, variables: Variables, count: number): Agents {
  const agents = proxyAwareAgents();
  const url = likelyApi(region, variables);
  if (url !== undefined)
    connectionsAhead(({ protocol }) => (protocol === 'https:' ? agents.httpsAgent : agents.httpAgent)).open(
      url,
      count,
    );
  return agents;
}

/** What says that requests go by another way than the usual one, or that a file may say so. */
const otherWays = [
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
];

/**
 * Where the API of private registries most likely is, before the SDK can say it; undefined where that is not plain to see.
 * Nothing is sent there. Source: AWS General Reference, "Amazon ECR endpoints and quotas"; AWS SDKs and Tools Reference Guide,
 * "Service-specific endpoints".
 */
export function likelyApi(region: string, variables: Variables): URL | undefined {
  if (otherWays.some((name) => (variables[name] ?? '') !== '')) return undefined;
  const own = [variables['AWS_ENDPOINT_URL_ECR'], variables['AWS_ENDPOINT_URL']].find(Boolean);
  if (own !== undefined && variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() !== 'true')
    return URL.canParse(own) ? new URL(own) : undefined;
  return partitionOf(region) === 'aws' ? new URL(`https://api.ecr.${region}.amazonaws.com/`) : undefined;
}
