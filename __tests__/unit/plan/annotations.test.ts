import { describe, expect, test } from '@jest/globals';
import { withOwnAnnotations } from '../../../src/plan/annotations.ts';
import { scopeOf } from '../../../src/plan/scope.ts';
import { now, plan, source } from '../support/values.ts';

const scope = scopeOf(source, now);
const title = 'org.opencontainers.image.title';
const standard = new Map([[title, 'app']]);
const one = { scope, levels: ['manifest'], hasIndex: false };
const several = { scope, levels: ['manifest', 'index'], hasIndex: true };

describe('the annotations of an image', () => {
  test.each([
    { what: 'the standard one', own: [], in: one, lines: [`${title}=app`] },
    { what: 'an own one wins', own: [`${title}=mine`], in: one, lines: [`${title}=mine`] },
    { what: 'with its level, too', own: [`manifest:${title}=x`], in: one, lines: [`${title}=x`] },
    { what: 'of several platforms, everywhere', own: [`${title}=x`], in: several, lines: [`${title}=x`] },
    {
      what: 'at the index alone, the manifests keep theirs',
      own: [`index:${title}=x`],
      in: several,
      lines: [`manifest:${title}=app`, `index:${title}=x`],
    },
    {
      what: 'at the manifests alone, the index keeps its own',
      own: [`manifest:${title}=x`],
      in: several,
      lines: [`manifest:${title}=x`, `index:${title}=app`],
    },
    { what: 'two levels at once', own: [`index,manifest:${title}=x`], in: several, lines: [`${title}=x`] },
    {
      what: 'one platform alone',
      own: [`manifest[linux/amd64]:${title}=x`],
      in: several,
      lines: [`${title}=app`, `manifest[linux/amd64]:${title}=x`],
    },
    {
      what: 'values with colons and equals signs',
      own: ['a:b=c:d=e'],
      in: one,
      lines: ['a:b=c:d=e', `${title}=app`],
    },
    {
      what: 'expressions',
      own: ['index:a={{branch}}'],
      in: several,
      lines: ['index:a=main', `${title}=app`],
    },
    {
      what: 'levels that a variable asks for',
      own: ['a=1'],
      in: { ...several, levels: ['index'] },
      lines: ['index:a=1', `index:${title}=app`],
    },
  ])('$what', ({ own, in: setting, lines }) => {
    expect(withOwnAnnotations(standard, own, setting)).toEqual({ ok: true, value: { lines, homeless: [] } });
  });

  test('an image of one platform has no index', () => {
    expect(withOwnAnnotations(standard, [`index:${title}=x`, 'index,manifest:a=1'], one)).toEqual({
      ok: true,
      value: { lines: ['a=1', `${title}=app`], homeless: [`index:${title}=x`, 'index,manifest:a=1'] },
    });
  });

  test('which the plan warns of before the build', () => {
    const { warnings, annotations } = plan({ annotations: 'index:a=1\nb=2' });
    expect(warnings).toEqual([
      expect.stringContaining('"index:a=1" is not used: an image of one platform has no index'),
    ]);
    expect(annotations).toContain('b=2');
    expect(annotations.join('\n')).not.toContain('a=1');
    expect(plan({ annotations: 'index:a=1', platforms: 'linux/amd64,linux/arm64' }).warnings).toEqual([]);
  });

  test('the commit may not be forged at any level', () => {
    const revision = 'org.opencontainers.image.revision';
    expect(withOwnAnnotations(standard, [`index,manifest:${revision}=abc`], several).ok).toBe(false);
  });
});
