/** What the log tells while the job runs: one or more plain lines. */
export interface Message {
  /** `notice` and `warning` are also shown as annotations. */
  readonly level: 'info' | 'notice' | 'warning';
  readonly text: string;
}

export function info(text: string): Message {
  return { level: 'info', text };
}

export function notice(text: string): Message {
  return { level: 'notice', text };
}

export function warning(text: string): Message {
  return { level: 'warning', text };
}
