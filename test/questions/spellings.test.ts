import { expect, it } from 'vitest'
import { otherLayout } from '../../src/questions/spellings.ts'

it.each([
  ['j,gdn', 'تولید'],
  ["'knl dcn", 'گندم یزد'],
  ['فخمهی لشدیخئ', 'tolid gandom'],
  ['غشظی', 'yazd'],
])('%s may have been meant as %s', (typed, meant) => {
  expect(otherLayout(typed)).toBe(meant)
})

it.each(['', '1399', '؟', 'x', 'تولید GDP یزد'])('%s is what it is', (typed) => {
  expect(otherLayout(typed)).toBeNull()
})
