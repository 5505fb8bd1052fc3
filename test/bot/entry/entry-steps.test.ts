import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepFields, keptFieldsSchema, restoreFields } from '../../../src/bot/entry/entry-state.ts'
import {
  backFrom,
  isQuestion,
  readStep,
  STEPS,
  type Step,
  stepOf,
} from '../../../src/bot/entry/entry-steps.ts'
import type { ReadFields } from '../../../src/bot/entry/read-fields.ts'
import { sceneOf } from '../../../src/bot/entry/scene.ts'
import type { Indicator, Place, Vocabulary } from '../../../src/facts/types.ts'

const FACTORIES: Indicator = {
  id: 1,
  name: 'احیای واحدهای راکد صنعتی',
  unit: 'واحد',
  additive: true,
  definition: null,
}
const FINANCE: Indicator = { ...FACTORIES, id: 2, name: 'تسهیلات پرداختی', unit: 'تومان' }

const place = (id: number, name: string, kind: Place['kind'], parentId: number | null): Place => ({
  id,
  name,
  kind,
  parentId,
  isoCode: null,
})

const vocabulary: Vocabulary = {
  version: 1,
  places: [
    place(1, 'ایران', 'country', null),
    place(2, 'قم', 'province', 1),
    place(3, 'فارس', 'province', 1),
    place(4, 'همدان', 'province', 1),
    place(5, 'مهر', 'county', 3),
    place(6, 'مهر', 'county', 4),
  ],
  indicators: [FACTORIES, FINANCE],
  aliases: [
    { id: 1, target: 'indicator', targetId: 1, text: 'راکدها' },
    { id: 2, target: 'indicator', targetId: 1, text: 'پرداختی' },
    { id: 3, target: 'indicator', targetId: 2, text: 'پرداختی' },
  ],
}
const scene = sceneOf(vocabulary, '2026-11-24')

const VALUE = {
  qualifier: 'exact' as const,
  quantity: { digits: '35', decimals: 0, power: 0 },
}

/** All that is asked for, answered. */
const COMPLETE: ReadFields = {
  indicator: FACTORIES,
  place: vocabulary.places[1] as Place,
  period: { period: '1400', basis: 'stated' },
  kind: 'actual',
  value: VALUE,
  unit: 'واحد',
  title: 'گزارش',
}

describe('the step of an entry', () => {
  it('is the first thing that is not known', () => {
    const known: ReadFields = {}
    const seen = [stepOf(known)]
    for (const [field, value] of Object.entries(COMPLETE)) {
      Object.assign(known, { [field]: value })
      seen.push(stepOf(known))
    }
    expect(seen).toEqual(STEPS)
  })

  it('leaves out the unit of a statement', () => {
    const { value: _, unit: __, title: ___, ...rest } = COMPLETE
    expect(stepOf({ ...rest, statement: 'مانع' })).toBe('source')
  })

  it.each<[Step, Step]>([
    ['place', 'indicator'],
    ['period', 'place'],
    ['kind', 'period'],
    ['value', 'kind'],
    ['unit', 'value'],
    ['source', 'value'],
    ['preview', 'source'],
  ])('back from %s is %s', (from, to) => {
    const at = STEPS.indexOf(from)
    const fields = Object.fromEntries(
      Object.entries(COMPLETE).filter((_, index) => index < at),
    ) as ReadFields
    expect(stepOf(fields)).toBe(from)
    expect(stepOf(backFrom(from, fields))).toBe(to)
  })
})

