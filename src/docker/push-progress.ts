/**
 * What docker prints when the registry has a layer. Source: moby, distribution/push_v2.go; daemon/containerd/progress.go.
 */
const done = /^(?:Pushed|Layer already exists|Mounted from .+)$/;
const layer = /^([0-9a-f]{12}): (.+)$/;

/** Far longer than any line about a layer. */
const longestLine = 1_000;

/**
 * Follows the output of `docker push`, and calls back once the registry has every layer named so far. The config,
 * which is small, is most likely there too by then, and the manifest comes next.
 * @returns a function that receives the output, in pieces
 */
export function whenLayersAreThere(call: () => void): (text: string) => void {
  const open = new Set<string>();
  let line = '';
  let isCalled = false;
  return (text) => {
    const lines = `${line}${text}`.split('\n');
    line = (lines.pop() ?? '').slice(0, longestLine);
    for (const one of lines) {
      const [, id, state] = layer.exec(one.trim()) ?? [];
      if (id === undefined || state === undefined) continue;
      if (!done.test(state)) open.add(id);
      else open.delete(id);
      if (isCalled || !done.test(state) || open.size > 0) continue;
      isCalled = true;
      call();
    }
  };
}
