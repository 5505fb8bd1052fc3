import { describe, expect, it } from 'vitest'
import { asked, assertProof, figure, lines, newLine, text } from '../../src/answers/parts.ts'

describe('the proof of a reply', () => {
  it.each([
    ['words without a digit', [text('منبع: '), newLine]],
    ['digits of an observation', [figure('۳۷ واحد', [1])]],
    ['digits that were asked', [asked('سال ۱۴۰۲')]],
    ['a heading of no observation', [figure('احیای واحدهای راکد', [])]],
  ])('holds for %s', (_, parts) => {
    expect(() => assertProof(parts)).not.toThrow()
  })

  it.each([
    ['۳۷ واحد', [text('۳۷ واحد')]],
    ['Latin digits', [text('37')]],
    ['Arabic digits', [text('٣٧')]],
    ['a figure of no observation', [figure('۳۷ واحد', [])]],
    ['one part among many', [figure('۳۷', [1]), newLine, text('۲۵')]],
  ])('fails for %s', (_, parts) => {
    expect(() => assertProof(parts)).toThrow(/digit|observation/)
  })
})

it('lines are set apart by breaks, empty ones left out', () => {
  expect(lines([text('الف')], [], [text('ب'), text('پ')])).toEqual([
    text('الف'),
    newLine,
    text('ب'),
    text('پ'),
  ])
})
