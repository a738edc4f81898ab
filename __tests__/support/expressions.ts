import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions refer to: `{ needs: { image: { outputs: … } } }`. */
export type Contexts = Readonly<Record<string, unknown>>;

/**
 * Evaluates the expressions of a workflow's text, with GitHub's own evaluator. A name that is not in a context is an
 * error; on GitHub it is empty, but nothing may be missing in our workflows.
 */
export function evaluated(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluateOne(expression, contexts).coerceString(),
  );
}

/** The value of an expression, as in JSON. */
export function valueOf(expression: string, contexts: Contexts): unknown {
  const bare = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(expression)?.[1] ?? expression;
  return JSON.parse(JSON.stringify(evaluateOne(bare, contexts), data.replacer)) as unknown;
}

function evaluateOne(expression: string, contexts: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression.trim()).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const value = new Evaluator(tree, context).evaluate();
  if (value.kind === data.Kind.Null) throw new Error(`${expression.trim()} is not there`);
  return value;
}
