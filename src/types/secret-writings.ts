/** A shorter form would match where nobody has written a secret. */
const shortest = 8;

/** GNU's and busybox's tools break base64 lines after this many characters. Source: GNU coreutils manual, base64. */
const brokenAfter = 76;

/**
 * All forms in which a secret may come back to us: as it is, in a JSON string, in an address, and in base64, where it
 * may begin at each of three offsets in a longer text. The runner hides the same forms of what it is told to mask.
 * Source: actions/runner, ValueEncoders.cs.
 */
export function writings(secret: string): string[] {
  const text = secret.replace(/\p{Cs}/gu, '\ufffd');
  const inAddress = encodeURIComponent(text);
  const others = [
    JSON.stringify(secret).slice(1, -1),
    inAddress,
    inAddress.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encodeURI(text),
    ...base64Writings(text),
  ].filter((writing) => writing.length >= shortest);
  return [...new Set([secret, ...others])];
}

function base64Writings(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const whole = encode(bytes);
  const lines =
    whole.length > brokenAfter ? (whole.match(new RegExp(`.{1,${String(brokenAfter)}}`, 'g')) ?? []) : [];
  const placed = [0, 1, 2].map((before) => {
    const shifted = new Uint8Array(before + bytes.length);
    shifted.set(bytes, before);
    // Leaves out characters that also depend on the bytes around the secret.
    const from = Math.ceil((before * 8) / 6);
    return encode(shifted).slice(from, Math.floor(((before + bytes.length) * 8) / 6));
  });
  const all = [whole, ...placed, ...lines];
  return [...all, ...all.map((one) => one.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))];
}

function encode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
