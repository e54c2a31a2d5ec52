import { expect, test } from 'vitest'
import { jsonProblem } from './jsonProblem'

test.each(['{}', ' [1, -2.5e3, "a\\u00e9\\n", {"b": [null, true]}] ', '"x"', '0', '[[], {}]'])('%s is JSON', (text) => {
  expect(jsonProblem(text)).toBeNull()
  expect(() => JSON.parse(text)).not.toThrow()
})

test.each([
  ['{"a": 1,}', 'Expected a name in double quotes, but “}” stands there', 1, 9],
  ["{\n  'a': 1\n}", "Expected a name in double quotes or }, but “'a':” stands there", 2, 3],
  ['{"a" 1}', 'Expected a colon, but “1}” stands there', 1, 6],
  ['[1, 2', 'Expected , or ], but the text ends there', 1, 6],
  ['{"a": undefined}', 'Expected a value, but “undefined}” stands there', 1, 7],
  ['{"a": "b\nc"}', 'This text in quotes is not closed, or holds a line break or a wrong escape', 1, 7],
  ['{} x', 'Expected nothing more, but “x” stands there', 1, 4],
  ['', 'Expected a value, but the text ends there', 1, 1],
  ['[1 2]', 'Expected , or ], but “2]” stands there', 1, 4],
  ['[,]', 'Expected a value or ], but “,]” stands there', 1, 2],
])('%j is not: %s', (text, message, line, column) => {
  expect(jsonProblem(text)).toEqual({ message, line, column })
  expect(() => JSON.parse(text)).toThrow()
})
