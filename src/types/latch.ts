/** Something to wait for until somebody opens it. */
interface Latch {
  readonly opened: Promise<void>;
  /** Opens it for good; opening it again does nothing. */
  readonly open: () => void;
}

export function latch(): Latch {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
