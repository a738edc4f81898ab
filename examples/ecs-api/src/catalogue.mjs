import { readFile } from 'node:fs/promises';
import { withTax } from '@shop/prices';

/** The products with the prices that customers pay. */
export async function loadCatalogue(taxPercent) {
  const products = JSON.parse(await readFile(new URL('products.json', import.meta.url), 'utf8'));
  return new Map(
    Object.entries(products).map(([id, { name, netCents }]) => [
      id,
      { id, name, cents: withTax(netCents, taxPercent) },
    ]),
  );
}
