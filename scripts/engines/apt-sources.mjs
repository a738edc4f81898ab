// Pure: the machine's own package sources, reduced to its distribution and, if asked, moved to another release.

/** Parses a sources file, in either of apt's two formats, into entries of deb822 fields in their order. */
export function parseSources(text, format) {
  return format === 'sources' ? parseStanzas(text) : parseOneLine(text);
}

function parseStanzas(text) {
  const entries = [];
  for (const block of text.replaceAll('\r', '').split(/\n(?:[ \t]*\n)+/)) {
    const fields = new Map();
    let last;
    for (const line of block.split('\n')) {
      if (line.startsWith('#') || !line.trim()) continue;
      const [, name, value] = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$/.exec(line) ?? [];
      if (name) fields.set((last = canonical(name)), value.trim());
      else if (last && /^[ \t]/.test(line)) fields.set(last, `${fields.get(last)}\n${line}`);
    }
    if (fields.has('Types') && fields.has('URIs') && fields.get('Enabled') !== 'no') entries.push(fields);
  }
  return entries;
}

function parseOneLine(text) {
  const entries = [];
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)((?:\s+[^\s#]+)*)\s*(?:#.*)?$/.exec(line);
    if (!match) continue;
    const [, options = '', uri, suite, components] = match;
    const fields = new Map([
      ['Types', 'deb'],
      ['URIs', uri],
      ['Suites', suite],
      ['Components', components.trim()],
    ]);
    for (const [, name, value] of options.matchAll(/([a-z-]+)=(\S+)/g)) {
      fields.set(canonical({ arch: 'Architectures' }[name] ?? name), value.replaceAll(',', ' '));
    }
    entries.push(fields);
  }
  return entries;
}

const canonical = (name) =>
  name.toLowerCase() === 'uris' ? 'URIs' : name.toLowerCase().replace(/(^|-)[a-z]/g, (c) => c.toUpperCase());

/**
 * The sources of one release of the machine's distribution: the machine's entries for the suites `from`,
 * `from-updates` and `from-security`, with `to` instead of `from`. Hosts, proxies in the address and components stay
 * as on the machine; third parties' entries and backports are left out.
 */
export function rewriteSources(entries, { from, to = from, keyring, architecture }) {
  const wanted = new Set([from, `${from}-updates`, `${from}-security`]);
  const stanzas = [];
  for (const entry of entries) {
    const suites = (entry.get('Suites') ?? '').split(/\s+/).filter((suite) => wanted.has(suite));
    if (suites.length === 0 || !(entry.get('Types') ?? '').split(/\s+/).includes('deb')) continue;
    const fields = new Map(entry);
    fields.set('Types', 'deb');
    fields.set('Suites', suites.map((suite) => to + suite.slice(from.length)).join(' '));
    fields.delete('Enabled');
    // An explicit choice of architectures would hide the requested one.
    fields.delete('Architectures');
    if (architecture) fields.set('Architectures', architecture);
    if (keyring) fields.set('Signed-By', keyring);
    stanzas.push([...fields].map(([name, value]) => `${name}: ${value}`).join('\n'));
  }
  return stanzas.length === 0 ? '' : `${stanzas.join('\n\n')}\n`;
}
