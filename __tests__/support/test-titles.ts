import ts from 'typescript';

/**
 * The titles of a test file as they are written: the arguments of `describe` and `test`, and the texts of the table of
 * a `test.each`, which name its cases.
 */
export function titlesOf(text: string): ReadonlySet<string> {
  const titles = new Set<string>();
  const texts = (node: ts.Node, deep: boolean): void => {
    if (ts.isStringLiteralLike(node)) titles.add(node.text);
    if (deep)
      ts.forEachChild(node, (child) => {
        texts(child, true);
      });
  };
  // The values of the file's names, such as the rows of a table.
  const named = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      named.set(node.name.text, node.initializer);
    if (ts.isCallExpression(node) && /^(?:describe|test)\b/.test(node.expression.getText())) {
      const isTable = /^(?:describe|test)(?:\.\w+)*\.each$/.test(node.expression.getText());
      for (const each of isTable ? node.arguments : node.arguments.slice(0, 1)) {
        const meant = ts.isIdentifier(each) ? named.get(each.text) : undefined;
        texts(meant ?? each, isTable);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', text, ts.ScriptTarget.Latest, true));
  return titles;
}
