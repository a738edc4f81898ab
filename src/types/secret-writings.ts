/** A shorter writing than this would be found where nobody has written a secret. */
const shortest = 8;

/** The tools of GNU and busybox break a line of base64 after so many characters. Source: GNU coreutils manual, base64. */
const brokenAfter = 76;

/**
 * All ways in which a secret may come back to us: as it is, in a string of JSON, in an address, and in base64, where it
 * may begin at each of three places of a longer text. The runner knows the same of what it is told to hide.
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
    // What also depends on the bytes around it is left out.
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
