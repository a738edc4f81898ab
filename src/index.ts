import { basename } from 'node:path';
import { cancellation } from './adapters/runner/cancellation.ts';

// One bundle with two entries, of which dist/post.js only has the other name. Main and post are chunks of their own: most
// post steps have a folder to remove and nothing else, and load nothing else.
if (basename(process.argv[1] ?? '') === 'post.js') {
  const { post } = await import('./post.ts');
  await post(process.env['STATE_undo'] ?? '');
} else {
  // Before anything is loaded: a cancellation may come at once.
  const cancelled = cancellation();
  const { main } = await import('./main.ts');
  await main(cancelled);
}
