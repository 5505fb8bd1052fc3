import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinKeysToPersian, persianKeysToLatin } from '../../src/persian/keyboard.ts'

describe('the wrong layout', () => {
  it.each([
    ['rl', 'قم'],
    ['j,gdn', 'تولید'],
    ["'knl dcn", 'گندم یزد'],
    [',hpn vh;n', 'واحد راکد'],
    ['RL', 'قم'],
    ['Hf', 'آب'],
    ['\\vh,ci', 'ژراوزه'],
    ['?', '؟'],
    ['1400', '1400'],
  ])('Latin keys were meant as Persian: %s', (typed, meant) => {
    expect(latinKeysToPersian(typed)).toBe(meant)
  })

  it.each([
    ['ضخپ', 'qom'],
    ['ضخئ', 'qom'],
    ['غشظی', 'yazd'],
    ['فخمهی لشدیخئ', 'tolid gandom'],
    ['۱۴۰۰', '۱۴۰۰'],
  ])('Persian keys were meant as Latin: %s', (typed, meant) => {
    expect(persianKeysToLatin(typed)).toBe(meant)
  })

  it('Latin letters come back from both', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), (text) => {
        expect(persianKeysToLatin(latinKeysToPersian(text))).toBe(text)
      }),
    )
  })
})
