/** Number words of Persian as data: formal, colloquial and commonly misspelt forms, already folded. */

export type NumberWord = ValueWord | ScaleWord

interface Ordinality {
  /** «م» as in «پنجم», which may also name a fraction's denominator; «مین» as in «پنجمین» never. */
  readonly ordinal?: 'm' | 'min'
}

export interface ValueWord extends Ordinality {
  readonly kind: 'value'
  readonly value: number
  /** What follows in the same number must be smaller: «بیست و …» has room for 1 to 9. */
  readonly room: number
}

export interface ScaleWord extends Ordinality {
  readonly kind: 'scale'
  readonly power: number
  /** Another power that some people mean by the same word. */
  readonly otherPower?: number
}

const CARDINALS: Record<number, readonly string[]> = {
  0: ['صفر'],
  1: ['یک', 'یه'],
  2: ['دو'],
  3: ['سه'],
  4: ['چهار', 'چار'],
  5: ['پنج'],
  6: ['شش', 'شیش'],
  7: ['هفت'],
  8: ['هشت'],
  9: ['نه'],
  10: ['ده'],
  11: ['یازده'],
  12: ['دوازده'],
  13: ['سیزده'],
  14: ['چهارده', 'چارده'],
  15: ['پانزده', 'پونزده'],
  16: ['شانزده', 'شونزده'],
  17: ['هفده', 'هیفده', 'هوده'],
  18: ['هجده', 'هیجده', 'هژده', 'هیژده'],
  19: ['نوزده'],
  20: ['بیست'],
  30: ['سی'],
  40: ['چهل', 'چل'],
  50: ['پنجاه'],
  60: ['شصت', 'شست'],
  70: ['هفتاد'],
  80: ['هشتاد'],
  90: ['نود'],
  100: ['صد'],
  200: ['دویست', 'دیویست'],
  300: ['سیصد'],
  400: ['چهارصد', 'چارصد'],
  500: ['پانصد', 'پونصد'],
  600: ['ششصد', 'شیشصد', 'شصد'],
  700: ['هفتصد', 'هفصد'],
  800: ['هشتصد', 'هشصد'],
  900: ['نهصد'],
}

const SCALES: Record<number, readonly string[]> = {
  3: ['هزار'],
  6: ['میلیون', 'ملیون', 'میلیونی'],
  9: ['میلیارد', 'ملیارد', 'میلیاردی'],
  12: ['تریلیون'],
}

/** «بیلیون» is 10⁹ to some and 10¹² to others. */
const DOUBTFUL_SCALE: ScaleWord = { kind: 'scale', power: 12, otherPower: 9 }

/** «۵۰۰ م تومان»: million in a chat, milliard in some tables. */
export const SHORT_SCALE: ScaleWord = { kind: 'scale', power: 6, otherPower: 9 }

/** Ordinals that are not the cardinal with «م». */
const IRREGULAR_ORDINALS: Record<number, readonly string[]> = {
  1: ['اول', 'نخست', 'اولین', 'نخستین'],
  3: ['سوم'],
}

const WORDS = new Map<string, NumberWord>()

for (const [number, spellings] of Object.entries(CARDINALS)) {
  const value = Number(number)
  const word = { kind: 'value', value, room: roomOf(value) } as const
  for (const spelling of spellings) addWithOrdinals(spelling, word)
}
for (const [power, spellings] of Object.entries(SCALES)) {
  const word = { kind: 'scale', power: Number(power) } as const
  for (const spelling of spellings) addWithOrdinals(spelling, word)
}
WORDS.set('بیلیون', DOUBTFUL_SCALE)
for (const [number, spellings] of Object.entries(IRREGULAR_ORDINALS)) {
  const value = Number(number)
  for (const spelling of spellings) {
    const ordinal = spelling === 'سوم' ? 'm' : 'min'
    WORDS.set(spelling, { kind: 'value', value, room: 0, ordinal })
  }
}
WORDS.set('سومین', { kind: 'value', value: 3, room: 0, ordinal: 'min' })

function roomOf(value: number): number {
  if (value >= 100) return 100
  return value >= 20 ? 10 : 0
}

function addWithOrdinals(spelling: string, word: NumberWord): void {
  WORDS.set(spelling, word)
  // «سهم» is a share and «سیم» a wire: these two make their ordinals otherwise.
  if (spelling === 'سه' || spelling === 'سی' || spelling.endsWith('ی')) return
  WORDS.set(`${spelling}م`, { ...word, ordinal: 'm' })
  WORDS.set(`${spelling}مین`, { ...word, ordinal: 'min' })
}

/** What a folded word says as part of a number, or null. */
export function numberWord(text: string): NumberWord | null {
  return WORDS.get(text) ?? null
}

/** The longest number word, so that a search for glued ones can stop. */
export const LONGEST_NUMBER_WORD = Math.max(...[...WORDS.keys()].map((word) => word.length))

/** Endings that make the number before them an ordinal: «۱۲ ام», «۱۲م», «سی‌امین». */
export const ORDINAL_ENDINGS = new Set(['م', 'ام', 'مین', 'امین'])

export const HALVES: ReadonlyMap<string, 'amount' | 'share'> = new Map(
  Object.entries({
    نیم: 'amount',
    نصف: 'share',
    نیمی: 'share',
  }),
)

/** «ده‌ها واحد», «هزاران نفر»: a number that is not said. */
export const VAGUE_WORDS = new Set([
  'دهها',
  'صدها',
  'هزارها',
  'هزاران',
  'میلیونها',
  'میلیاردها',
  'ملیونها',
])
export const VAGUE_STEMS = new Set(['ده', 'صد', 'هزار', 'میلیون', 'میلیارد'])
export const SOME = new Set(['چند', 'چندین'])

/**
 * Names that begin with a number word, as they look when written with a space:
 * the number word is then no number.
 */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    یک: ['شنبه'],
    دو: ['شنبه', 'گنبدان'],
    سه: ['شنبه', 'قلعه'],
    چهار: ['شنبه', 'محال', 'باغ', 'دانگه', 'راه'],
    پنج: ['شنبه'],
    شش: ['دانگ', 'دانگی'],
    هفت: ['تپه', 'گل', 'کل', 'چشمه', 'باغ', 'سین', 'خوان', 'حوض'],
    هشت: ['رود', 'بهشت', 'پر', 'بندی'],
    ده: ['نمک', 'دشت', 'نو'],
    سی: ['سخت', 'ان', 'پل'],
    چهل: ['ستون', 'چشمه'],
    هزار: ['جریب', 'مسجد'],
    نصف: ['جهان'],
    نیم: ['سال', 'سالی', 'فصل', 'رخ', 'بها', 'روز', 'بند', 'کره', 'نگاه'],
  }),
)

/** Whether `word` followed by `next` is a name or another word, not a number. */
export function isNameWithNumber(word: string, next: string): boolean {
  return NAMES.get(word)?.includes(next) ?? false
}
