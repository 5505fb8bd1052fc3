import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyChanges, type Operation } from '../../src/facts/changes.ts'
import type { Store } from '../../src/facts/open.ts'
import { type Chat, chatOn, NOW, type Row, storeWith } from './store-for-tests.ts'

const BY = { actor: { telegramId: 1, name: 'الف' }, command: 'test', now: NOW }
const row = (indicator: string, period: string, value: string): Row => ({
  ...{ indicator, place: 'یزد', period, value, unit: 'تن', source_title: 'گزارش سالانه' },
})

let store: Store
let chat: Chat

beforeAll(async () => {
  store = await storeWith([
    row('بارگیری سیب', '1399', '40'),
    row('بارگیری سیب‌زمینی', '1398', '44'),
    row('موجودی انبار پنیر', '1399', '7'),
    row('انبارهای پنیر', '1398', '9'),
    row('انبارهای شیر', '1399', '3'),
    row('موجودی انبار شیر', '1399', '5'),
  ])
  const aliasOf = (name: string, text: string): Operation => ({
    ...{ type: 'add_alias', target: 'indicator', text },
    targetId: { name },
  })
  await applyChanges(store, BY, [
    aliasOf('موجودی انبار پنیر', 'انبار پنیر'),
    aliasOf('موجودی انبار شیر', 'انبار شیر'),
  ])
  chat = chatOn(store)
})
afterAll(() => store.close())

describe('a name that was said whole', () => {
  it.each(['بارگیری سیب‌زمینی یزد در ۱۳۹۹', 'انبارهای پنیر یزد ۱۳۹۹'])(
    'is not answered with another that is held: %s',
    async (text) => {
      const { status, figures, nearby } = await chat.ask(text)
      expect({ status, figures }).toEqual({ status: 'not_found', figures: [] })
      expect(nearby.map(({ period }) => period)).toEqual(['1398'])
    },
  )

  it.each([
    ['بارگیری سیب‌زمینی یزد در ۱۳۹۸', 44],
    ['بارگیری سیب یزد در ۱۳۹۹', 40],
    ['انبارهای پنیر یزد ۱۳۹۸', 9],
    ['موجودی انبار پنیر یزد ۱۳۹۹', 7],
    // Both are held, the other by an alias that inflects alike.
    ['انبارهای شیر یزد ۱۳۹۹', 3],
    ['انبار های شیر یزد ۱۳۹۹', 3],
    ['موجودی انبار شیر یزد ۱۳۹۹', 5],
  ])('is answered where it is held: %s', async (text, value) => {
    expect((await chat.ask(text)).figures.map((one) => one.value)).toEqual([value])
  })
})
