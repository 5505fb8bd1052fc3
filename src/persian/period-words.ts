/** The words that periods are made of. Keys are folded, without half-spaces, with ا for آ. */

export type Role =
  | 'year'
  | 'years'
  | 'months-unit'
  | 'month-unit'
  | 'half-unit'
  | 'season-unit'
  | 'day-unit'
  | 'week-unit'
  | 'decade-unit'
  | 'month'
  | 'season'
  | 'relative-year'
  | 'past'
  | 'recent'
  | 'current'
  | 'next'
  | 'new'
  | 'first'
  | 'last'
  | 'begin'
  | 'end'
  | 'now'
  | 'until-now'
  | 'from'
  | 'between'
  | 'to'
  | 'and'
  | 'in'
  | 'solar'
  | 'lunar'
  | 'gregorian'
  | 'crop'
  | 'its'

export interface Meaning {
  readonly role: Role
  readonly value?: number
}

const words = (role: Role, list: string): [string, Meaning][] =>
  list.split(' ').map((word) => [word, { role }])
const valued = (role: Role, list: string, first: number): [string, Meaning][] =>
  list
    .split(' ')
    .flatMap((forms, index) =>
      forms.split('|').map((word): [string, Meaning] => [word, { role, value: first + index }]),
    )

export const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...words('year', 'سال سالی'),
  ...words('years', 'سالها سالهای سالهایی سنوات'),
  ...words('months-unit', 'ماهه'),
  ...words('month-unit', 'ماه ماههای'),
  ...words('half-unit', 'نیمه نیمسال نصف نصفه نصفهی نصفی'),
  ...words('season-unit', 'فصل ربع'),
  ...words('day-unit', 'روز'),
  ...words('week-unit', 'هفته'),
  ...words('decade-unit', 'دهه'),
  ...valued(
    'month',
    'فروردین اردیبهشت|اردیبهش خرداد تیر مرداد|امرداد شهریور مهر ابان اذر دی بهمن اسفند|اسپند',
    1,
  ),
  ...valued('season', 'بهار تابستان|تابستون پاییز زمستان|زمستون', 1),
  ...valued(
    'relative-year',
    'پیرارسال|پیارسال|پریارسال|پریرسال|پریسال|پیریسال|پیارسالی|پیرارسالی|پریسالی پارسال|پارسالی|پارسالو|پرسال امسال|امسالی|امساله|امسالو',
    -2,
  ),
  ...words('past', 'گذشته قبل پیش قبلی پیشین ماقبل قبلتر'),
  ...words('recent', 'اخیر'),
  ...words('current', 'جاری حاضر کنونی فعلی'),
  ...words('next', 'اینده بعد اتی بعدی پیشرو'),
  ...words('new', 'جدید نو'),
  ...words('first', 'اول نخست اغازین نخستین ابتدایی اولیه'),
  ...words('last', 'اخر پایانی اخرین'),
  ...words('begin', 'ابتدا ابتدای اغاز شروع اوایل'),
  ...words('end', 'پایان انتها انتهای اواخر'),
  ...words('now', 'اکنون کنون الان حالا هنوز امروز'),
  ...words('until-now', 'تاکنون تاحالا تاالان'),
  ...words('from', 'از'),
  ...words('between', 'بین مابین حدفاصل'),
  ...words('to', 'تا الی لغایت'),
  ...words('and', 'و'),
  ...words('in', 'در طی طول تو توی درطی درطول برای'),
  ...words('solar', 'خورشیدی شمسی'),
  ...words('lunar', 'قمری'),
  ...words('gregorian', 'میلادی'),
  ...words('crop', 'زراعی ابی تحصیلی مالی'),
  ...words('its', 'ش قبلش قبلشون بعدش پیشش'),
])

/** Finglish of the few words that a chat writes without its other words being Latin too. */
export const LATIN: ReadonlyMap<string, string> = new Map([
  ['sal', 'سال'],
  ['sale', 'سال'],
  ['parsal', 'پارسال'],
  ['emsal', 'امسال'],
  ['pirarsal', 'پیرارسال'],
  ['piarsal', 'پیارسال'],
  ['gozashte', 'گذشته'],
  ['gozashteh', 'گذشته'],
  ['ghabl', 'قبل'],
  ['pish', 'پیش'],
  ['jari', 'جاری'],
  ['ayande', 'اینده'],
  ['mah', 'ماه'],
  ['mahe', 'ماهه'],
  ['mahane', 'ماهه'],
  ['nime', 'نیمه'],
  ['nimeh', 'نیمه'],
  ['aval', 'اول'],
  ['avval', 'اول'],
  ['dovom', 'دوم'],
  ['do', 'دو'],
  ['se', 'سه'],
  ['seh', 'سه'],
  ['shesh', 'شش'],
  ['noh', 'نه'],
  ['dah', 'ده'],
  ['farvardin', 'فروردین'],
  ['ordibehesht', 'اردیبهشت'],
  ['khordad', 'خرداد'],
  ['mordad', 'مرداد'],
  ['shahrivar', 'شهریور'],
  ['mehr', 'مهر'],
  ['aban', 'ابان'],
  ['azar', 'اذر'],
  ['bahman', 'بهمن'],
  ['esfand', 'اسفند'],
  ['bahar', 'بهار'],
  ['tabestan', 'تابستان'],
  ['paiz', 'پاییز'],
  ['zemestan', 'زمستان'],
  ['az', 'از'],
  ['ta', 'تا'],
  ['dar', 'در'],
  ['tu', 'تو'],
  ['too', 'تو'],
  ['payan', 'پایان'],
  ['nesbat', 'نسبت'],
])

