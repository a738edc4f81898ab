import { collecting } from '../phases/collecting.ts';
import { deciding } from '../phases/deciding.ts';
import { readForeign } from '../phases/foreign-findings.ts';
import { joining } from '../phases/joining.ts';
import { opening, tagsToRead } from '../phases/opening.ts';
import { openSource } from '../phases/opening-source.ts';
import { planning, readAccepted } from '../phases/planning.ts';
import { retireCandidateTags } from '../phases/retiring.ts';
import {
  bringToGate,
  carryInto,
  judgeAfterTags,
  leaveSource,
  mayJudgeInTarget,
  openGate,
  passInto,
} from '../phases/scan-repository.ts';
import { verifying } from '../phases/verifying.ts';
import { countReferrers } from '../publish/census.ts';
import { tagsFirstWarning } from '../report/tags-first.ts';
import type { Run } from '../run.ts';
import type { PublishInputs } from '../types/inputs.ts';
import { warning } from '../types/message.ts';
import { awaitReplicas, reachDestinations, release, replicatedFrom } from './release.ts';

/** Judges and tags what is already in the registry: releases, promotion, rollback, joined platforms. */
export async function publish(inputs: PublishInputs, run: Run): Promise<void> {
  run.keep('inputs', inputs);
  const registry = await run.ports.connect(inputs.target);
  const opened = await run.do(opening, { inputs, registry, tags: [] });
  const source = await openSource({ inputs, target: opened }, run);
  const collected = await run.do(collecting, { inputs, target: source });
  const counting = countReferrers(opened.repository, collected.image.digest, run.ports.log);
  const plan = await run.do(planning, { inputs, image: collected.made });
  const exceptions = await readAccepted(plan, run);
  await readForeign(plan, run);
  const target = { ...opened, tagged: await opened.repository.tags.read(tagsToRead(plan)) };
  const decided = await run.do(deciding, { plan, target, given: collected.image.digest });
  const destinations = await reachDestinations(
    { plan, own: target.repository.uri, digest: collected.image.digest },
    run,
  );
  const from = source === opened ? target : source;
  const joined = await run.do(joining, { plan, target: from, collected });
  const isJudgedThere = mayJudgeInTarget({ inputs, from, target });
  const gate = isJudgedThere ? target : await openGate({ inputs, target: from }, run);
  await bringToGate(joined.digest, { target: from, gate }, run);
  const candidate = isJudgedThere ? await leaveSource(joined, from, run) : joined;
  const image = await run.do(verifying, { plan, target: gate, candidate, isBuilt: false });
  const verified = { plan, target: gate, candidate, image };
  const isTagsFirst = inputs.scan === 'after-tags';
  if (isTagsFirst) run.tell([warning(tagsFirstWarning)]);
  const passed = isTagsFirst
    ? await carryInto(target, verified, run)
    : await passInto(target, verified, exceptions, run);
  const sources = await replicatedFrom(passed, destinations);
  await release({ ...passed, decided, destinations, counted: [await counting] }, run);
  if (from === target) await retireCandidateTags(passed, collected, run);
  if (isTagsFirst) await judgeAfterTags(target, verified, exceptions, run);
  await awaitReplicas(passed, sources, run);
}
