const mostInstruction = 500;

/** The shell of a Dockerfile that has no SHELL. */
const usualShell = '/bin/sh -c ';

/**
 * Turns what builders record for each instruction back into a Dockerfile's instructions, in order. Takes off the
 * shell that was chosen before (`SHELL`), and the values of build arguments, which BuildKit and the classic builder
 * put before a command (`|1 TOKEN=x /bin/sh -c …`).
 * Source: moby/buildkit, frontend/dockerfile/dockerfile2llb/convert.go, commitToHistory; moby, builder/dockerfile.
 */
export function instructionsOf(createdBy: readonly string[]): string[] {
  let shells = [usualShell];
  return createdBy.map((made) => {
    const text = made
      .slice(0, mostInstruction * 20)
      .replace(/\s+/g, ' ')
      .replace(/ # buildkit$/, '')
      .trim();
    // The classic builder already puts the new shell before the SHELL instruction itself.
    const chosen = /(?:^|#\(nop\) )SHELL \[(.+)\]$/.exec(text)?.[1];
    if (chosen !== undefined) shells = [...new Set([`${chosen} `, usualShell])];
    return instructionOf(text, shells).slice(0, mostInstruction);
  });
}

function instructionOf(text: string, shells: readonly string[]): string {
  for (const shell of shells) {
    const nop = `${shell}#(nop) `;
    if (text.startsWith(nop)) return text.slice(nop.length).trim();
  }
  const isRun = ['RUN ', '|', ...shells].some((start) => text.startsWith(start));
  return isRun ? `RUN ${commandOf(text.replace(/^RUN /, ''), shells)}` : text;
}

/** Only the shell marks the end of the build arguments: the text before it cannot be split. */
function commandOf(text: string, shells: readonly string[]): string {
  const hasArguments = text.startsWith('|');
  for (const shell of shells) {
    const at = text.indexOf(shell);
    if (at === 0 || (hasArguments && at > 0)) return text.slice(at + shell.length);
  }
  return hasArguments ? '…' : text;
}
