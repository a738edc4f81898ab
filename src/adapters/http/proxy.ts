import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Node 24.5 and newer read HTTP_PROXY, HTTPS_PROXY and NO_PROXY on request; older ones ignore the option. */
interface ProxyAgentOptions extends AgentOptions {
  readonly proxyEnv?: NodeJS.ProcessEnv;
}

/** The agents for requests over HTTP and HTTPS. */
export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** Agents for the AWS SDK's request handler, which keep connections between calls and use the job's proxy. */
export function proxyAwareAgents(): Agents {
  const options: ProxyAgentOptions = { keepAlive: true, maxSockets: 16, proxyEnv: process.env };
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
}
