import { connectionsAhead } from '../http/connections-ahead.ts';
import { partitionOf } from '../../types/regions.ts';
import { proxyAwareAgents, type Agents } from '../http/proxy.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Connections to the API of private registries, opened before anybody can call it. */
interface ApiAhead {
  /** Opens `count` connections to a region's API, once. */
  open(region: string, count: number): void;
  /** Hands a region's connections over. If there are none, or they were handed over already, none are opened ahead. */
  take(region: string): Agents;
}

/** @param variables tell where the API is */
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
 * The agents for requests to the API of private registries. Their connections open while the run is planned and the
 * SDK loads, which takes about as long as connecting to a distant server. If the SDK then calls another host, they
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

/** Variables that send requests another way than the usual one, or name a file that may do so. */
const otherWays = [
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
];

/**
 * The API's most likely address, before the SDK can tell; undefined if it is not obvious. Nothing is sent there.
 * Source: AWS General Reference, "Amazon ECR endpoints and quotas"; AWS SDKs and Tools Reference Guide,
 * "Service-specific endpoints".
 */
export function likelyApi(region: string, variables: Variables): URL | undefined {
  if (otherWays.some((name) => (variables[name] ?? '') !== '')) return undefined;
  const own = [variables['AWS_ENDPOINT_URL_ECR'], variables['AWS_ENDPOINT_URL']].find(Boolean);
  if (own !== undefined && variables['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() !== 'true')
    return URL.canParse(own) ? new URL(own) : undefined;
  return partitionOf(region) === 'aws' ? new URL(`https://api.ecr.${region}.amazonaws.com/`) : undefined;
}
