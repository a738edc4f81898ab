// npm run build: what the server needs at run time, in dist/. A catalogue that is wrong ends the build, not the service.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';

const products = JSON.parse(readFileSync('src/products.json', 'utf8'));
for (const { id, netCents } of products)
  if (!Number.isSafeInteger(netCents)) throw new Error(`The price of ${id} is not in cents: ${netCents}`);

for (const file of ['server.mjs', 'config.mjs', 'catalogue.mjs']) cpSync(`src/${file}`, `dist/${file}`);
writeFileSync('dist/products.json', JSON.stringify(Object.fromEntries(products.map((one) => [one.id, one]))));
