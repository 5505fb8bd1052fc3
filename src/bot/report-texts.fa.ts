import type { DraftFlag } from '../ingest/draft.ts'
import { inPersianDigits as number } from './texts.fa.ts'

const flags: Record<DraftFlag, string> = {
  'ambiguous-decimal': 'این عدد دو جور خوانده می‌شود؛ یکی را برگزینید.',
  implausible: 'این عدد با رقم کنارش جور درنمی‌آید؛ شاید واژه‌ای مانند «هزار» افتاده باشد.',
  range: 'در متن یک بازه آمده است؛ یکی از دو سر آن را برگزینید. با «حداقل» یا «حداکثر» ثبت می‌شود.',
  'unit-elided': 'واحد در متن نیامده و از رقم پیشین گرفته شده است.',
  'title-disagrees': 'عنوان گزارش برای همین چیز رقم دیگری می‌گوید.',
  rounded: 'کسر است و گرد شده است.',
  'loose-name': 'نام شاخص از واژه‌های جمله گرد آمده است؛ نام درستش را بنویسید: «شاخص …».',
}

/** What is said while the figures of a report are looked through. */
export const reportTexts = {
  send: 'متن گزارش را بفرستید یا پست کانال را به این‌جا باز بفرستید؛ پروندهٔ ‎.txt هم می‌شود. تا تأیید پایانی چیزی ثبت نمی‌شود.',
  nothingFound: 'در این متن رقمی پیدا نشد. متن دیگری بفرستید، یا /cancel.',
  tooLong: (most: number) =>
    `این متن بلندتر از ${number(most)} نویسه است. آن را در چند بخش بفرستید.`,
  tooMany: (all: number, most: number) =>
    `${number(all)} رقم در این متن هست؛ بیش از ${number(most)} رقم را یکجا نمی‌شود بررسی کرد. آن را در چند بخش بفرستید.`,
  found: (all: number, sure: number) =>
    `${number(all)} رقم پیدا شد: ${number(sure)} مطمئن، ${number(all - sure)} نیازمند بررسی`,
  counts: (approved: number, skipped: number, open: number) =>
    `تأیید: ${number(approved)}؛ رد: ${number(skipped)}؛ مانده: ${number(open)}`,
  source: (source: string) => `منبع: ${source}`,
  publishedOn: (day: string) => `تاریخ انتشار: ${day}`,
  noDay: 'تاریخ انتشار روشن نیست؛ «سال گذشته» و مانند آن حساب نشد. بنویسید: «تاریخ: ۱۴۰۰/۰۲/۱۲».',
  noSource: 'منبع گزارش را بنویسید: «منبع: خبرگزاری …». بی‌منبع رقمی ثبت نمی‌شود.',
  askPlace: (count: number) =>
    `مکان ${number(count)} رقم در متن نیست. همه از کجاست؟ یکی را بزنید یا بنویسید: «مکان: …».`,
  openCardFirst: 'نخست کارت آن رقم را باز کنید، سپس اصلاح را بنویسید.',
  allSeen: 'همهٔ رقم‌ها را دیدید.',
  nothingStored: 'هنوز چیزی ثبت نشده است.',
  known: (count: number) =>
    `${number(count)} رقم با همین مقدار از پیش ثبت شده است؛ اگر همان گزارش است، آن‌ها را رد کنید.`,
  skippedKnown: (count: number) => `${number(count)} رقم ثبت‌شده رد شد.`,
  reallyDiscard:
    'بررسی این گزارش نیمه‌کاره است؛ آنچه تأیید، رد یا اصلاح کرده‌اید از دست می‌رود. دور بریزم؟',

  card: (at: number, all: number) => `رقم ${number(at)} از ${number(all)}`,
  states: { open: '', approved: ' — تأیید شد', skipped: ' — رد شد' },
  fresh: (name: string) => `${name} (جدید)`,
  said: (period: string, words: string) => `${period} («${words}»)`,
  noPeriod: 'دورهٔ این رقم در متن نیامده و از تاریخ گزارش گرفته شده است؛ ببینید درست است.',
  missing: (fields: string) => `این بخش‌ها روشن نیست؛ پیش از تأیید بنویسید: ${fields}.`,
  flags,
  twin: (at: number) => `همین رقم در کارت ${number(at)} هم تأیید شده است؛ یکی را رد کنید.`,
  knownElsewhere: (id: number) =>
    `همین رقم از منبع دیگری ثبت شده است (شمارهٔ ${number(id)}). اگر همان گزارش است، رد کنید.`,
  rival: (at: number) =>
    `توجه: برای همین شاخص، مکان، دوره و نوع، کارت ${number(at)} مقدار دیگری دارد.`,
  howToCorrect:
    'برای اصلاح بنویسید: «مقدار …»، «شاخص …»، «دوره …»، «مکان …»، «نوع …»، «سنجه …»، «واحد …»، «گوینده …».',
  sayWhole: 'مقدار را کامل و با واحد بنویسید، مانند «مقدار هزار و ۲۰۰ میلیارد تومان».',
  sure: 'مطمئن',
  approvedSure: (count: number) => `${number(count)} رقم مطمئن تأیید شد.`,
  noneSure: 'رقم مطمئنی نمانده است؛ بقیه را یکی‌یکی ببینید.',
  cannotApprove: 'این رقم هنوز تأیید نمی‌شود:',
  cannotStore: (at: number) => `رقم ${number(at)} ثبت نمی‌شود:`,
  noneApproved: 'رقمی تأیید نشده است؛ چیزی برای ثبت نیست.',
  finalTitle: (count: number) => `${number(count)} رقم ثبت می‌شود:`,
  leftOut: (count: number) => `${number(count)} رقم تأیید نشده و ثبت نمی‌شود.`,
  listed: (at: number, line: string) => `${number(at)}. ${line}`,
  newIndicators: (names: string) => `شاخص‌های جدید: ${names}`,

  buttons: {
    approve: 'تأیید',
    skip: 'رد',
    previous: '‹ پیشین',
    next: 'بعدی ›',
    today: 'منتشرشدهٔ امروز',
    begin: 'بررسی یکی‌یکی',
    approveSure: 'تأیید همهٔ مطمئن‌ها',
    finish: 'پایان و ثبت',
    summary: 'خلاصه',
    skipKnown: 'رد همهٔ ثبت‌شده‌ها',
    discard: 'انصراف از گزارش',
    reallyDiscard: 'بله، دور بریز',
    goOn: 'نه، ادامه می‌دهم',
    asKnown: (name: string) => `شاخص: ${name}`,
  },
}