describe('what is typed at a step', () => {
  it.each<[Step, string, Partial<ReadFields>]>([
    ['indicator', 'راکدها', { indicator: FACTORIES }],
    ['indicator', 'احياي واحدهاي راكد صنعتي', { indicator: FACTORIES }],
    ['place', 'استان قم', { place: vocabulary.places[1] as Place }],
    ['period', 'نیمه دوم سال ۱۴۰۰', { period: { period: '1400-H2', basis: 'stated' } }],
    ['kind', 'هدف', { kind: 'target' }],
    ['value', '۳۵ واحد', { value: VALUE, unit: 'واحد' }],
    ['value', '35', { value: VALUE, unit: null }],
    [
      'unit',
      'میلیارد تومان',
      { unit: 'تومان', value: { ...VALUE, quantity: { ...VALUE.quantity, power: 9 } } },
    ],
    ['source', 'خبرگزاری فارس', { title: 'خبرگزاری فارس' }],
    ['source', 'https://example.ir/a', { url: 'https://example.ir/a' }],
    ['value', 'گزاره: موانع بانکی', { statement: 'موانع بانکی' }],
    ['place', 'دوره: ۱۳۹۹', { period: { period: '1399', basis: 'stated' } }],
    ['source', 'منبع: ایرنا\nناشر: دولت', { title: 'ایرنا', publisher: 'دولت' }],
  ])('%s: «%s»', (step, text, expected) => {
    const fields = step === 'unit' ? { value: VALUE } : {}
    const reading = readStep(step, fields, text, scene)
    expect(reading?.problems).toEqual([])
    expect(reading?.fields).toMatchObject(expected)
  })

  it.each<[Step, string, readonly string[]]>([
    ['indicator', 'احیای واحد راکد', [FACTORIES.name, 'شاخص تازه: احیای واحد راکد']],
    ['indicator', 'پرداختی', [FACTORIES.name, FINANCE.name, 'شاخص تازه: پرداختی']],
    ['place', 'مهر', ['شهرستان مهر، فارس', 'شهرستان مهر، همدان']],
    ['place', 'قمم', ['قم']],
  ])('%s: «%s» may mean', (step, text, labels) => {
    const reading = readStep(step, {}, text, scene)
    expect(reading?.problems).toHaveLength(1)
    expect(reading?.fields).toEqual({})
    expect(reading?.suggestions.map(({ label }) => label)).toEqual(
      expect.arrayContaining([...labels]),
    )
  })

  it.each<[Step, string]>([
    ['period', 'یک روزی'],
    ['kind', 'شاید'],
    ['value', 'زیاد'],
    ['value', '۳ تا ۵ واحد'],
    ['unit', '۳۵'],
    ['source', 'ندارد'],
    ['source', '-'],
  ])('%s: «%s» is not understood, and nothing is taken from it', (step, text) => {
    const reading = readStep(step, { value: VALUE }, text, scene)
    expect(reading?.problems).not.toEqual([])
    expect(reading?.fields).toEqual({ value: VALUE })
  })

  it('at the preview is for the entry only when it names its field', () => {
    expect(readStep('preview', COMPLETE, 'تولید سیب قم', scene)).toBeNull()
    expect(readStep('preview', COMPLETE, 'گوینده: استاندار', scene)?.fields.speaker).toBe(
      'استاندار',
    )
  })

  it.each(['قم چقدر بود؟', 'هدفش چند بود? '])('«%s» is a question', (text) => {
    expect(isQuestion(text)).toBe(true)
  })

  it('never throws, and keeps what was known, whatever is typed', () => {
    const words = fc.constantFrom('دوره:', 'قم', '۱۴۰۰', '۳۵ واحد', 'منبع:', '=', '«', '/', '؟', '')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), text, (step, typed) => {
        const reading = readStep(step, { ...COMPLETE }, typed, scene)
        for (const field of Object.keys(COMPLETE)) {
          if (reading) expect(reading.fields).toHaveProperty(field)
        }
      }),
    )
  })
})

describe('an entry outlives a restart', () => {
  it('as JSON', () => {
    const fields: ReadFields = { ...COMPLETE, speaker: null, note: 'الف' }
    const kept = keptFieldsSchema.parse(JSON.parse(JSON.stringify(keepFields(fields))))
    expect(restoreFields(kept, vocabulary)).toEqual(fields)
  })

  it('without an indicator that was retired in between', () => {
    const kept = keepFields(COMPLETE)
    const restored = restoreFields(kept, { ...vocabulary, indicators: [FINANCE] })
    expect(stepOf(restored)).toBe('indicator')
  })
})
