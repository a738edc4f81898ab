import { Agent } from 'node:http';
import { isIP, Socket } from 'node:net';

/** Opens connections before anybody asks for them: a new one takes two round trips, and with TLS three. */
export interface Ahead {
  /** Opens as many to the server of an address as are missing to so many. Does nothing where a proxy stands between; never fails. */
  open(url: URL, count: number): void;
}

/**
 * A server that waits for a request ends a connection after a minute, and some say 408 on it first, which would be taken for the
 * answer to whatever is asked then. Source: node, http, server.headersTimeout; Elastic Load Balancing, "HTTP 408". In milliseconds.
 */
const usualUseMs = 20_000;

/**
 * Gives the requests of an agent connections that are there already. One that ends while nobody uses it is forgotten, and
 * one that nobody has used for a while is closed. None keeps the process alive.
 * @param agentOf the agent that requests to an address go by; a proxy's is none of node's own, and has ways of its own
 * @param useMs for how long they are of use
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
