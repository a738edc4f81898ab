import type { ProbeAnswer } from '../ports.ts';
import type { Proof, SmokeTest } from '../types/smoke.ts';

/** What `docker container inspect` says about a container. Source: moby, api/types/container. */
export interface ContainerState {
  readonly state: {
    readonly Running?: boolean;
    readonly Status?: string;
    readonly ExitCode?: number;
    readonly OOMKilled?: boolean;
    readonly Error?: string;
    readonly Health?: {
      readonly Status?: string;
      readonly Log?: readonly { readonly Output?: string }[] | null;
    } | null;
  };
  readonly ports: Readonly<Record<string, readonly { readonly HostPort?: string }[] | null>> | null;
}

interface Judged {
  readonly isPassed: boolean;
  readonly detail: string;
}

/** Judges a container by its own state; undefined while it runs and the test has to go on. */
export function judgeState({ proof, memory }: SmokeTest, { state }: ContainerState): Judged | undefined {
  if (state.Running !== true && state.Status !== 'created') {
    const code = String(state.ExitCode ?? 'unknown');
    if (state.OOMKilled === true)
      return {
        isPassed: false,
        detail: `it needed more memory than the ${memory} that it may have (memory in the test)`,
      };
    const why =
      state.Error === undefined || state.Error === ''
        ? ''
        : `, and docker says: ${state.Error.slice(0, 300)}`;
    if (proof.kind === 'command')
      return { isPassed: state.ExitCode === 0, detail: `it ended with exit code ${code}${why}` };
    return { isPassed: false, detail: `it ended with exit code ${code} before it answered${why}` };
  }
  if (proof.kind !== 'health') return undefined;
  const { Health } = state;
  if (Health === undefined || Health === null)
    return { isPassed: false, detail: 'the image has no HEALTHCHECK, which the test asks for' };
  if (Health.Status === 'healthy') return { isPassed: true, detail: 'its HEALTHCHECK says healthy' };
  if (Health.Status !== 'unhealthy') return undefined;
  const said = (Health.Log?.at(-1)?.Output ?? '').trim().slice(0, 300);
  return { isPassed: false, detail: `its HEALTHCHECK says unhealthy${said === '' ? '' : `: ${said}`}` };
}

/** Judges an answer. One that is not final may be followed by a better one. */
export function judgeAnswer(proof: Proof, answer: ProbeAnswer): Judged & { readonly isFinal: boolean } {
  if (answer.kind === 'none')
    return { isFinal: false, isPassed: false, detail: `it did not answer: ${answer.why}` };
  const said = `it answered ${String(answer.status)} ${short(answer.body)}`.trimEnd();
  if (proof.kind === 'lambda') {
    // The emulator also answers 200 if the function fails; the body then holds the error's type and message.
    const isError = answer.status !== 200 || /^\s*\{[^]*"error(?:Type|Message)"\s*:/.test(answer.body);
    return { isFinal: true, isPassed: !isError, detail: said };
  }
  if (proof.kind !== 'http') return { isFinal: false, isPassed: false, detail: said };
  const isRight =
    answer.status === proof.status && (proof.body === undefined || answer.body.includes(proof.body));
  if (isRight) return { isFinal: true, isPassed: true, detail: `it answered ${String(answer.status)}` };
  const wanted = proof.body === undefined ? '' : ` with ${JSON.stringify(proof.body)} in its body`;
  return { isFinal: false, isPassed: false, detail: `${said}, and not ${String(proof.status)}${wanted}` };
}

function short(body: string): string {
  const text = body.trim().replace(/\s+/g, ' ');
  if (text === '') return '';
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 299)}…` : text);
}
