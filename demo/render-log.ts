const colours = {
  blue: '\u001b[34m',
  cyan: '\u001b[36m',
  red: '\u001b[31m',
  yellow: '\u001b[33m',
  dim: '\u001b[2m',
  bold: '\u001b[1m',
  reset: '\u001b[0m',
};

/** Turns a step's raw output, chunk by chunk, into the log as GitHub shows it: groups, annotations, hidden secrets. */
export function logRenderer(write: (line: string) => void): { push(chunk: string): void; end(): void } {
  let rest = '';
  let indent = '';
  let stopToken: string | undefined;
  const secrets: string[] = [];

  function line(raw: string): void {
    const command = /^::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(raw);
    if (command === null || (stopToken !== undefined && command[1] !== stopToken)) {
      write(indent + hide(raw));
      return;
    }
    const [, name = '', , escaped = ''] = command;
    const value = unescape(escaped);
    if (name === stopToken) stopToken = undefined;
    else obey(name, value);
  }

  function obey(name: string, value: string): void {
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
      case 'error':
        write(`${colours.red}Error: ${hide(value)}${colours.reset}`);
        break;
      case 'warning':
        write(`${colours.yellow}Warning: ${hide(value)}${colours.reset}`);
        break;
      case 'notice':
        write(`${colours.blue}Notice: ${hide(value)}${colours.reset}`);
        break;
      case 'debug':
        break;
      default:
        write(indent + hide(`::${name}::${value}`));
    }
  }

  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);

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

function unescape(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
