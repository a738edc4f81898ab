import { describe, expect, test } from '@jest/globals';
import { parseTagRules } from '../../../src/inputs/tags/rules.ts';

describe('what is not a tag is refused with the right word', () => {
  test.each([
    {
      line: 'ghcr.io/team/app:v1',
      says: 'tag names only, for the input repository says where they are; did you mean v1?',
    },
    { line: 'team/app:v1', says: 'did you mean v1?' },
    { line: 'app:latest', says: 'did you mean latest?' },
    { line: 'localhost:5000/app:1.0', says: 'did you mean 1.0?' },
    { line: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app', says: 'tag names only' },
    { line: 'docker.io/app', says: 'tag names only' },
    { line: `app@sha256:${'a'.repeat(64)}`, says: 'tag names only' },
    { line: 'ghcr.io/app:{{sha}}', says: 'did you mean {{sha}}?' },
    { line: 'type=raw,value=ghcr.io/app:v1', says: 'did you mean v1?' },
    { line: '- type=sha', says: 'one rule a line, without the hyphen of a YAML list: type=sha' },
    { line: '- "v1"', says: 'without the hyphen of a YAML list: v1' },
    { line: '["v1"]', says: 'one rule a line, not JSON: v1' },
    { line: '["v1", "latest"]', says: 'not JSON: v1 and latest, each on a line of its own' },
    { line: '[v1, latest]', says: 'not JSON: v1 and latest' },
    { line: `sha256:${'a'.repeat(64)}`, says: 'a digest names an image and is not a tag' },
    { line: "'v1'", says: 'v1, without quotes' },
    { line: '`v1`', says: 'v1, without quotes' },
    { line: '$VERSION', says: 'write ${{ env.VERSION }}' },
    { line: '${VERSION}', says: 'write ${{ env.VERSION }}' },
    { line: '%VERSION%', says: 'write ${{ env.VERSION }}' },
    { line: '|', says: 'goes after the colon in YAML' },
    { line: '>-', says: 'goes after the colon in YAML' },
    { line: 'v1;latest', says: 'one tag a line: "v1" and "latest", without ;' },
    { line: String.raw`v1\nlatest`, says: 'one tag a line: "v1" and "latest"' },
    { line: 'v1=2', says: 'a tag without =' },
    { line: 'valeu=v1', says: 'did you mean value?' },
    { line: '[', says: 'not JSON' },
    { line: '{"tag":"v1"}', says: 'not JSON' },
    { line: 'type: sha', says: 'type=sha, with an equals sign and not a colon' },
    { line: '"type": "sha"', says: 'type=sha, with an equals sign' },
    { line: 'v1 latest', says: 'one tag a line: "v1" and "latest" are 2' },
    { line: '1.0=x', says: 'a tag without =' },
    { line: 'tag=v1', says: 'a tag without =, or attributes such as type=raw,value=v1' },
    { line: 'v1,latest', says: 'tags stand on lines of their own' },
  ])('$line', ({ line, says }) => {
    expect(parseTagRules(line)).toEqual({
      ok: false,
      bad: [{ item: line, allowed: expect.stringContaining(says), line: 1 }],
    });
  });

  test.each([
    'feature/x',
    'v1.2/x',
    '-weird',
    "{{date 'HH:mm'}}",
    "{{date 'YYYY' tz='UTC'}}-x",
    'type=raw,value=My release',
    'type=raw,value=a=b',
    'type=raw,value=ghcr.io/app:v1,enable=false',
    '2026-01-31T10:00:00Z',
  ])('%s is one', (line) => {
    expect(parseTagRules(line).ok).toBe(true);
  });
});

describe('an attribute that an expression left empty is not given', () => {
  test.each([
    { line: 'type=semver,pattern={{version}},value=,match=', like: { value: undefined, match: undefined } },
    { line: 'type=edge,branch=', like: { branch: undefined } },
    {
      line: 'type=match,pattern=(a),group=,value=,priority=',
      like: { group: 0, value: undefined, priority: 800 },
    },
    { line: 'type=schedule,pattern=', like: { pattern: 'nightly' } },
    { line: 'type=sha,format=,moves=', like: { format: 'short', moves: undefined } },
    { line: 'type=raw,value=', like: { type: 'raw', value: '' } },
    { line: 'type=raw,value=,enable=false', like: { value: '', enable: 'false' } },
    { line: 'type=,value=x', like: { type: 'raw', value: 'x' } },
    { line: 'type=sha,prefix=,suffix=', like: { prefix: '', suffix: '' } },
    { line: 'type=sha,enable="True"', like: undefined },
    { line: "type=sha,enable=TRUE,moves='False'", like: { enable: 'true', moves: false } },
  ])('$line', ({ line, like }) => {
    const read = parseTagRules(line);
    if (like === undefined) expect(read.ok).toBe(false);
    else expect(read).toMatchObject({ ok: true, value: [like] });
  });
});
