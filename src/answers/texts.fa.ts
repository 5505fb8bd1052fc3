/** All words of answers that people read; the code around them knows no Persian. */
export const texts = {
  kinds: { actual: 'عملکرد', target: 'هدف', forecast: 'پیش‌بینی' },
  /** What was asked about a figure, for a refusal to name. */
  aspects: {
    achieved: 'درصد تحقق هدف',
    gap: 'فاصله با هدف',
    unmet: 'بخش محقق‌نشدهٔ هدف',
    change: 'تغییر نسبت به دورهٔ قبل',
    share: 'سهم از کشور',
    rank: 'رتبه',
    compare: 'مقایسه',
    most: 'رتبه‌بندی',
    least: 'رتبه‌بندی',
    total: 'مجموع',
    average: 'میانگین',
    trend: 'روند',
  } as Readonly<Partial<Record<string, string>>>,
  /** What is asked of a figure, on a button that offers it. */
  asked: {
    achieved: 'درصد تحقق هدف',
    gap: 'فاصله با هدف',
    unmet: 'بخش محقق‌نشدهٔ هدف',
    change: 'تغییر',
    share: 'سهم از کشور',
    rank: 'رتبه',
    compare: 'مقایسه',
    most: 'بیشترین',
    least: 'کمترین',
    total: 'مجموع',
    average: 'میانگین',
    trend: 'روند',
    definition: 'تعریف',
    statement: 'توضیح',
  } as Readonly<Partial<Record<string, string>>>,
  /** Of an order of changes, and of an order of years. */
  askedOfChange: { most: 'بیشترین رشد', least: 'کمترین رشد' },
  askedOverYears: { most: 'سالی که بیشترین بود', least: 'سالی که کمترین بود' },
  measures: { level: 'مقدار', change: 'تغییر', share: 'سهم', rank: 'رتبه' },
  change: {
    up: 'افزایش',
    down: 'کاهش',
    same: 'بدون تغییر',
    almost: 'تقریباً بدون تغییر',
    someUp: 'افزایش، به اندازه‌ای نامعلوم',
    someDown: 'کاهش، به اندازه‌ای نامعلوم',
    sameOrUp: 'بدون تغییر یا افزایش',
    sameOrDown: 'بدون تغییر یا کاهش',
  },
  toTarget: {
    up: 'بالاتر از هدف',
    down: 'پایین‌تر از هدف',
    same: 'برابر با هدف',
    almost: 'تقریباً برابر با هدف',
    someUp: 'بالاتر از هدف، به اندازه‌ای نامعلوم',
    someDown: 'پایین‌تر از هدف، به اندازه‌ای نامعلوم',
    sameOrUp: 'برابر با هدف یا بالاتر از آن',
    sameOrDown: 'برابر با هدف یا پایین‌تر از آن',
  },
  /** How much more the first of two is than the second. */
  between: (first: string, second: string) => ({
    up: `بیشتر در ${first}`,
    down: `بیشتر در ${second}`,
    same: 'هیچ',
    almost: 'تقریباً هیچ',
    someUp: `در ${first} بیشتر، به اندازه‌ای نامعلوم`,
    someDown: `در ${second} بیشتر، به اندازه‌ای نامعلوم`,
    sameOrUp: `هیچ، یا در ${first} بیشتر`,
    sameOrDown: `هیچ، یا در ${second} بیشتر`,
  }),
  percentagePoints: 'واحد درصد',
  unknownDate: 'نامعلوم',
  county: (name: string) => `شهرستان ${name}`,

  speaker: 'گوینده: ',
  source: 'منبع: ',
  publishedOn: '، تاریخ انتشار: ',
  inferred: 'سال در خبر نیامده و استنباط شده است.',
  someInferred: 'سال دست‌کم یکی از این رقم‌ها در خبر نیامده و استنباط شده است.',
  targetBeside: 'هدف همان دوره: ',
  actualBeside: 'عملکرد همان دوره: ',
  achieved: 'تحقق: ',
  note: 'یادداشت: ',
  conflict: (figures: number) =>
    figures === 2
      ? 'دو منبع رقم‌های متفاوت داده‌اند؛ هر دو آمده است:'
      : 'منابع رقم‌های متفاوت داده‌اند؛ همه آمده است:',
  conflicting: 'منابع رقم‌های متفاوت داده‌اند؛ همه آمده است و تفاوت یکتایی نیست.',
  otherSource: 'منبع دیگری رقم دیگری داده است:',
  converted: 'تبدیل: ',
  convertedAll: (from: string, to: string, step: string) =>
    `از ${from} به ${to} تبدیل شده است (${step}).`,
  working: 'محاسبه: ',
  openDirection: 'این رقم‌ها را منبع دقیق نگفته است؛ حاصل می‌تواند کمتر یا بیشتر از این باشد.',
  workingOf: (place: string, formula: string) => `محاسبه (${place}): ${formula}`,
  milliards: (working: string, unit: string) => `${working} میلیارد ${unit}`,
  correctedFrom: (before: string, day: string) => `اصلاح شد: پیش‌تر ${before} (تاریخ اصلاح: ${day})`,
  correctedOf: (what: string, before: string, day: string) =>
    `${what}: اصلاح شد؛ پیش‌تر ${before} (تاریخ اصلاح: ${day})`,
  corrected: (typed: string, meant: string) => `«${typed}» را «${meant}» خواندم.`,

  assumedPlace: (place: string) => `مکان را نگفتید؛ تنها رقم موجود از ${place} است.`,
  defaultPlace: (place: string) => `مکان را نگفتید؛ مکان پیش‌فرض این گفتگو (${place}) را گرفتم.`,
  previousPlace: (place: string) => `مکان را از پرسش قبل گرفتم: ${place}.`,
  previousPeriod: 'دوره را نگفتید؛ از پرسش قبل گرفتم.',
  latestPeriod: 'دوره را نگفتید؛ تازه‌ترین رقم موجود آمده است.',
  latestCommon: 'دوره را نگفتید؛ تازه‌ترین دورهٔ مشترک آمده است.',

  whichPlace: 'برای کدام مکان؟',
  onlyPlace: 'مکان را نگفتید و تنها از این‌جا دارم؛ همین را می‌خواهید؟',
  whichIndicator: 'منظورتان کدام است؟',
  whichSpelling: 'منظورتان این است؟',
  itsFigure: 'اگر همین است، رقمش:',
  theirFigures: 'رقم هر کدام:',
  whichOf: (place: string) => `از ${place} کدام را می‌خواهید؟`,
  morePlaces: 'مکان‌های دیگر را هم می‌توانید بنویسید.',
  moreIndicators: 'شاخص‌های دیگر را هم می‌توانید بنویسید.',

  noStatement: 'در این باره توضیحی ندارم؛ رقم را می‌توانید بپرسید:',
  noFigure: 'این رقم را ندارم:',
  gone: 'شاخص یا مکان این پرسش دیگر در دست نیست.',
  noSuchCondition: (conditions: readonly string[]) =>
    `این شرط یا استثنا را نمی‌توانم با رقم‌های موجود پاسخ بدهم: ${quoted(conditions)}.`,
  noSuchPeriod: (periods: readonly string[]) => `این دوره را نمی‌شناسم: ${quoted(periods)}.`,
  otherUnit: (unit: string) => `شاخص‌های نزدیک به پرسش شما با «${unit}» شمرده نمی‌شوند.`,
  noClearName: 'از پرسش شما روشن نیست کدام شاخص را می‌خواهید؛ نام آن را کامل‌تر بنویسید.',
  unexplained: (words: string) =>
    `این بخش از پرسش را با رقم‌های موجود نمی‌توانم تطبیق بدهم: «${words}».`,
  heldOfThese: 'آنچه از این‌ها دارم:',
  nearest: 'نزدیک‌ترین رقم‌های موجود (پاسخ پرسش شما نیستند):',
  notUnderstood:
    'پرسش شما دربارهٔ رقم‌هایی که دارم نیست، یا آن را نفهمیدم. نام یک شاخص و یک استان بنویسید؛ مثلاً:',
  notUnderstoodEmpty: 'هنوز هیچ رقمی ثبت نشده است.',
  help: 'رقم‌های تولید استان‌ها را با منبعشان می‌گویم. شاخص، استان و سال را به زبان خودتان بنویسید؛ مثلاً:',
  welcome: 'خواهش می‌کنم. هر رقم دیگری خواستید بپرسید.',
  goesOnFrom: (indicator: string) => `ادامهٔ پرسش پیشین دربارهٔ «${indicator}» گرفتم.`,
  held: (place: string) => `آنچه از ${place} دارم:`,
  heldOfIt: (place: string | null) =>
    place === null ? 'آنچه در این باره دارم:' : `آنچه در این باره از ${place} دارم:`,
  heldNothingOfIt: (place: string | null) =>
    place === null ? 'در این باره رقمی ندارم.' : `در این باره از ${place} رقمی ندارم.`,
  heldIndicators: 'شاخص‌هایی که دارم:',
  heldNothing: (place: string) => `از ${place} رقمی ندارم.`,
  more: (count: string) => `و ${count} مورد دیگر`,

  noDefinition: (indicator: string) => `برای «${indicator}» تعریفی ثبت نشده است.`,
  definition: (indicator: string) => `${indicator}: `,

  sumOf: (first: string, second: string) => `مجموع ${first} و ${second}`,
  ratioOf: (first: string, second: string) => `نسبت ${first} به ${second}`,
  perUnitOf: (first: string, per: string, unit: string, second: string) =>
    `${first} به ازای هر ${per === '' ? '' : `${per} `}${unit} (${second})`,
  unitIn: (unit: string, divisor: string) => `${unit} در ${divisor}`,
  unitPer: (unit: string, per: string, divisor: string) =>
    `${unit} به ازای هر ${per === '' ? '' : `${per} `}${divisor}`,
  quotient: (isRatio: boolean) => (isRatio ? 'نسبت' : 'حاصل'),
  pairAlone: 'از نسبت یا مجموع دو شاخص، تنها خود رقم را می‌توانم بگویم:',
  pairOneAtATime: 'نسبت یا مجموع دو شاخص را برای یک مکان و یک دوره می‌گویم:',
  pairUnlike: 'این دو رقم با هم نمی‌خوانند (واحد، نوع یا سنجهٔ آن‌ها)؛ محاسبه‌شان درست نیست:',
  pairByNothing: 'تقسیم ممکن نیست، چون رقم دوم صفر یا منفی است:',
  pairUnknownDirection:
    'هر دو رقم تنها یک حد را می‌گویند («بیش از»، «کمتر از» یا «حدود»)؛ از آن‌ها نسبت یا مجموع معلومی به دست نمی‌آید:',

  achievedShare: 'درصد تحقق هدف',
  gap: 'فاصله با هدف',
  unmetShare: 'بخش محقق‌نشدهٔ هدف',
  targetReached: 'هدف برآورده شده است؛ چیزی از آن نمانده است.',
  against: (what: string) => `نسبت به ${what}`,
  changeSince: (period: string) => `تغییر نسبت به ${period}`,
  share: 'سهم از کل کشور',
  rankAmong: (count: string) => `رتبه در میان ${count} استانی که رقمشان را دارم`,
  amongProvinces: (count: string) => `در میان ${count} استانی که رقمشان را دارم`,
  total: 'مجموع',
  average: 'میانگین',
  ranking: 'رتبه‌بندی',
  disputed: (places: string) =>
    `منبع دیگری برای این مکان‌ها رقم دیگری داده است و رتبه ممکن است فرق کند: ${places}`,
  disputedYears: (years: string) =>
    `منبع دیگری برای این سال‌ها رقم دیگری داده است و ترتیب ممکن است فرق کند: ${years}`,
  amongHeld: (count: string) => `در میان ${count} مکانی که رقمشان را دارم:`,
  amongYearsHeld: (count: string) => `در میان ${count} سالی که رقمشان را دارم:`,
  difference: 'تفاوت: ',
  trend: 'روند',
  missingYears: (years: string) => `رقم این سال‌ها را ندارم: ${years}.`,
  notAdditive: 'این شاخص جمع‌پذیر نیست (درصد، رتبه یا نرخ)؛ جمع یا میانگین آن معنا ندارد.',
  notComparable: 'این رقم‌ها واحد، نوع یا دورهٔ یکسانی ندارند و مقایسه‌شان درست نیست.',
  needsStretch: 'جمع و میانگین را برای یک دوره یا سال‌های پشت سر هم می‌گویم.',
  notOverTime:
    'این رقم، موجودی یک زمان است؛ جمع آن در چند سال معنا ندارد. مقایسه یا روند آن را بپرسید.',
  needsBoth: 'برای این محاسبه رقم‌های لازم را ندارم.',
  cannotConvert: (unit: string) =>
    `این رقم را نمی‌توان به «${unit}» تبدیل کرد؛ با واحد خودش آمده است.`,
  onlyOne: 'جز همین یک رقم، رقم دیگری ندارم؛ روند دست‌کم دو رقم می‌خواهد.',
} as const

function quoted(words: readonly string[]): string {
  return words.map((one) => `«${one}»`).join('، ')
}
