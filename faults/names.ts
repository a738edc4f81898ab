/** The repository of every case. */
export const repository = 'team/app';
/** The tags of the image: the first is fixed, the second moves. */
export const fixedTag = 'v1.0.0';
export const movingTag = 'latest';

/** A push in which nothing moves is ended after two and a half minutes, retried once, and then given up. In seconds. */
export const pushS = { once: 240, forEver: 420 };
