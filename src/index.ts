import { basename } from 'node:path';

// One bundle with two entries, of which dist/post.js only has the other name. Main and post are chunks of their own: most
// post steps have a folder to remove and nothing else, and load nothing else.
if (basename(process.argv[1] ?? '') === 'post.js') {
  const { post } = await import('./post.ts');
  await post(process.env['STATE_undo'] ?? '');
} else {
  const { main } = await import('./main.ts');
  await main();
}
