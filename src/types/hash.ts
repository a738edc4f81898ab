/**
 * 64 bits that tell texts apart, the same on every machine and in every version: FNV-1a over UTF-8. It is not
 * cryptographic: anyone can find two texts with the same hash. Computed in two halves, because a BigInt for every
 * byte is many times slower.
 * Source: draft-eastlake-fnv, the prime 2^40 + 2^8 + 0xb3.
 */
export function hash64(text: string): bigint {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of new TextEncoder().encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 0x1b3;
    high = (high * 0x1b3 + mixed * 0x100 + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = product >>> 0;
  }
  return (BigInt(high) << 32n) | BigInt(low);
}
