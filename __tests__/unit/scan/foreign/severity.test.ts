import { expect, test } from '@jest/globals';
import { severityOf } from '../../../../src/scan/foreign/severity.ts';

test.each([
  ['10.0', 'critical', 10],
  ['9.0', 'critical', 9],
  ['8.9', 'high', 8.9],
  ['8.95', 'high', 8.95],
  ['7.0', 'high', 7],
  [6.9, 'medium', 6.9],
  ['4.0', 'medium', 4],
  ['3.9', 'low', 3.9],
  ['0.1', 'low', 0.1],
])('a score of %s is %s, whatever else is said', (given, severity, score) => {
  expect(severityOf({ score: given, word: 'LOW', level: 'note' })).toEqual({ severity, score });
});

test.each(['0.0', 0, '', ' ', 'null', 'undefined', '11', '-1', 'NaN', 'Infinity', undefined])(
  'a score of %p says nothing',
  (score) => {
    expect(severityOf({ score, word: 'High', level: 'note' })).toEqual({ severity: 'high' });
  },
);

test.each([
  ['CRITICAL', { severity: 'critical' }],
  ['medium', { severity: 'medium' }],
  ['negligible', { severity: 'informational' }],
  ['UNKNOWN', { severity: 'undefined' }],
  ['UNSPECIFIED', { severity: 'undefined' }],
  ['Severe', { severity: 'critical', severityAsGiven: 'Severe' }],
])('the word %s', (word, severity) => {
  expect(severityOf({ score: undefined, word, level: 'note' })).toEqual(severity);
});

test.each([
  ['error', { severity: 'critical', severityAsGiven: 'error' }],
  ['warning', { severity: 'medium' }],
  ['note', { severity: 'low' }],
  ['none', { severity: 'undefined' }],
  ['new-level', { severity: 'critical', severityAsGiven: 'new-level' }],
])('the level %s', (level, severity) => {
  expect(severityOf({ score: undefined, word: undefined, level })).toEqual(severity);
});
