/** A net price in cents with the tax on it, in cents. */
export function withTax(netCents, taxPercent) {
  return netCents + Math.round((netCents * taxPercent) / 100);
}
