import type { RegistryPlace } from '../../types/image.ts';
import type { RoleSession, SessionTools } from './role.ts';

/** Returns the session of a registry's role; undefined if it has none. */
export type Sessions = (place: RegistryPlace) => Promise<RoleSession | undefined>;

/**
 * The roles of a run: each is assumed once per region, whoever uses it. The code for that is loaded only when needed.
 * @param tools the end of the run, and the function that gets every secret
 */
export function sessionsOf(tools: Omit<SessionTools, 'sdk'>): Sessions {
  const known = new Map<string, Promise<RoleSession>>();
  return async (place) => {
    const { role, region } = place;
    if (role === undefined) return undefined;
    const key = `${region} ${role.arn}`;
    const session = known.get(key) ?? open({ region }, role, tools);
    known.set(key, session);
    return session;
  };
}

async function open(
  place: Pick<RegistryPlace, 'region'>,
  role: NonNullable<RegistryPlace['role']>,
  tools: Omit<SessionTools, 'sdk'>,
): Promise<RoleSession> {
  const [{ roleSession }, sdk] = await Promise.all([import('./role.ts'), import('@aws-sdk/client-ecr')]);
  return roleSession(place, role, { ...tools, sdk });
}

/** The credentials for a client of the SDK; without a role none, so that it looks for them itself. */
export function credentialsOf(session: RoleSession | undefined): Partial<Pick<RoleSession, 'credentials'>> {
  return session === undefined ? {} : { credentials: session.credentials };
}
