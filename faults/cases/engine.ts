import type { FaultCase } from '../case.ts';
import { moments, type MomentName } from '../moments.ts';

const attacked: readonly MomentName[] = [
  'at the start',
  'in the build',
  'while a layer is pushed',
  'while it scans',
  'before the moving tag is set',
];

/** From then on the engine has nothing to do but to forget the candidate. */
const isPushed = (name: MomentName) => /scans|tag is set/.test(name);

/** The engine itself: frozen in the middle of its work, and gone. */
export const engineCases: readonly FaultCase[] = attacked.flatMap((name): FaultCase[] => {
  const common = {
    group: 'engine',
    expect: isPushed(name) ? 'passes' : 'fails',
    cause: [/engine|docker|daemon|push|build/i],
  } as const;
  return [
    {
      ...common,
      name: `frozen ${name}, until post`,
      engine: { how: 'frozen', at: moments[name] },
      // A build may take an hour; only a person can tell that it will never end.
      ...(name === 'in the build' && {
        signal: { how: 'cancel', at: { kind: 'after', ms: 6_000 } },
        cause: [/cancel/i],
      }),
    },
    { ...common, name: `killed ${name}`, engine: { how: 'killed', at: moments[name] }, capS: 30 },
  ];
});
