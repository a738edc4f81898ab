import { expect, test } from '@jest/globals';
import { parsePurl } from '../../../../src/scan/foreign/purl.ts';

test.each([
  ['pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie', 'curl', '7.50.3-1'],
  ['pkg:deb/debian/tar@1.35%2Bdfsg-3.1', 'tar', '1.35+dfsg-3.1'],
  ['pkg:deb/debian/zlib@1:1.2.11.dfsg-2', 'zlib', '1:1.2.11.dfsg-2'],
  ['pkg:deb/debian/zlib1g@1.2.13.dfsg-1?arch=amd64&distro=debian-12.5&epoch=1', 'zlib1g', '1:1.2.13.dfsg-1'],
  ['pkg:rpm/fedora/curl@7.50.3-1.fc25?epoch=0&arch=i386', 'curl', '7.50.3-1.fc25'],
  ['pkg:npm/odd@1.0?epoch=2', 'odd', '1.0'],
  ['pkg:npm/%40angular/animation@12.3.1', '@angular/animation', '12.3.1'],
  ['pkg:npm/foobar', 'foobar', undefined],
  [
    'pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?packaging=sources',
    'org.apache.xmlgraphics:batik-anim',
    '1.9.1',
  ],
  ['pkg:golang/google.golang.org/genproto@v1#googleapis/api', 'google.golang.org/genproto', 'v1'],
  ['pkg:npm/a%zz@1', 'a%zz', '1'],
])('%s', (text, name, installed) => {
  expect(parsePurl(text)).toEqual({ package: name, installed });
});

test.each(['openssl', 'pkg:', 'pkg:npm', 'pkg:npm/', 'https://x.example/a@1'])('%s is none', (text) => {
  expect(parsePurl(text)).toBeUndefined();
});
