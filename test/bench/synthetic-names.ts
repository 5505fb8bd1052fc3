/**
 * Names of indicators made of heads, things and qualifiers, as real ones are: every word stands in
 * many names, and a name is told from its sisters by one word. Each word carries the Latin
 * spelling that a chat would use.
 */
import { type Random, randomFrom } from '../eval/random.ts'

type Spelt = readonly [persian: string, latin: string]

export interface SyntheticIndicator {
  readonly name: string
  readonly unit: string
  readonly additive: boolean
  readonly aliases: readonly string[]
  /** The name in Latin letters. */
  readonly latin: string
}

const spelt = (table: string): readonly Spelt[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [persian = '', latin = ''] = line.trim().split('|')
      return [persian, latin]
    })

/** Head, its unit, and two other ways to say it. */
const HEADS = spelt(`
  تولید|tolide
  صادرات|saderate
  واردات|varedate
  مصرف|masrafe
  فروش|foroushe
  ظرفیت تولید|zarfiate tolide
  ارزش صادرات|arzeshe saderate
  وزن صادرات|vazne saderate
  خرید تضمینی|kharide tazmini
  سطح زیر کشت|sathe zire keshte
  قیمت|gheymate
  موجودی انبار|mojoudie anbare
  کارگاه‌های|kargahhaye
  شاغلان|shaghelane
  تسهیلات پرداختی|tashilate pardakhtie
  سرمایه‌گذاری در|sarmayegozari dar
  مجوزهای صادرشده|mojavezhaye sadershode
  بیمه|bimeye
  بهره‌برداران|bahrebardarane
  تعاونی‌های|taavonihaye
  سهم بازار|sahme bazare
  ضایعات|zayeate
`)
const UNITS = ['تن', 'دلار', 'تن', 'تن', 'ریال', 'تن', 'دلار', 'تن', 'تن', 'هکتار', 'ریال']
  .concat(['تن', 'کارگاه', 'نفر', 'تومان', 'تومان', 'مجوز', 'تومان', 'نفر', 'تعاونی'])
  .concat(['درصد', 'تن'])
const OTHER_HEADS: readonly (readonly [string, string])[] = [
  ['میزان تولید', 'برداشت'],
  ['میزان صادرات', 'فروش خارجی'],
  ['میزان واردات', 'خرید خارجی'],
  ['میزان مصرف', 'مصرف سالانه'],
  ['مقدار فروش', 'عرضه'],
  ['ظرفیت', 'توان تولید'],
  ['درآمد صادرات', 'صادرات دلاری'],
  ['تناژ صادرات', 'صادرات وزنی'],
  ['خرید', 'خرید دولتی'],
  ['زیر کشت', 'مساحت زیر کشت'],
  ['نرخ', 'بهای'],
  ['موجودی', 'ذخیره'],
  ['تعداد کارگاه‌های', 'واحدهای'],
  ['اشتغال', 'کارکنان'],
  ['وام', 'تسهیلات'],
  ['سرمایه‌گذاری', 'سرمایه جذب‌شده در'],
  ['جوازهای', 'پروانه‌های'],
  ['پوشش بیمه', 'غرامت بیمه'],
  ['تولیدکنندگان', 'فعالان'],
  ['شرکت‌های تعاونی', 'تشکل‌های'],
  ['سهم', 'درصد بازار'],
  ['تلفات', 'هدررفت'],
]
const THINGS = spelt(`
  گندم|gandom
  جو|jo
  برنج|berenj
  ذرت|zorrat
  پنبه|panbe
  چغندرقند|choghondarghand
  نیشکر|neyshekar
  کلزا|kolza
  سویا|soya
  عدس|adas
  نخود|nokhod
  لوبیا|loubia
  سیب‌زمینی|sibzamini
  پیاز|piaz
  گوجه‌فرنگی|gojefarangi
  خیار|khiar
  هندوانه|hendevane
  سیب|sib
  انگور|angour
  پسته|peste
  بادام|badam
  گردو|gerdou
  خرما|khorma
  انار|anar
  پرتقال|porteghal
  زعفران|zaferan
  چای|chay
  گوشت قرمز|goushte ghermez
  گوشت مرغ|goushte morgh
  تخم‌مرغ|tokhmemorgh
  شیر خام|shire kham
  عسل|asal
  ماهی|mahi
  میگو|meygou
  فولاد خام|foulade kham
  سنگ آهن|sange ahan
  مس کاتد|mese katod
  آلومینیوم|alominium
  سیمان|siman
  کاشی|kashi
  شیشه|shishe
  لاستیک|lastik
  پتروشیمی|petroshimi
  خودرو|khodro
  تراکتور|teraktor
  لوازم خانگی|lavazeme khanegi
  پوشاک|poushak
  فرش دستباف|farshe dastbaf
  فرش ماشینی|farshe mashini
  صنایع دستی|sanaye dasti
  دارو|daro
  کاغذ|kaghaz
  چوب|choub
  کود شیمیایی|koude shimiaie
  برق|bargh
  گاز طبیعی|gaze tabiie
  بنزین|benzin
  نفت خام|nafte kham
  گچ|gach
  نمک|namak
`)
const QUALIFIERS = spelt(`
  |
  روستایی|roustaie
  شهری|shahri
  دولتی|dowlati
  خصوصی|khosousi
  تعاونی|taavoni
  آبی|abi
  دیم|deym
  صنعتی|sanati
  سنتی|sonnati
  گلخانه‌ای|golkhaneie
  مرغوب|marghoub
  بسته‌بندی‌شده|bastebandishode
  داخلی|dakheli
  خارجی|khareji
  مرزی|marzi
  عشایری|ashayeri
  دانش‌بنیان|daneshbonyan
`)

/** `count` indicators (up to 23,000), each with five aliases; the same seed gives the same ones. */
export function syntheticIndicators(count: number, seed: string): SyntheticIndicator[] {
  const all = HEADS.flatMap((_, head) =>
    THINGS.flatMap((thing) => QUALIFIERS.map((qualifier) => ({ head, thing, qualifier }))),
  )
  return shuffled(all, randomFrom(seed))
    .slice(0, count)
    .map(({ head, thing, qualifier }) => indicator(head, thing, qualifier))
}

function indicator(head: number, thing: Spelt, qualifier: Spelt): SyntheticIndicator {
  const [name, latin] = HEADS[head] ?? ['', '']
  const [other, another] = OTHER_HEADS[head] ?? ['', '']
  const unit = UNITS[head] ?? 'تن'
  const [object, objectLatin] = thing
  const [quality, qualityLatin] = qualifier
  const said = (...words: string[]) => words.filter((word) => word !== '').join(' ')
  return {
    name: said(name, object, quality),
    unit,
    additive: unit !== 'درصد' && name !== 'قیمت',
    aliases: [
      said(other, object, quality),
      said(another, object, quality),
      said(object, quality, name),
      said(name, 'انواع', object, quality),
      said(other, 'محصول', object, quality),
    ],
    latin: said(latin, objectLatin, qualityLatin),
  }
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn = [...items]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const one = drawn[at] as Item
    drawn[at] = drawn[other] as Item
    drawn[other] = one
  }
  return drawn
}
