/**
 * The names of all inputs that the runner hands over, declared or not, in lower case. Variables of the job that begin
 * alike are among them: nothing tells them apart.
 * Source: actions/runner, ActionRunner.cs (the inputs of `with` stay as they are) and Handler.cs, AddInputsToEnvironment.
 */
export function givenInputNames(): string[] {
  const prefix = 'INPUT_';
  return Object.keys(process.env)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length).toLowerCase());
}
