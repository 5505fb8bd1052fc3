import { persianDigits } from '../persian/format.ts'
import { type ImportColumn, PERSIAN_HEADINGS } from './import-columns.ts'
import type { ChangeSet } from './types.ts'

const inPersianDigits = (value: string | number): string => persianDigits(String(value))

const things = {
  place: 'مکانی',
  indicator: 'شاخصی',
  unit: 'واحدی',
  alias: 'نام دیگری',
  observation: 'رقمی',
  source: 'منبعی',
  change_set: 'تغییری',
  member: 'عضوی',
}

const listed = (changeSets: readonly ChangeSet[]) =>
  changeSets.map(({ id, actor }) => `${inPersianDigits(id)} (${actor})`).join('، ')

/** All that the store says to people. */
export const texts = {
  things,
  /** What is wrong with the database itself; whatever was asked for was not done, and nothing by halves. */
  troubles: {
    full: 'دیسک پر است: چیزی ثبت نشد و چیزی هم از دست نرفت. جایی باز کنید و دوباره بفرستید؛ پاسخ به پرسش‌ها ادامه دارد.',
    readOnly:
      'پایگاه داده فقط خواندنی است: چیزی ثبت نشد. دسترسی نوشتن پرونده و پوشهٔ آن را درست کنید و دوباره بفرستید؛ پاسخ به پرسش‌ها ادامه دارد.',
    damaged:
      'دیسک یا پایگاه داده خطا می‌دهد: چیزی ثبت نشد. arqam check را اجرا کنید و اگر لازم شد از پشتیبان برگردانید.',
    away: 'ارتباط با پایگاه داده برقرار نیست: این درخواست کامل انجام نشد. کمی دیگر دوباره بفرستید؛ آنچه پیش‌تر ثبت شده سر جایش است.',
  },
  unknownDatabase: (url: string) =>
    `نشانی پایگاه داده شناخته نشد: «${url}». نمونهٔ درست: file:arqam.db یا postgres://host/arqam`,
  cannotOpen: (path: string, reason: string) => `پایگاه دادهٔ «${path}» باز نشد: ${reason}`,
  notOpened: {
    full: 'در دیسک جایی نمانده است؛ جایی باز کنید. چیزی از دست نرفته است.',
    readOnly: 'پرونده یا پوشهٔ آن نوشتنی نیست؛ دسترسی نوشتن آن را درست کنید.',
  },
  cannotMigrate: (reason: string) => `ساختار پایگاه داده به‌روز نشد: ${reason}`,
  cannotBackUp: (path: string, reason: string) => `پشتیبان در «${path}» ساخته نشد: ${reason}`,
  invalidFile: (place: string, reason: string) => `«${place}» خوانده نشد: ${reason}`,
  seedRefused: (file: string, row: number, reason: string) =>
    `سطر ${inPersianDigits(row)} از ${file} پذیرفته نشد: ${reason}`,
  notUnicode: (encoding: string) => `رمزگذاری پایگاه داده ${encoding} است؛ باید UTF8 باشد.`,
  triggerDisabled: (trigger: string, table: string) =>
    `پاسدار ${trigger} جدول ${table} خاموش است؛ سابقهٔ تغییرها پاک‌شدنی است.`,
  targetNotEmpty: (table: string) =>
    `مقصد خالی نیست: جدول ${table} سطر دارد. رونوشت فقط در پایگاه دادهٔ خالی ساخته می‌شود.`,
  arrivedOtherwise: (table: string, sent: number, found: number) =>
    `آنچه در جدول ${table} رسید با مبدأ یکی نیست (${inPersianDigits(sent)} سطر رفت و ${inPersianDigits(found)} سطر رسید)؛ چیزی نوشته نشد.`,
  fileExists: 'پرونده از پیش هست.',
  orphanRow: (table: string, row: number, parent: string) =>
    `سطر ${inPersianDigits(row)} جدول ${table} به سطری از ${parent} اشاره دارد که نیست.`,
  staleProjection: (id: number) => `رقم ${inPersianDigits(id)} با آخرین نسخهٔ خود یکی نیست.`,
  notFound: (thing: keyof typeof things, reference: number | string) =>
    typeof reference === 'number'
      ? `${things[thing]} با شمارهٔ ${inPersianDigits(reference)} پیدا نشد.`
      : `${things[thing]} با نام «${reference}» پیدا نشد.`,
  nameTaken: (name: string) => `«${name}» از پیش هست.`,
  emptyName: 'نام خالی است.',
  notVocabulary: 'این تغییر مکان، شاخص یا نام دیگر نیست.',
  draftSettled: 'این پیش‌نویس پیش از این ثبت یا رد شده است.',
  nothingToChange: 'تغییری خواسته نشده است.',
  /** The unit of an indicator that is told in words. */
  statementUnit: 'گزاره',
  valueOrStatement: 'هر رقم یا مقدار دارد یا گزاره؛ یکی و نه هر دو.',
  sourceMissing: 'منبع معلوم نیست: عنوان، ناشر یا نشانی لازم است.',
  invalidDay: (text: string) => `تاریخ انتشار «${text}» خوانده نشد. نمونهٔ درست: 2021-05-01`,
  invalidPeriod: (period: string) => `دورهٔ «${period}» شناخته نشد.`,
  invalidValue: (text: string) => `مقدار «${text}» خوانده نشد.`,
  unitsDoNotConvert: (unit: string, baseUnit: string) =>
    `واحد «${unit}» با واحد شاخص («${baseUnit}») سازگار نیست.`,
  tooManyDigits: (digits: string) =>
    `مقدار «${inPersianDigits(digits)}» بیش از ۱۵ رقم معنادار دارد و بی‌کم‌وکاست نگه داشته نمی‌شود.`,
  import: {
    empty: (column: ImportColumn) => `ستون «${PERSIAN_HEADINGS[column]}» خالی است.`,
    unknownPlace: (text: string, nearest: readonly string[]) =>
      nearest.length === 0
        ? `مکان «${text}» شناخته نشد.`
        : `مکان «${text}» شناخته نشد. نزدیک‌ترین نام‌ها: ${nearest.join('، ')}`,
    ambiguousPlace: (text: string, labels: readonly string[]) =>
      `مکان «${text}» چند جا را می‌گوید: ${labels.join(' یا ')}`,
    ambiguousIndicator: (text: string, names: readonly string[]) =>
      `شاخص «${text}» چند شاخص را می‌گوید: ${names.join(' یا ')}`,
    unknownWord: (column: ImportColumn, text: string) =>
      `«${text}» در ستون «${PERSIAN_HEADINGS[column]}» شناخته نشد.`,
    valueErrors: {
      'not-a-number': (text: string) =>
        `مقدار «${text}» عدد نیست؛ مثلاً «۱۲۰۰» یا «هزار و ۲۰۰» بنویسید.`,
      ambiguous: (text: string) =>
        `مقدار «${text}» را دو جور می‌شود خواند؛ اعشار را با «٫» و هزارگان را بی‌جداکننده بنویسید.`,
      'too-precise': (text: string) =>
        `مقدار «${text}» بیش از ۱۵ رقم معنادار دارد؛ گردشدهٔ آن را بنویسید.`,
      range: (text: string) =>
        `«${text}» یک بازه است؛ دو ردیف با قیدهای «دست‌کم» و «حداکثر» بنویسید.`,
      'other-unit': (text: string, unit: string) =>
        `واحد در «${text}» با ستون واحد («${unit}») یکی نیست.`,
    },
    periodErrors: {
      'not-a-period': (text: string) =>
        `دورهٔ «${text}» شناخته نشد؛ مثلاً «۱۳۹۹»، «1399-H2» یا «نیمه دوم ۱۳۹۹» بنویسید.`,
      'needs-reference': (text: string) =>
        `دورهٔ «${text}» بی‌تاریخ انتشار معلوم نیست؛ ستون «تاریخ انتشار» را پر کنید.`,
      invalid: (text: string) => `دورهٔ «${text}» در تقویم نیست.`,
    },
    contradicts: 'ردیف دیگری از همین پرونده برای همین شاخص، مکان، دوره و منبع مقدار دیگری دارد.',
  },
  conflict: (observationId: number, actor: string) =>
    `رقم ${inPersianDigits(observationId)} را در این میان ${actor} تغییر داده است.`,
  alreadyUndone: (id: number, by: number) =>
    `تغییر ${inPersianDigits(id)} پیش از این برگردانده شده است (تغییر ${inPersianDigits(by)}).`,
  undoRefused: {
    later_changes: (id: number, later: readonly ChangeSet[]) =>
      `تغییر ${inPersianDigits(id)} برنمی‌گردد، چون تغییرهای دیگری روی آن آمده است: ${listed(later)}.`,
    still_in_use: (id: number, users: readonly ChangeSet[]) =>
      `تغییر ${inPersianDigits(id)} برنمی‌گردد، چون رقم یا نامی بی‌شاخص یا بی‌مکان می‌ماند: ${listed(users)}.`,
    member_change: (id: number) =>
      `تغییر ${inPersianDigits(id)} دربارهٔ اعضاست و از این راه برنمی‌گردد.`,
  },
}
