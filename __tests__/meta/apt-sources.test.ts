import { expect, test } from '@jest/globals';
import { parseSources, rewriteSources } from '../../scripts/engines/apt-sources.mjs';

const debian = `# written by the installer
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates bookworm-backports
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main

Types: deb
URIs: https://third.example/apt
Suites: nodistro
Components: main
`;

test.each<[what: string, text: string, format: 'sources' | 'list', to: string, expected: string]>([
  [
    'a newer release keeps addresses and components, drops backports and third parties',
    debian,
    'sources',
    'trixie',
    `Types: deb
URIs: http://mirror.example/debian
Suites: trixie trixie-updates
Components: main contrib
Signed-By: /keys.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: trixie-security
Components: main
Signed-By: /keys.gpg
`,
  ],
  [
    'the one-line format, with options and comments',
    `# deb http://mirror.example/old bookworm main
deb [arch=amd64,arm64 signed-by=/old.gpg] http://mirror.example/debian bookworm main contrib # here
deb-src http://mirror.example/debian bookworm main
deb cdrom:[Debian 12]/ bookworm main
`,
    'list',
    'trixie',
    `Types: deb
URIs: http://mirror.example/debian
Suites: trixie
Components: main contrib
Signed-By: /keys.gpg
`,
  ],
  [
    'a disabled entry is none',
    'Enabled: no\nTypes: deb\nURIs: http://a.example\nSuites: bookworm\nComponents: main\n',
    'sources',
    'trixie',
    '',
  ],
  ['no source of the release', 'deb http://a.example/ ./\n', 'list', 'trixie', ''],
])('%s', (_what, text, format, to, expected) => {
  const entries = parseSources(text, format);
  expect(rewriteSources(entries, { from: 'bookworm', to, keyring: '/keys.gpg' })).toBe(expected);
});

test('a key written into the entry stays whole', () => {
  const entry = `Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINBGPL0BUB
 -----END PGP PUBLIC KEY BLOCK-----
`;
  const rewritten = rewriteSources(parseSources(entry, 'sources'), { from: 'bookworm' });
  expect(rewritten.replaceAll(': \n', ':\n')).toBe(entry);
});

test('another architecture takes the place of a choice that would hide it', () => {
  const entries = parseSources('deb [arch=amd64] http://a.example bookworm main', 'list');
  expect(rewriteSources(entries, { from: 'bookworm', architecture: 'arm64' })).toContain(
    'Architectures: arm64\n',
  );
});
