const colours = {
  blue: '\u001b[34m',
  cyan: '\u001b[36m',
  red: '\u001b[31m',
  yellow: '\u001b[33m',
  dim: '\u001b[2m',
  bold: '\u001b[1m',
  reset: '\u001b[0m',
};

/**
 * Turns a step's raw output, chunk by chunk, into the log as GitHub shows it: with groups and annotations, and with
 * secrets hidden.
 */
export function logRenderer(write: (line: string) => void): { push(chunk: string): void; end(): void } {
  let rest = '';
  const line = lineRenderer(write);
  return {
    push(chunk) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(line);
    },
    end() {
      if (rest !== '') line(rest);
    },
  };
}

const annotations: Readonly<Record<string, readonly [colour: string, word: string]>> = {
  error: [colours.red, 'Error'],
  warning: [colours.yellow, 'Warning'],
  notice: [colours.blue, 'Notice'],
};

/** Takes one whole line after the other, and obeys those that are commands. */
function lineRenderer(write: (line: string) => void): (raw: string) => void {
  let indent = '';
  let stopToken: string | undefined;
  const secrets: string[] = [];
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);

  const obey = (name: string, value: string) => {
    const [colour, word] = annotations[name] ?? [];
    if (colour !== undefined && word !== undefined) {
      write(`${colour}${word}: ${hide(value)}${colours.reset}`);
      return;
    }
    switch (name) {
      case 'stop-commands':
        stopToken = value;
        break;
      case 'add-mask':
        if (value !== '') secrets.push(value);
        break;
      case 'group':
        write(`${colours.bold}▼ ${hide(value)}${colours.reset}`);
        indent = '  ';
        break;
      case 'endgroup':
        indent = '';
        break;
      case 'debug':
        break;
      default:
        write(indent + hide(`::${name}::${value}`));
    }
  };

  return (raw) => {
    const [, name, , escaped = ''] = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(raw) ?? [];
    if (name === undefined || (stopToken !== undefined && name !== stopToken)) write(indent + hide(raw));
    else if (name === stopToken) stopToken = undefined;
    else obey(name, unescape(escaped));
  };
}

function unescape(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