const set = (list: string) => new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Months and seasons that are as often something else: they need a year, «ماه» or a preposition. */
export const AMBIGUOUS_MONTHS = set('تیر مهر دی بهمن اذر بهار')

/** After these a month's or season's name is the name of a thing, place or person. */
export const NAMED_BEFORE = set(`
  شهرک صنعتی ناحیه مسکن فولاد شهرستان شهر روستا روستای خیابان شرکت بانک خبرگزاری خبرنگار گروه
  کارخانه صندوق نیروگاه پتروشیمی بیمه هتل بیمارستان دانشگاه مدرسه میدان پارک محله بخش سایپا باغ
  شهید اقای خانم دکتر مهندس الشعرای ملکالشعرای البوم پیوند سد پل تیم باشگاه فروشگاه لیزینگ
  پالایشگاه بندر دهستان سیمان معدن مجتمع هلدینگ دل یخ پدر پسر استان محمدتقی زبان موسسه پویش سالن بنیاد سینما ورزشگاه بزرگراه بیستون
`)

/** Those of them that are produced, and so in a month as well. */
export const GOODS = set('فولاد سیمان پتروشیمی معدن')

/** A month's or season's name before these is not one: «تیر آهن», «دی اکسید», «بهار آزادی». */
export const NAMED_AFTER = set(`
  اهن اهنی اهنالات چوبی برق چراغ خلاص کمان اکسید جی وی گان موتور دیزل لیزینگ ازادی امام کوثر ایران
  خواه یزدی نارنج اور ورزی ماهی
`)

/**
 * What is counted by the hundred or more: «1400» before one of these is no year. Two digits
 * need more than this: they are a year only where nothing at all is counted.
 */
export const COUNTED = set(`
  % درصد درصدی هزار میلیون میلیارد تریلیون همت صد دلار یورو ریال تومان تومن نفر نفره تن کیلو کیلوگرم
  گرم لیتر متر مترمربع مترمکعب هکتار هکتاری کیلومتر کیلووات مگاوات مگاواتی گیگاوات بشکه راس قطعه اصله
  واحد واحدی طرح پروژه شغل فرصت مورد فقره دستگاه خودرو شرکت کارخانه کارگاه بنگاه پروانه جواز مجوز
  بازدید مصوبه جلسه سال ماه ماهه روز روزه ساعت دقیقه ثانیه هفته رشته چاه چشمه حلقه باب عدد خانوار
  خانواده پرونده متقاضی کارگر نیرو عضو مددجو دانشجو مشتری بسته جلد جفت عدل تخته کامیون واگن تخت اتاق
  برابر نقطه سانت سانتیمتر میلیمتر درجه میلیونی میلیاردی هزارتن نفری تنی متری کیلومتری نسخه صندلی
  دلاری تومانی ریالی تولیدکننده صادرکننده بهرهبردار سرمایهگذار تعاونی
`)

/** A number after one of these is a quantity, or the number of something. */
export const QUANTITY_BEFORE = set(`
  حدود معادل نزدیک بالغ بر کد شماره ماده بند تبصره صفحه تلفن پلاک ردیف اصل ایزو رتبه به مبلغ رقم
  تعداد میزان درصد قریب حداقل حداکثر کانال مدل هر % *
`)

/** Words that can follow a period standing by itself: nothing that a number could count. */
export const FOLLOWERS = set(`
  چند چندتا چندتاست چندمه چنده چقدر چقد چقدره چقدر چه چی چیه چطور چطوره چگونه کدام کدوم کی کیه کجا
  بود بوده است شد شده شدند شدن داشت داشته دارد داره دارند کرد کرده کردند میشود میشه ایا نسبت مقایسه
  و یا تا در از به با را رو که برای هم نیز چیست بگو بگید بده بدید بفرمایید لطفا احیا ایجاد جذب پرداخت
  اجرا افتتاح راه فعال صادر محقق انجام هست هستند نیست رسید رسیده اعلام گزارش اماری امار بر بین ولی اما
  چرا تاکنون نشان افزایش کاهش رشد تولید صادرات واردات اشتغال شاخص عملکرد واحدهای واحدها طرحهای پروژههای
  خورشیدی شمسی شود باشد بشود خواهد تعطیل مجموعا جمعا کل
`)

/** Words of a question: before them even a lone «۹۹» is a year («اشتغال قم ۹۹ چقدر بود»). */
export const QUESTION_WORDS = set(`
  ? چند چندتا چندتاست چندمه چنده چقدر چقد چقدره چه چی چیه چطور چطوره چگونه کدام کدوم نسبت مقایسه
`)

export const COMPARING = set('نسبت مقایسه قیاس برابر مقابل')
export const SAME_STRETCH = set('مدت دوره زمان بازه')

/** Development plans of the country and the years they cover (own knowledge; law of each plan). */
export const PLANS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1, [1368, 1372]],
  [2, [1374, 1378]],
  [3, [1379, 1383]],
  [4, [1384, 1388]],
  [5, [1390, 1394]],
  [6, [1396, 1400]],
  [7, [1403, 1407]],
])

/** First days of governments by their endorsement; each lasts until the next one's. */
export const GOVERNMENTS: ReadonlyMap<number, string> = new Map([
  [9, '1384-05-12'],
  [10, '1388-05-12'],
  [11, '1392-05-12'],
  [12, '1396-05-12'],
  [13, '1400-05-12'],
  [14, '1403-05-07'],
])

/** Whether a folded word is the name of a month. */
export const isMonth = (word: string): boolean =>
  MEANINGS.get(word.replaceAll('آ', 'ا'))?.role === 'month'
