import { z } from 'zod'
import { formatQualifier, formatQuantity, persianDigits } from '../persian/format.ts'
import { formatPeriod } from '../persian/period-format.ts'
import type { ChangedThing } from './history.ts'
import type { VocabularyTarget } from './schema.ts'
import type { ObservationContent, Role } from './types.ts'
import { exactValue } from './values.ts'

const ACTIONS: Readonly<Record<ChangedThing['action'], string>> = {
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

const ROLES: Readonly<Record<Role, string>> = {
  owner: 'صاحب',
  admin: 'مدیر',
  editor: 'ویراستار',
  member: 'عضو',
}

/** What a correction may change besides the figure itself. */
const FIELDS: readonly [keyof ObservationContent, string][] = [
  ['indicatorId', 'شاخص'],
  ['placeId', 'مکان'],
  ['period', 'دوره'],
  ['periodBasis', 'مبنای دوره'],
  ['kind', 'نوع'],
  ['measure', 'سنجه'],
  ['speaker', 'گوینده'],
  ['quote', 'نقل‌قول'],
  ['sourceId', 'منبع'],
  ['note', 'یادداشت'],
]

/**
 * One line on one thing that a change set did:
 * «تصحیح ۱۲: تولید سیب، قم، سال ۱۳۹۹: ۳۷ تن ← ۳۸ تن (گوینده)».
 */
export function describeChange(thing: ChangedThing): string {
  const action = ACTIONS[thing.action]
  if (thing.type !== 'observation') {
    return `${action} ${TARGETS[thing.type]}: ${arrow(nameIn(thing.before), nameIn(thing.after))}`
  }
  const { observationId, indicator, place, before, after } = thing
  const what = [indicator, place, formatPeriod(after.period)].join('، ')
  const head = `${action} ${persianDigits(String(observationId))}: ${what}`
  if (thing.action !== 'corrected' || !before) return `${head}: ${sayingOf(after)}`
  const changed = FIELDS.filter(([field]) => before[field] !== after[field]).map(([, name]) => name)
  const fields = changed.length === 0 ? '' : ` (${changed.join('، ')})`
  return `${head}: ${arrow(sayingOf(before), sayingOf(after))}${fields}`
}

function sayingOf({ quantity, statement, qualifier }: ObservationContent): string {
  if (!quantity) return `«${statement ?? ''}»`
  return `${formatQualifier(qualifier)} ${formatQuantity(exactValue(quantity), quantity.unit)}`.trim()
}

const arrow = (before: string | null, after: string | null): string =>
  [...new Set([before, after].filter((text) => text !== null))].join(' ← ')

const member = z.object({ name: z.string(), role: z.enum(['owner', 'admin', 'editor', 'member']) })
const named = z.object({ name: z.string() })
const alias = z.object({ text: z.string() })

function nameIn(state: unknown): string | null {
  const asMember = member.safeParse(state).data
  if (asMember) return `${asMember.name} (${ROLES[asMember.role]})`
  return named.safeParse(state).data?.name ?? alias.safeParse(state).data?.text ?? null
}
