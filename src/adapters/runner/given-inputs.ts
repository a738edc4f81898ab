/**
 * The names of all inputs that the runner passes, declared or not, in lower case. Variables of the job with the same
 * prefix are included: nothing tells them apart.
 * Source: actions/runner, ActionRunner.cs (the inputs of `with` stay as they are) and Handler.cs, AddInputsToEnvironment.
 */
export function givenInputNames(): string[] {
  const prefix = 'INPUT_';
  return Object.keys(process.env)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length).toLowerCase());
}
