import type { RegistryPlace } from '../types/image.ts';
import type { RoleSession, SessionTools } from './role.ts';

/** The role of a place, if there is one: what takes roles on is loaded only then. */
export async function sessionOf(
  place: RegistryPlace,
  tools: Omit<SessionTools, 'sdk'> & { readonly sdk?: SessionTools['sdk'] },
): Promise<RoleSession | undefined> {
  if (place.role === undefined) return undefined;
  const [{ roleSession }, sdk] = await Promise.all([
    import('./role.ts'),
    tools.sdk ?? import('@aws-sdk/client-ecr'),
  ]);
  return roleSession(place, place.role, { ...tools, sdk });
}

/** What a client of the SDK is given; nothing, so that it looks for credentials itself, without a role. */
export function credentialsOf(session: RoleSession | undefined): Partial<Pick<RoleSession, 'credentials'>> {
  return session === undefined ? {} : { credentials: session.credentials };
}
