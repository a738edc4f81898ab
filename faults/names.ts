/** The repository of every case. */
export const repository = 'team/app';
/** What the image is to be called: the first tag is fixed, the second one moves. */
export const fixedTag = 'v1.0.0';
export const movingTag = 'latest';

/** A push in which nothing moves any more is ended after two and a half minutes, tried once more, and ended for good. */
export const pushS = { once: 240, forEver: 420 };
