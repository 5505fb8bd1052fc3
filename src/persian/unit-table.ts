/**
 * Units of measure and count nouns of Persian reports, as data. Spellings are folded (hamza dropped,
 * half-spaces as spaces). `factor` is the exact size in the base unit of its dimension; null means
 * recognised but never converted.
 */
export interface UnitEntry {
  readonly unit: string
  readonly dimension: string
  readonly factor: string | null
  /** Folded spellings, words separated by one space. */
  readonly spellings: readonly string[]
}

function measure(
  unit: string,
  dimension: string,
  factor: string | null,
  ...spellings: string[]
): UnitEntry {
  return { unit, dimension, factor, spellings: spellings.flatMap(withAdjective) }
}

/** A noun that things are counted in; each is a dimension of its own. */
function count(unit: string, ...spellings: string[]): UnitEntry {
  return measure(unit, unit, '1', ...(spellings.length > 0 ? spellings : [unit]))
}

/** «تن» and «تنی», «بشکه» and «بشکه‌ای», «یورو» and «یورویی». */
function withAdjective(spelling: string): string[] {
  if (/[%$€﷼a-z]/.test(spelling)) return [spelling]
  if (spelling.endsWith('ه')) return [spelling, `${spelling} ای`]
  if (spelling.endsWith('و') || spelling.endsWith('ا'))
    return [spelling, `${spelling}یی`, `${spelling}ی`]
  return spelling.endsWith('ی') ? [spelling] : [spelling, `${spelling}ی`]
}

export const HEMAT = 'همت'

