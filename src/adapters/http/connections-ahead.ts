import { Agent } from 'node:http';
import { isIP, Socket } from 'node:net';

/** Opens connections before they are needed: a new one takes two round trips, or three with TLS. */
interface Ahead {
  /**
   * Opens connections to the server of an address until `count` of them wait to be used. Does nothing if there is a proxy; never
   * throws.
   */
  open(url: URL, count: number): void;
}

/**
 * A server closes a connection that waits for a request after a minute; some first send a 408, which would be taken
 * for the answer to the next request. Source: node, http, server.headersTimeout; Elastic Load Balancing, "HTTP 408".
 * In milliseconds.
 */
const usualUseMs = 20_000;

/**
 * Lets an agent's requests use connections that are already open. A connection that ends unused is forgotten, and one
 * that stays unused for a while is closed. None keeps the process alive.
 * @param agentOf the agent for requests to an address; a proxy's agent is not node's own, and opens connections in its own
 *   way
 * @param useMs for how long they can be used
 */
export function connectionsAhead(agentOf: (url: URL) => unknown, useMs = usualUseMs): Ahead {
  const ready: Waiting[] = [];
  let made: Agent | undefined;
  let connect: Connect = () => undefined;
  const take = (host: string) => {
    const at = ready.findIndex((waiting) => waiting.host === host);
    return at < 0 ? undefined : ready.splice(at, 1)[0]?.release();
  };
  return {
    open(url, count) {
      const agent = agentOf(url);
      if (!(agent instanceof Agent)) return;
      const [host, port] = addressOf(url);
      if (made !== agent) {
        made = agent;
        const own: Connect = agent.createConnection.bind(agent);
        connect = own;
        agent.createConnection = (options, done) =>
          take(`${String(options.host)}:${String(options.port)}`) ?? own(options, done);
      }
      const line = { host, port, servername: isIP(host) === 0 ? host : '' };
      const isThere = ready.filter((waiting) => waiting.host === `${host}:${String(port)}`).length;
      for (let opened = isThere; opened < count; opened += 1) {
        const socket = connect(line);
        if (!(socket instanceof Socket)) return;
        ready.push(hold(socket, { host: `${host}:${String(port)}`, useMs }, ready));
      }
    },
  };
}

type Connect = Agent['createConnection'];

/** A connection that nobody uses yet. */
interface Waiting {
  readonly host: string;
  /** Hands it over. */
  readonly release: () => Socket;
}

function hold(
  socket: Socket,
  { host, useMs }: { readonly host: string; readonly useMs: number },
  among: Waiting[],
): Waiting {
  const forget = () => {
    const at = among.indexOf(waiting);
    if (at >= 0) among.splice(at, 1);
    clearTimeout(timer);
    socket.destroy();
  };
  const timer = setTimeout(forget, useMs).unref();
  const ends = ['end', 'close', 'error', 'timeout'];
  for (const end of ends) socket.on(end, forget);
  socket.unref();
  const waiting: Waiting = {
    host,
    release() {
      clearTimeout(timer);
      for (const end of ends) socket.off(end, forget);
      return socket.ref();
    },
  };
  return waiting;
}

function addressOf({ hostname, port, protocol }: URL): [string, number] {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return [host, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)];
}
