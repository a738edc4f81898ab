/** `{ StringLike: { "key": ["a*", "b"] } }` */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | boolean | readonly string[]>>>
>;

/** The facts about a request by condition key, in lower case. */
export type Facts = Readonly<Record<string, string | undefined>>;

type Test = (fact: string, value: string) => boolean;

const equal: Test = (fact, value) => fact === value;
const same: Test = (fact, value) => fact.toLowerCase() === value.toLowerCase();
const like: Test = (fact, value) => matches(fact, value);

/** Each operator, and whether it is negated. Source: IAM user guide, "Condition operators". */
const operators: Readonly<Record<string, readonly [test: Test, isNegated: boolean]>> = {
  StringEquals: [equal, false],
  StringNotEquals: [equal, true],
  StringEqualsIgnoreCase: [same, false],
  StringNotEqualsIgnoreCase: [same, true],
  StringLike: [like, false],
  StringNotLike: [like, true],
  ArnEquals: [like, false],
  ArnLike: [like, false],
  ArnNotEquals: [like, true],
  ArnNotLike: [like, true],
  Bool: [same, false],
};

/** Whether all conditions hold: every operator, every key, and at least one value of each. */
export function hold(conditions: Conditions, facts: Facts): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, given]) =>
      holds(operator, facts[key.toLowerCase()], [given].flat().map(String)),
    ),
  );
}

function holds(written: string, fact: string | undefined, values: readonly string[]): boolean {
  const isForAll = written.startsWith('ForAllValues:');
  const operator = written.replace(/^For(?:AllValues|AnyValue):/, '');
  if (operator === 'Null') return values.includes(String(fact === undefined));
  const [test, isNegated] = operators[operator.replace(/IfExists$/, '')] ?? [equal, false];
  if (fact === undefined) return operator.endsWith('IfExists') || isForAll || isNegated;
  return values.some((value) => test(fact, value)) !== isNegated;
}

/** The operators of some conditions that are not implemented: ignoring them would allow too much or too little. */
export function unknownOperators(conditions: Conditions): string[] {
  return Object.keys(conditions).filter((written) => {
    const operator = written.replace(/^For(?:AllValues|AnyValue):/, '').replace(/IfExists$/, '');
    return operator !== 'Null' && !Object.hasOwn(operators, operator);
  });
}

/** `*` matches any characters, `?` any single one. Source: IAM user guide, "Wildcards in IAM policies". */
export function matches(text: string, pattern: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}