export const UNITS: readonly UnitEntry[] = [
  // Money. A law of 13 Mehr 1404 makes the new rial 10,000 current ones: recognised, not converted.
  measure('ریال', 'پول', '1', 'ریال', '﷼'),
  measure('تومان', 'پول', '10', 'تومان', 'تومن'),
  measure(HEMAT, 'پول', '1e13', HEMAT),
  measure('ریال جدید', 'ریال جدید', null, 'ریال جدید', 'ریال نو'),
  measure('قران', 'قران', null, 'قران'),
  measure('دلار', 'دلار', '1', 'دلار', 'دلار امریکا', 'دلار آمریکا', '$', 'usd'),
  measure('یورو', 'یورو', '1', 'یورو', '€', 'eur'),
  measure('درهم', 'درهم', '1', 'درهم'),
  measure('یوان', 'یوان', '1', 'یوان'),
  measure('پوند', 'پوند', '1', 'پوند'),
  measure('سنت', 'سنت', '1', 'سنت'),

  // Mass
  measure('تن', 'جرم', '1', 'تن', 'ton'),
  measure('کیلوگرم', 'جرم', '0.001', 'کیلوگرم', 'کیلو گرم', 'کیلو', 'kg'),
  measure('گرم', 'جرم', '0.000001', 'گرم'),

  // Area
  measure('میلی‌متر', 'بارش', '1', 'میلی متر', 'میلیمتر', 'mm'),
  measure('هکتار', 'مساحت', '1', 'هکتار', 'ha'),
  measure('متر مربع', 'مساحت', '0.0001', 'متر مربع', 'مترمربع'),
  measure('کیلومتر مربع', 'مساحت', '100', 'کیلومتر مربع', 'کیلومترمربع', 'کیلو متر مربع'),

  // Volume
  measure('متر مکعب', 'حجم', '1', 'متر مکعب', 'مترمکعب'),
  measure('لیتر', 'حجم', '0.001', 'لیتر'),
  measure('بشکه', 'بشکه', '1', 'بشکه'),

  // Length
  measure('کیلومتر', 'طول', '1000', 'کیلومتر', 'کیلو متر', 'km'),
  measure('متر', 'طول', '1', 'متر'),

  // Power and energy
  measure('مگاوات', 'توان', '1', 'مگاوات', 'مگا وات', 'mw'),
  measure('کیلووات', 'توان', '0.001', 'کیلووات', 'کیلو وات', 'kw'),
  measure('گیگاوات', 'توان', '1000', 'گیگاوات', 'گیگا وات', 'gw'),
  measure('مگاوات‌ساعت', 'انرژی', '1', 'مگاوات ساعت', 'مگاواتساعت'),
  measure('کیلووات‌ساعت', 'انرژی', '0.001', 'کیلووات ساعت', 'کیلوواتساعت'),
  measure('گیگاوات‌ساعت', 'انرژی', '1000', 'گیگاوات ساعت', 'گیگاواتساعت'),

  // Shares and multiples
  measure('درصد', 'درصد', '1', 'درصد', 'در صد', '%'),
  measure('واحد درصد', 'واحد درصد', '1', 'واحد درصد'),
  measure('برابر', 'برابر', '1', 'برابر'),

  // Yield and flow
  measure('تن در هکتار', 'عملکرد در هکتار', '1', 'تن در هکتار', 'تن در هر هکتار'),
  measure('کیلوگرم در هکتار', 'عملکرد در هکتار', '0.001', 'کیلوگرم در هکتار', 'کیلو در هکتار'),
  measure('لیتر بر ثانیه', 'دبی', '0.001', 'لیتر بر ثانیه', 'لیتر در ثانیه'),
  measure('متر مکعب بر ثانیه', 'دبی', '1', 'متر مکعب بر ثانیه', 'متر مکعب در ثانیه'),

  // People
  measure('نفر', 'نفر', '1', 'نفر', 'نفره'),
  measure('شغل', 'نفر', '1', 'شغل'),
  measure('فرصت شغلی', 'نفر', '1', 'فرصت شغلی'),
  measure('کارگر', 'نفر', '1', 'کارگر'),

  // Time
  measure('سال', 'سال', '1', 'سال', 'ساله'),
  measure('ماه', 'ماه', '1', 'ماه', 'ماهه'),
  measure('روز', 'روز', '1', 'روز', 'روزه'),
  measure('ساعت', 'ساعت', '1', 'ساعت', 'ساعته'),
  measure('هفته', 'هفته', '1', 'هفته'),
  measure('دقیقه', 'دقیقه', '1', 'دقیقه'),

  // What production reports count
  count('واحد'),
  count('فقره'),
  count('مورد'),
  count('پروژه', 'پروژه', 'پروزه'),
  count('طرح'),
  count('مصوبه'),
  count('رأس', 'راس'),
  count('قطعه'),
  count('دستگاه'),
  count('جلسه'),
  count('نشست'),
  count('بازدید'),
  count('رتبه'),
  count('پله'),
  count('کارخانه'),
  count('کارگاه'),
  count('شرکت'),
  count('شرکت تعاونی'),
  count('تعاونی'),
  count('بنگاه'),
  count('نیروگاه'),
  count('معدن'),
  count('شهرک'),
  count('شهرک صنعتی'),
  count('ناحیه صنعتی'),
  count('روستا'),
  count('شهر'),
  count('شهرستان'),
  count('استان'),
  count('کشور'),
  count('سد'),
  count('چاه'),
  count('حلقه چاه'),
  count('حلقه'),
  count('صندوق'),
  count('محور'),
  count('کلاس'),
  count('مدرسه'),
  count('نوع'),
  count('جواز'),
  count('مجوز'),
  count('پروانه'),
  count('پرونده'),
  count('تفاهم‌نامه', 'تفاهم نامه', 'تفاهمنامه'),
  count('قرارداد'),
  count('خانوار'),
  count('خانواده'),
  count('اصله'),
  count('نهال'),
  count('عدد'),
  count('باب'),
  count('تخت'),
  count('خودرو'),
  count('تراکتور'),
  count('کامیون'),
  count('محصول'),
  count('کالا'),
  count('بانک'),
  count('شعبه'),
  count('پزشک'),
  count('متقاضی'),
  count('متخصص'),
  count('بار'),
  count('مرتبه'),
  count('دوره'),
  count('گلخانه'),
  count('مزرعه'),
  count('مرغداری'),
  count('سازه'),
  count('کلنی'),
  count('دامداری'),
  count('نمایشگاه'),
  count('اقامتگاه'),
  count('هتل'),
  count('مرحله'),
  count('بند'),
  count('صنف'),
  count('واحد صنفی'),
  count('واحد مسکونی'),
]

const SINGLE_WORDS = new Set(
  UNITS.flatMap((entry) => entry.spellings).filter((spelling) => !spelling.includes(' ')),
)

/** Whether one folded word is a unit by itself. */
export function isUnitWord(word: string): boolean {
  return SINGLE_WORDS.has(word)
}

export const LONGEST_UNIT_WORD = Math.max(...[...SINGLE_WORDS].map((word) => word.length))
