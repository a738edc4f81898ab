// Main and post are chunks of their own: most post steps have a folder to remove and nothing else, and load nothing else.
if ((process.env['STATE_main-ran'] ?? '') === '') {
  const { main } = await import('./main.ts');
  await main();
} else {
  const { post } = await import('./post.ts');
  await post(process.env['STATE_undo'] ?? '');
}

export {};
