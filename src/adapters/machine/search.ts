import { runInNewContext } from 'node:vm';
import type { Search } from '../../types/rules.ts';

/** What is found at all is found in microseconds. */
const mostMs = 1000;

/**
 * Nothing else can end a search: while it goes on, no timer and no signal comes through. The expression is not run in
 * another context, it is only watched from one. Source: Node.js documentation, vm, `timeout`.
 */
export const search: Search = (expression, text) => {
  const find = () => expression.exec(text);
  try {
    return runInNewContext('find()', { find }, { timeout: mostMs }) as ReturnType<typeof find>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'endless';
    throw error;
  }
};
