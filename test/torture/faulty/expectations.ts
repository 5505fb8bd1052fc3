import { texts } from '../../../src/bot/texts.fa.ts'

/** A thing that a person asks for, and how the message that gives it is known. */
export interface Expectation {
  readonly name: string
  readonly question: string
  /** How the message begins: nothing else begins so. */
  readonly head: string
  /** What must stand in it, else it is a wrong answer. */
  readonly says: string
}

/** Questions of the data that the project ships; no two have answers that begin alike. */
export const QUESTIONS: readonly [Expectation, ...Expectation[]] = [
  {
    name: 'visits',
    question: 'تعداد بازدید میدانی کارگروه تسهیل در قم چقدر بود؟',
    head: 'بازدید میدانی',
    says: '۸۷ بازدید',
  },
  {
    name: 'decisions',
    question: 'مصوبات کارگروه تسهیل قم چند تا بود؟',
    head: 'مصوبات کارگروه',
    says: '۲۷۷ مصوبه',
  },
  {
    name: 'jobs',
    question: 'اشتغال ایجادشده از احیای واحدهای راکد قم',
    head: 'اشتغال ایجادشده',
    says: 'بیش از ۶۰۰ شغل',
  },
  {
    name: 'refused',
    question: 'احیای واحدهای راکد قم در سال ۹۵',
    head: 'این رقم را ندارم',
    says: 'سال ۱۳۹۵',
  },
  {
    name: 'projects',
    question: 'پروژه‌های نیمه‌تمام قم',
    head: 'تکمیل و راه‌اندازی',
    says: '۱۵۰ پروژه',
  },
]

/** What the button under an answer gives. */
export const SOURCE: Expectation = {
  name: 'source',
  question: texts.buttons.source,
  head: texts.sourceTitle,
  says: 'کارگروه تسهیل',
}

const ALL = [...QUESTIONS, SOURCE]

/** What a message of the bot answers; `apology` where it says that it could not. */
export function meaningOf(text: string): Expectation | 'apology' | null {
  if (text === texts.failed) return 'apology'
  return ALL.find(({ head }) => text.startsWith(head)) ?? null
}
