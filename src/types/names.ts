import type { Brand } from './brand.ts';

/** A tag that every OCI registry accepts. Made by `parseTag`. */
export type Tag = Brand<string, 'Tag'>;

/** A repository's name in a registry, without host or tag. Made by `parseRepositoryName`. */
export type RepositoryName = Brand<string, 'RepositoryName'>;

/** Twelve digits. Made by `parseAccountId`. */
export type AccountId = Brand<string, 'AccountId'>;

/** An AWS region such as `eu-west-1`. Made by `parseRegion`. */
export type Region = Brand<string, 'Region'>;

/** `os/arch` or `os/arch/variant`, as the builder and the image config write it. Made by `parsePlatform`. */
export type Platform = Brand<string, 'Platform'>;

/** Source for what is valid: OCI distribution specification, "Pulling manifests". */
export function parseTag(text: string): Tag | undefined {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text) ? (text as Tag) : undefined;
}

/** 2 to 256 characters of lower-case path segments. Source: ECR API reference, CreateRepository. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const legal = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
  return text.length >= 2 && text.length <= 256 && legal.test(text) ? (text as RepositoryName) : undefined;
}

export function parseAccountId(text: string): AccountId | undefined {
  return /^\d{12}$/.test(text) ? (text as AccountId) : undefined;
}

/** The form of every AWS region's name, including the sovereign and isolated ones. */
export function parseRegion(text: string): Region | undefined {
  return /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(text) ? (text as Region) : undefined;
}

export function parsePlatform(text: string): Platform | undefined {
  return /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(text) ? (text as Platform) : undefined;
}

/** The usual spelling of a platform that can be written in several ways. Source: containerd/platforms, database.go. */
export function usualPlatform(platform: Platform): Platform {
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  const [usual = architecture, ownVariant = ''] = spellings.get(architecture) ?? [];
  const given = (variant || ownVariant).replace(/^(?=\d)/, 'v');
  const shown = given === defaultVariants.get(usual) ? '' : given;
  return (shown === '' ? `${os}/${usual}` : `${os}/${usual}/${shown}`) as Platform;
}

const spellings = new Map([
  ['x86_64', ['amd64']],
  ['aarch64', ['arm64']],
  ['i386', ['386']],
  ['armhf', ['arm', 'v7']],
  ['armel', ['arm', 'v6']],
]);

const defaultVariants = new Map([
  ['amd64', 'v1'],
  ['arm64', 'v8'],
  ['arm', 'v7'],
]);
