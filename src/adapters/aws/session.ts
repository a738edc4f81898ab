import type { RegistryPlace } from '../../types/image.ts';
import type { RoleSession, SessionTools } from './role.ts';

/** Gives the session of a place's role; undefined where it has none. */
export type Sessions = (place: RegistryPlace) => Promise<RoleSession | undefined>;

/**
 * The roles of a run: each is taken on once in a region, whoever works in it. What takes them on is loaded only then.
 * @param tools the end of the run, and who is told every secret
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

/** What a client of the SDK is given; nothing, so that it looks for credentials itself, without a role. */
export function credentialsOf(session: RoleSession | undefined): Partial<Pick<RoleSession, 'credentials'>> {
  return session === undefined ? {} : { credentials: session.credentials };
}
