import { z } from 'zod'
import type { ChangedThing } from './history.ts'
import type { VocabularyTarget } from './schema.ts'
import { inPersianDigits } from './texts.fa.ts'
import type { ObservationContent, Quantity } from './types.ts'

const digitsOf = ({ digits, decimals, power, unit }: Quantity): string => {
  const negative = digits.startsWith('-')
  const plain = digits.replace('-', '').padStart(decimals + 1, '0')
  const whole = plain.slice(0, plain.length - decimals)
  const fraction = decimals === 0 ? '' : `٫${plain.slice(-decimals)}`
  const scale = SCALES[power] ?? (power === 0 ? '' : `×۱۰^${power}`)
  return inPersianDigits(
    [`${negative ? '-' : ''}${whole}${fraction}`, scale, unit].filter(Boolean).join(' '),
  )
}

const SCALES: Readonly<Record<number, string>> = {
  3: 'هزار',
  6: 'میلیون',
  9: 'میلیارد',
  12: 'هزار میلیارد',
}

const sayingOf = ({ quantity, statement }: ObservationContent): string =>
  quantity ? digitsOf(quantity) : `«${statement ?? ''}»`

const ACTIONS = {
  added: 'افزودن',
  corrected: 'تصحیح',
  changed: 'تغییر',
  retired: 'برداشتن',
  restored: 'بازگرداندن',
}

const TARGETS: Readonly<Record<VocabularyTarget, string>> = {
  place: 'مکان',
  indicator: 'شاخص',
  alias: 'نام دیگر',
  member: 'عضو',
}

/** One line on one thing that a change set did: «تصحیح ۱۲: تولید سیب، قم، ۱۳۹۹: ۳۷ تن ← ۳۸ تن». */
export function describeChange(thing: ChangedThing): string {
  const action = ACTIONS[thing.action]
  if (thing.type !== 'observation') {
    const names = [nameIn(thing.before), nameIn(thing.after)].filter((name) => name !== null)
    return `${action} ${TARGETS[thing.type]}: ${[...new Set(names)].join(' ← ')}`
  }
  const { observationId, indicator, place, before, after } = thing
  const sayings = [
    before && thing.action === 'corrected' ? sayingOf(before) : null,
    sayingOf(after),
  ]
  const what = [indicator, place, inPersianDigits(after.period)].join('، ')
  return `${action} ${inPersianDigits(observationId)}: ${what}: ${[...new Set(sayings.filter((saying) => saying !== null))].join(' ← ')}`
}

const named = z.union([z.object({ name: z.string() }), z.object({ text: z.string() })])

function nameIn(state: unknown): string | null {
  const { data } = named.safeParse(state)
  if (!data) return null
  return 'name' in data ? data.name : data.text
}
