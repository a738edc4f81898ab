import { expect, test } from '@jest/globals';
import { actingIn } from '../../support/acting.ts';

test.each([
  ['a mention', 'x @team/all'],
  ['a mention that is escaped', 'x &#64;team/all'],
  ['a mention in the title of what is folded', '<details><summary>@team/all</summary>\n</details>'],
  ['a fence that the text ends', '```text\na\n```\n@team/all\n```'],
  ['a picture', '![x](https://evil.example/x.png)'],
  ['a picture of HTML', 'a <img src=x onerror=alert(1)>'],
  ['a link', '[0wned](https://evil.example)'],
  ['a heading', 'x\n\n# 0wned'],
])('whoever looks for what acts finds %s', (_, markdown) => {
  expect(actingIn(markdown)).toBeDefined();
  expect(actingIn(`\`\`\`\`text\n${markdown}\n\`\`\`\``)).toBeUndefined();
});
