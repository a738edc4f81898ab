// The page with its script in it, so that a browser asks once.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [page, script] = ['page/index.html', 'page/visits.mjs'].map((path) => readFileSync(path, 'utf8'));
mkdirSync('site', { recursive: true });
writeFileSync(
  'site/index.html',
  page.replace('<!-- script -->', () => `<script>\n${script}</script>`),
);
