import { describe, expect, test } from '@jest/globals';
import { parseImageConfig, platformName } from '../../../src/image/config.ts';
import { Refusal } from '../../../src/types/refusal.ts';

describe('parseImageConfig', () => {
  test("reads the platform and a person's labels, which may differ in case alone", () => {
    const labels = { Maintainer: 'a', maintainer: 'b', __proto__x: 'c' };
    const config = {
      os: 'linux',
      architecture: 'arm',
      variant: 'v7',
      config: { Env: ['A=1'], Labels: labels, Volumes: { '/Data': {}, '/data': {} } },
      history: [{ created_by: 'RUN x' }, { created_by: 'ENV A=1', empty_layer: true }],
    };
    expect(parseImageConfig(JSON.stringify(config))).toEqual({
      platform: 'linux/arm/v7',
      osDetails: {},
      labels: new Map(Object.entries(labels)),
      instructions: ['RUN x'],
    });
  });

  test.each([
    { says: { 'os.version': '10.0.20348.1', 'os.features': ['win32k'] }, kept: true },
    { says: { 'os.version': '', 'os.features': [] }, kept: false },
    { says: { 'os.version': 1, 'os.features': ['win32k', 1] }, kept: false },
    { says: { 'os.version': null, 'os.features': 'win32k' }, kept: false },
  ])('of the operating system it says $says', ({ says, kept }) => {
    expect(parseImageConfig(JSON.stringify(says)).osDetails).toEqual(kept ? says : {});
  });

  test.each(['{}', '{"config":null}', '{"config":{}}', '{"config":{"Labels":null}}'])(
    '%s says nothing',
    (text) => {
      expect(parseImageConfig(text)).toEqual({
        platform: undefined,
        osDetails: {},
        labels: new Map(),
        instructions: [],
      });
    },
  );

  test.each([
    { text: '', why: 'it is not JSON' },
    { text: 'null', why: 'the image config is no object' },
    { text: '\ufeff{}', why: 'it is not JSON' },
    { text: '{"os":"linux"}\u0000', why: 'it is not JSON' },
    { text: '{"os":1}', why: 'the image config has a os that is not text' },
    { text: '{"OS":"linux"}', why: 'the image config has the member "OS", which some programs read as os' },
    {
      text: '{"config":{"labels":{}}}',
      why: 'config of the image config has the member "labels", which some programs read as Labels',
    },
    {
      text: '{"config":{"Labelſ":{}}}',
      why: 'config of the image config has the member "Labelſ", which some programs read as Labels',
    },
    { text: '{"config":{"Labels":{"a":"1","a":"2"}}}', why: 'it has the member "a" twice in one object' },
    {
      text: '{"config":{"Labels":{"a":1}}}',
      why: 'the labels of the image config have a "a" that is not text',
    },
    { text: '{"config":{"Labels":["a"]}}', why: 'the labels of the image config are no object' },
  ])('refuses $text', ({ text, why }) => {
    expect(() => parseImageConfig(text)).toThrow(new Refusal(why));
  });
});

describe('platformName', () => {
  test.each([
    { os: 'linux', architecture: 'amd64', variant: '', name: 'linux/amd64' },
    { os: 'linux', architecture: 'arm64', variant: 'v8', name: 'linux/arm64' },
    { os: 'linux', architecture: 'arm', variant: 'v8', name: 'linux/arm/v8' },
    { os: 'linux', architecture: 'arm', variant: 'v6', name: 'linux/arm/v6' },
    { os: 'windows', architecture: 'amd64', variant: '', name: 'windows/amd64' },
    { os: '', architecture: '', variant: '', name: undefined },
    { os: 'Linux', architecture: 'amd64', variant: '', name: undefined },
  ])('$os $architecture $variant is $name', ({ os, architecture, variant, name }) => {
    expect(platformName(os, architecture, variant)).toBe(name);
  });
});
