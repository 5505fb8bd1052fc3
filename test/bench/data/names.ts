import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** An indicator of the synthetic store, with what people also call it. */
export interface IndicatorName {
  readonly name: string
  readonly unit: string
  readonly aliases: readonly string[]
}

export interface PlaceName {
  readonly name: string
  readonly kind: 'province' | 'county'
}

/** What is counted of each product: the name, its unit, and five other ways to say it. */
const COUNTED: readonly (readonly [string, string, readonly string[]])[] = [
  ['تولید', 'تن', ['میزان تولید', 'حجم تولید', 'مقدار تولید', 'تولیدات', 'تولید سالانه']],
  [
    'ظرفیت تولید',
    'تن',
    ['ظرفیت اسمی', 'توان تولید', 'ظرفیت نصب‌شده', 'ظرفیت کارخانه‌های', 'قدرت تولید'],
  ],
  ['صادرات', 'تن', ['وزن صادرات', 'حجم صادرات', 'صدور', 'ارسال به خارج', 'صادرات گمرکی']],
  [
    'ارزش صادرات',
    'دلار',
    ['درآمد صادرات', 'ارز حاصل از صادرات', 'درآمد ارزی', 'صادرات دلاری', 'ارزآوری'],
  ],
  ['واردات', 'تن', ['وزن واردات', 'حجم واردات', 'ورود', 'خرید خارجی', 'واردات گمرکی']],
  ['مصرف', 'تن', ['میزان مصرف', 'حجم مصرف', 'مصرف خانگی', 'مصرف سرانه', 'مصرف سالانه']],
  ['فروش', 'تن', ['میزان فروش', 'حجم فروش', 'فروش داخلی', 'فروش عمده', 'فروش سالانه']],
  [
    'خرید تضمینی',
    'تن',
    ['خرید دولتی', 'خرید حمایتی', 'خرید توافقی', 'خرید دولت از', 'تحویل دولتی'],
  ],
  ['موجودی انبار', 'تن', ['ذخیره', 'انبارش', 'موجودی سیلوهای', 'ذخایر', 'مانده انبار']],
  [
    'کارگاه‌های تولید',
    'کارگاه',
    ['کارگاه‌های', 'واحدهای تولید', 'کارخانه‌های', 'تولیدی‌های', 'بنگاه‌های'],
  ],
  ['شاغلان تولید', 'نفر', ['کارگران', 'شاغلان بخش', 'نیروی کار', 'اشتغال تولید', 'کارکنان بخش']],
  [
    'سرمایه‌گذاری در تولید',
    'ریال',
    ['سرمایه‌گذاری', 'سرمایه‌گذاری بخش', 'سرمایه جذب‌شده', 'آورده سرمایه‌گذاران', 'سرمایه ثابت'],
  ],
  [
    'تسهیلات تولیدکنندگان',
    'ریال',
    ['وام تولیدکنندگان', 'تسهیلات بانکی', 'وام بانکی', 'اعتبار بانکی', 'تسهیلات بخش'],
  ],
  ['بارگیری', 'تن', ['تخلیه و بارگیری', 'بار بندری', 'بارگیری بندری', 'جابه‌جایی بندری', 'بار']],
  ['حمل ریلی', 'تن', ['حمل با قطار', 'جابه‌جایی ریلی', 'بار ریلی', 'حمل راه‌آهن', 'ترابری ریلی']],
  [
    'بسته‌بندی',
    'بسته',
    ['بسته‌های', 'بسته‌بندی صنعتی', 'بسته‌بندی بهداشتی', 'کارتن‌های', 'بسته‌بندی‌های'],
  ],
  ['فرآوری', 'تن', ['پردازش', 'تبدیل', 'فرآوری صنعتی', 'صنایع تبدیلی', 'فرآوری‌شده']],
  ['بیمه تولید', 'ریال', ['حق بیمه', 'بیمه کشاورزی', 'بیمه‌نامه‌های', 'پوشش بیمه', 'بیمه بخش']],
  ['ضایعات', 'تن', ['دورریز', 'هدررفت', 'پسماند', 'اتلاف', 'ضایعات تولید']],
  [
    'پروانه‌های بهره‌برداری',
    'فقره',
    ['مجوزهای بهره‌برداری', 'پروانه بهره‌برداری', 'بهره‌برداری', 'پروانه‌های فعال', 'مجوز بهره‌برداری'],
  ],
  [
    'پروانه‌های تأسیس',
    'فقره',
    ['مجوزهای تأسیس', 'پروانه تأسیس', 'جواز تأسیس', 'جوازهای تأسیس', 'مجوز تأسیس'],
  ],
  [
    'کارت‌های بازرگانی',
    'فقره',
    ['کارت بازرگانی', 'کارت بازرگانان', 'بازرگانان', 'کارت تجار', 'تاجران'],
  ],
  [
    'تعاونی‌های',
    'تعاونی',
    ['شرکت‌های تعاونی', 'تعاونی', 'تعاونی تولید', 'اتحادیه‌های', 'تعاونی‌های تولید'],
  ],
  ['انبارهای', 'انبار', ['سردخانه‌های', 'سیلوهای', 'انبار', 'مخزن‌های', 'انبارهای فنی']],
  ['دوره‌های آموزش', 'دوره', ['آموزش', 'کلاس‌های', 'آموزش تولیدکنندگان', 'کارگاه آموزشی', 'ترویج']],
]

