import { expect, test } from '@jest/globals';
import { shipPolicy } from '../../src/types/iam.ts';
import { engine } from '../support/engines.ts';
import { onlyError } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

// What a run with a real docker says of each action that it may not use. Every use of AWS without each of its actions, with a
// docker that is made up: privileges.

const scene = scenesOfThisFile();

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';
const everything = shipPolicy(arn).Statement.flatMap(({ Action }) =>
  typeof Action === 'string' ? [Action] : Action,
);
// Without these a run goes on: it says what it could not read, or leaves the rest to the post step.
const dispensable = [
  'ecr:BatchGetRepositoryScanningConfiguration',
  'ecr:GetRegistryScanningConfiguration',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchDeleteImage',
];

test.each(everything.map((action) => ({ action })))(
  'without $action it is named, or the run does without',
  async ({ action }) => {
    const { ecr, ship } = await scene(engine('containerd'), {
      scenario: { scanning: { type: 'BASIC', frequency: 'MANUAL' } },
    });
    ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: action, Resource: '*' },
      ],
    });
    const { main } = await ship();
    if (dispensable.includes(action)) {
      expect(main.errors).toEqual([]);
      expect(main.exitCode).toBe(0);
      return;
    }
    expect(onlyError(main)).toContain(action);
    expect(main.exitCode).toBe(1);
    expect(Object.keys(ecr.tags('team/app')).filter((tag) => !tag.startsWith('candidate-'))).toEqual([]);
  },
);
