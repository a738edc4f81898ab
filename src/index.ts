import { basename } from 'node:path';
import { cancellation } from './adapters/runner/cancellation.ts';

// One bundle with two entries; dist/post.js is the same bundle under another name. Main and post are chunks of
// their own: most post steps only remove a folder, and load nothing else.
if (basename(process.argv[1] ?? '') === 'post.js') {
  const { post } = await import('./post.ts');
  await post(process.env['STATE_undo'] ?? '');
} else {
  // Before anything loads, because a cancellation may come at once.
  const cancelled = cancellation();
  const { main } = await import('./main.ts');
  await main(cancelled);
}