/** Things of field, herd, mine and factory; some of them near one another in spelling. */
const PRODUCTS =
  `گندم جو برنج ذرت نخود عدس لوبیا کلزا سویا آفتابگردان پنبه چغندر سیب‌زمینی پیاز گوجه‌فرنگی
خیار هندوانه خربزه سیب انگور انار پرتقال لیمو خرما پسته بادام گردو فندق زیتون چای زعفران گلاب عسل
شیر گوشت مرغ تخم‌مرغ ماهی میگو پشم چرم نمک شکر روغن ماکارونی نوشابه کنسرو پنیر کره فولاد آهن مس
آلومینیوم روی سرب طلا سنگ‌آهن زغال‌سنگ سیمان گچ آجر کاشی سرامیک شیشه بلور سنگ گرانیت قیر گازوئیل
بنزین اوره آمونیاک متانول پلی‌اتیلن لاستیک کاغذ مقوا نخ پارچه فرش گلیم کفش مبلمان یخچال`
    .split(/\s+/u)
    .filter((word) => word !== '')

/** Up to 2,000 indicators, each with five aliases; the first ones are spread over all products. */
export function indicatorNames(count: number): IndicatorName[] {
  const most = COUNTED.length * PRODUCTS.length
  if (count > most) throw new RangeError(`at most ${most} indicators`)
  return Array.from({ length: count }, (_, index) => {
    const product = PRODUCTS[index % PRODUCTS.length] ?? ''
    const counted = COUNTED[Math.floor(index / PRODUCTS.length) % COUNTED.length]
    const [head, unit, others] = counted ?? ['', '', []]
    return {
      name: `${head} ${product}`,
      unit,
      aliases: others.map((other) => `${other} ${product}`),
    }
  })
}

export const PLACES_FILE = new URL('../../../data/places.json', import.meta.url)

const placesFile = z.object({
  places: z.array(z.object({ name: z.string(), kind: z.string(), aliases: z.array(z.string()) })),
})

/** All provinces, and the counties whose name nothing else bears. */
export function placeNames(): PlaceName[] {
  const { places } = placesFile.parse(JSON.parse(readFileSync(PLACES_FILE, 'utf8')))
  const borne = new Map<string, number>()
  for (const { name, aliases } of places)
    for (const text of new Set([name, ...aliases])) borne.set(text, (borne.get(text) ?? 0) + 1)
  return places.flatMap(({ name, kind }): PlaceName[] => {
    if (kind === 'province') return [{ name, kind }]
    return kind === 'county' && borne.get(name) === 1 ? [{ name, kind }] : []
  })
}
