/**
 * Light Persian morphology: from a word to the shorter words it may be an inflection of.
 * It only proposes; whoever asks accepts a stem when it is a word that they know.
 */

/** Endings, longest first, and the fewest letters that must stand before each. */
const ENDINGS: readonly (readonly [ending: string, fewest: number, becomes?: string])[] = [
  ['هایشان', 2],
  ['هایمان', 2],
  ['هاشون', 2],
  ['هامون', 2],
  ['هایش', 2],
  ['هایی', 2],
  ['های', 2],
  ['هاش', 2],
  ['هام', 2],
  ['ها', 2],
  ['شدهاند', 3],
  ['شدهاست', 3],
  ['کردهاند', 3],
  ['شده', 3],
  ['شدن', 3],
  ['کردن', 3],
  ['شد', 3],
  ['ترین', 2],
  ['تر', 3],
  ['شان', 3],
  ['مان', 3],
  ['تان', 3],
  ['شون', 3],
  ['تاش', 3],
  ['مون', 3],
  ['تون', 3],
  ['یان', 3],
  ['گان', 3, 'ه'],
  ['جات', 3, 'ه'],
  ['جات', 3],
  ['ان', 3],
  ['ات', 3],
  ['یت', 3],
  ['اند', 3],
  ['ند', 3],
  ['اش', 3],
  ['ام', 3],
  ['ای', 3],
  ['یی', 2],
  ['ا', 3],
  ['اشون', 3],
  ['اشان', 3],
  ['ی', 3],
  ['ش', 3],
  ['م', 4],
  ['ت', 4],
  ['و', 4],
  ['ه', 4],
]

/** The endings by their last letter: most words end in none of these, and are done with. */
const ENDINGS_BY_LAST = byLastLetter(ENDINGS)

function byLastLetter<Entry extends readonly [ending: string, ...unknown[]]>(
  entries: readonly Entry[],
): ReadonlyMap<number, readonly Entry[]> {
  const groups = new Map<number, Entry[]>()
  for (const entry of entries) {
    const last = entry[0].charCodeAt(entry[0].length - 1)
    const group = groups.get(last)
    if (group === undefined) groups.set(last, [entry])
    else group.push(entry)
  }
  return groups
}

/** Arabic broken plurals of the field, as keys. */
const BROKEN_PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    معادن: 'معدن',
    منابع: 'منبع',
    موانع: 'مانع',
    مراکز: 'مرکز',
    صنایع: 'صنعت',
    مصارف: 'مصرف',
    مصالح: 'مصلحت',
    مشاغل: 'شغل',
    فرصتها: 'فرصت',
    مدارس: 'مدرسه',
    مناطق: 'منطقه',
    نواحی: 'ناحیه',
    اراضی: 'زمین',
    اقلام: 'قلم',
    ارقام: 'رقم',
    اهداف: 'هدف',
    طیور: 'طیور',
    عوامل: 'عامل',
    عشایر: 'عشایر',
    جوازها: 'جواز',
    کارخانجات: 'کارخانه',
    میوجات: 'میوه',
  }),
)

/** Colloquial vowels: «کارخونه» for «کارخانه», «تموم» for «تمام». */
const COLLOQUIAL: readonly (readonly [spoken: string, formal: string])[] = [
  ['ون', 'ان'],
  ['وم', 'ام'],
]

/**
 * The words that a key may be an inflection of, nearest first, without the key itself:
 * «واحدهایشان» → «واحد», «احیای» → «احیا», «کارخونه» → «کارخانه». At most three endings are
 * taken off.
 */
export function stemsOf(wordKey: string): string[] {
  const first = withoutOneEnding(wordKey)
  if (first.length === 0 && !COLLOQUIAL.some(([spoken]) => wordKey.includes(spoken))) return []
  const stems = new Set<string>()
  let layer = [wordKey]
  for (let depth = 0; depth < 3; depth++) {
    const next: string[] = []
    for (const word of layer) {
      for (const stem of withoutOneEnding(word)) {
        if (stem === wordKey || stems.has(stem)) continue
        stems.add(stem)
        next.push(stem)
      }
    }
    layer = next
  }
  for (const word of [wordKey, ...stems]) {
    for (const [spoken, formal] of COLLOQUIAL)
      if (word.length >= 4 && word.includes(spoken)) stems.add(word.replaceAll(spoken, formal))
  }
  return [...stems]
}

/** A word as it is written where it is spoken otherwise («زمستون» → «زمستان»); null if it is not. */
export function asWritten(wordKey: string): string | null {
  if (wordKey.length < 4) return null
  const written = COLLOQUIAL.reduce(
    (word, [spoken, formal]) => word.replaceAll(spoken, formal),
    wordKey,
  )
  return written === wordKey ? null : written
}

/** Endings that any word takes, longest first: plural, ezafe, «is», «are», «its», object marker. */
const COMMON_ENDINGS = byLastLetter(
  [
    'هایی',
    'شون',
    'شان',
    'های',
    'اند',
    'ند',
    'هاش',
    'ها',
    'ای',
    'اش',
    'رو',
    'ی',
    'ه',
    'ش',
    'و',
    'م',
    'ا',
  ].map((ending): [string] => [ending]),
)

/**
 * The word without one common ending: for closed classes (places, words of grammar), where taking
 * off more would turn one word into another («کرماناه» is not «کرمان»).
 */
export function closeStemOf(wordKey: string): string | null {
  for (const [ending] of COMMON_ENDINGS.get(wordKey.charCodeAt(wordKey.length - 1)) ?? [])
    if (wordKey.length >= ending.length + 2 && wordKey.endsWith(ending))
      return wordKey.slice(0, -ending.length)
  return null
}

function withoutOneEnding(word: string): string[] {
  const stems: string[] = []
  const singular = BROKEN_PLURALS.get(word)
  if (singular !== undefined && singular !== word) stems.push(singular)
  for (const [ending, fewest, becomes = ''] of ENDINGS_BY_LAST.get(
    word.charCodeAt(word.length - 1),
  ) ?? []) {
    if (word.length >= ending.length + fewest && word.endsWith(ending))
      stems.push(word.slice(0, -ending.length) + becomes)
  }
  return stems
}
