import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Node 24.5 and newer read HTTP_PROXY, HTTPS_PROXY and NO_PROXY when asked to; older ones ignore the option. */
interface ProxyAgentOptions extends AgentOptions {
  readonly proxyEnv?: NodeJS.ProcessEnv;
}

/** What requests over HTTP and HTTPS go by. */
export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** Connections that are kept between calls and go through the job's proxy, for the AWS SDK's request handler. */
export function proxyAwareAgents(): Agents {
  const options: ProxyAgentOptions = { keepAlive: true, maxSockets: 16, proxyEnv: process.env };
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
}
