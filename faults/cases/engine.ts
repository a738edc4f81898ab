import type { FaultCase } from '../case.ts';
import { moments, type MomentName } from '../moments.ts';

const attacked: readonly MomentName[] = [
  'at the start',
  'in the build',
  'while a layer is pushed',
  'while it scans',
  'before the moving tag is set',
];

/** From then on the engine only has to remove the candidate. */
const isPushed = (name: MomentName) => /scans|tag is set/.test(name);

const ofShip = attacked.flatMap((name): FaultCase[] => {
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

/** The same if nothing is pushed; a plan needs no engine. */
const unpublished: readonly FaultCase[] = [
  {
    name: 'plan: killed at the start',
    group: 'engine',
    scene: 'plan',
    engine: { how: 'killed', at: moments['at the start'] },
    expect: 'passes',
  },
  {
    name: 'push: false: killed in the build',
    group: 'engine',
    scene: 'push: false',
    engine: { how: 'killed', at: moments['in the build'] },
    expect: 'fails',
    cause: [/engine|docker|daemon|build/i],
    capS: 30,
  },
];

/** The engine itself: frozen in the middle of its work, or gone. */
export const engineCases: readonly FaultCase[] = [...ofShip, ...unpublished];
