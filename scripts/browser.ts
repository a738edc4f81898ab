import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ensureChromium } from './chromium.mjs';

/** A headless browser, controlled over a pipe: it opens no port and fetches nothing. */
export interface Browser {
  /** Shows a page with the given HTML at a width. Returns what can be asked of it. */
  show(html: string, width: number): Promise<Page>;
  stop(): Promise<void>;
}

export interface Page {
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** The whole page as PNG, by default at its own size. */
  picture(scale?: number): Promise<Buffer>;
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-pipe',
  '--hide-scrollbars',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Starts Chromium. Source: Chrome DevTools Protocol (Target, Page, Emulation, Runtime); messages end with a NUL in a pipe. */
export async function startBrowser(): Promise<Browser> {
  const { program, env } = await ensureChromium();
  const folder = await mkdtemp(join(tmpdir(), 'ecr-ship-browser-'));
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    env: { ...process.env, ...env, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const call = speak(child);
  const created = await call('Target.createTarget', { url: 'about:blank' });
  const attached = await call('Target.attachToTarget', { targetId: created['targetId'], flatten: true });
  const session = String(attached['sessionId']);
  const ask = (method: string, params: object) => call(method, params, session);
  const frame = (await ask('Page.getFrameTree', {}))['frameTree'] as {
    readonly frame: { readonly id: string };
  };
  return {
    async show(html, width) {
      await ask('Emulation.setDeviceMetricsOverride', {
        width,
        height: 800,
        deviceScaleFactor: 1,
        mobile: false,
      });
      await ask('Page.setDocumentContent', { frameId: frame.frame.id, html });
      return pageOf(ask, width);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Call = (method: string, params: object) => Promise<Readonly<Record<string, unknown>>>;

function pageOf(ask: Call, width: number): Page {
  const evaluate = async (expression: string) => {
    const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    return (result as { readonly value?: unknown }).value;
  };
  return {
    evaluate,
    async picture(scale = 1) {
      const height = Number(
        await evaluate("Math.ceil(document.querySelector('main').getBoundingClientRect().height)"),
      );
      const { data } = await ask('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale },
      });
      return Buffer.from(String(data), 'base64');
    },
  };
}

/** Sends requests and receives answers over the pipes 3 and 4. */
function speak(child: ChildProcess): (method: string, params: object, session?: string) => ReturnType<Call> {
  const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { done(answer: Answer): void; fail(error: Error): void }>();
  let rest = '';
  let last = 0;
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-2000)));
  // A broken pipe shows as the end of the process.
  for (const pipe of [to, from]) pipe.on('error', () => undefined);
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const answer = JSON.parse(text) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.done(answer);
    }
  });
  const fail = (why: string) => {
    for (const { fail } of waiting.values()) fail(new Error(why));
  };
  child.once('error', ({ message }) => {
    fail(`Chromium does not start: ${message}`);
  });
  child.once('exit', (code) => {
    fail(`Chromium has ended with exit code ${String(code)}: ${said.trim()}`);
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, {
        done({ result = {}, error }) {
          waiting.delete(id);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error.message}`));
        },
        fail: reject,
      });
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
}
