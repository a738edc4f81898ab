import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { Log } from '../../ports.ts';
import type { Secrets } from '../machine/secrets.ts';
import { shortHashes, visible, withoutOrders } from '../../types/text.ts';

// The few commands that a post step needs, without @actions/core, which takes longer to load than a post step's whole
// work.

/** The runner's log, as plain lines and annotations without secrets. Source: GitHub docs, "Workflow commands". */
export function runnerLog({ hide }: Pick<Secrets, 'hide'>): Log {
  const fit = (text: string) => shown(hide(text));
  return {
    info: (text) => {
      write(fit(text));
    },
    debug: (text) => {
      command('debug', '', fit(shortHashes(text)));
    },
    notice: (text) => {
      command('notice', ' title=ecr-ship', fit(shortHashes(text)));
    },
    warning: (text) => {
      command('warning', ' title=ecr-ship', fit(shortHashes(text)));
    },
    group: async (_, work) => work(),
  };
}

/** Sets a variable for the later steps of the job. Source: GitHub docs, "Environment files". */
export function exportVariable(name: string, value: string): void {
  process.env[name] = value;
  const file = process.env['GITHUB_ENV'] ?? '';
  if (file === '') return;
  const delimiter = delimiterFor(value);
  appendFileSync(file, [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL), 'utf8');
}

/**
 * A delimiter that the value does not contain. A random one would load node's cryptography, which takes longer than
 * most post steps.
 */
function delimiterFor(value: string): string {
  for (let number = 0; ; number += 1) {
    const delimiter = `ghadelimiter_${number.toString(16)}`;
    if (!value.includes(delimiter)) return delimiter;
  }
}

/** Hides a secret in all later log lines. Source: GitHub docs, "Workflow commands", Masking a value. */
export function mask(secret: string): void {
  const data = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  if (secret.trim() !== '') write(`::add-mask::${data}`);
}

function command(name: string, properties: string, text: string): void {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  write(`::${name}${properties}::${data}`);
}

function write(line: string): void {
  process.stdout.write(`${line}${EOL}`);
}

/** Makes a text fit for the log: nothing in it acts on the runner or on a terminal. */
function shown(text: string): string {
  return withoutOrders(visible(text.replace(/\r\n?/g, '\n')));
}
