import type { Kind, Measure, Role } from '../facts/types.ts'
import { persianDigits } from '../persian/format.ts'

/** Numbers of the bot's own, such as those of figures and changes. */
export const inPersianDigits = (value: string | number): string => persianDigits(String(value))

const number = inPersianDigits

const roles: Record<Role, string> = {
  owner: 'مالک',
  admin: 'مدیر',
  editor: 'ویراستار',
  member: 'عضو',
}

const kinds: Record<Kind, string> = {
  actual: 'عملکرد',
  target: 'هدف',
  forecast: 'پیش‌بینی',
}

const measures: Record<Measure, string> = {
  level: 'مقدار',
  change: 'تغییر',
  share: 'سهم',
  rank: 'رتبه',
}

/** Commands and the words that do the same; Telegram's menu shows them by role. */
const commands = {
  start: 'آغاز و چند پرسش نمونه',
  help: 'راهنما',
  ask: 'پرسش در گروه',
  settings: 'تنظیمات: استان پیش‌فرض، رقم‌ها و واحد پول',
  add: 'افزودن رقم',
  report: 'بیرون کشیدن رقم‌های یک گزارش خبری',
  edit: 'ویرایش رقم',
  retire: 'کنار گذاشتن رقم',
  undo: 'برگرداندن تغییر',
  history: 'تاریخچهٔ تغییرها',
  admins: 'مدیران و اعضا',
  template: 'نمونهٔ پرونده برای ورود رقم‌ها',
  export: 'خروجی همهٔ رقم‌ها',
  proposals: 'پیشنهادهای ویراستاران',
  unanswered: 'پرسش‌های بی‌پاسخ',
  reports: 'گزارش‌های اشتباه',
  alias: 'نام دیگر برای شاخص، مکان یا واحد',
  rename: 'نام تازهٔ شاخص',
  merge: 'یکی کردن دو شاخص',
  stats: 'آمار پرسش‌ها',
  invite: 'پیوند دعوت',
  cancel: 'انصراف از کار نیمه‌تمام',
}

/** All that the bot itself says to people; answers come from the answers layer. */
export const texts = {
  inDigits: inPersianDigits,
  roles,
  kinds,
  measures,
  commands,
  /** The words for powers of ten in front of a unit. */
  scales: { 0: '', 3: 'هزار', 6: 'میلیون', 9: 'میلیارد', 12: 'هزار میلیارد' },
  commandTable: {
    head: ['فرمان', 'برای', 'کار', 'نمونه'],
    audiences: {
      everyone: 'همه',
      groups: 'همه، در گروه',
      editors: 'ویراستار، مدیر، مالک',
      admins: 'مدیر، مالک',
    },
  },

  // The conversation.
  welcome: (name: string) => `سلام ${name}`,
  welcomeBody:
    'من «ارقام» هستم: رقم‌های تولید و صنعت استان‌ها را با منبعشان می‌گویم. پرسشتان را به زبان خودتان بنویسید یا یکی از این‌ها را بزنید:',
  welcomeEmpty:
    'من «ارقام» هستم: رقم‌های تولید و صنعت استان‌ها را با منبعشان می‌گویم. هنوز رقمی ثبت نشده است.',
  exampleValue: (indicator: string, place: string) => `${indicator} ${place} چقدر است؟`,
  exampleTarget: (indicator: string, place: string) => `هدف ${indicator} ${place} چقدر بود؟`,
  exampleRanking: (indicator: string) => `کدام استان بیشترین ${indicator} را دارد؟`,
  exampleTrend: (indicator: string, place: string) => `روند ${indicator} ${place}`,
  exampleList: (place: string) => `چه آماری از ${place} دارید؟`,
  helpTitle: 'راهنمای ارقام',
  helpLines: [
    'پرسش را ساده بنویسید؛ شاخص را بگویید و اگر می‌خواهید استان و سال را: «احیای واحدهای راکد قم در سال ۹۹».',
    'پس از هر پاسخ می‌توانید کوتاه ادامه دهید: «هدفش چقدر بود؟»، «سال قبلش؟»، «در یزد چطور؟».',
    'اگر استان را نگویید، پاسخ می‌گوید کدام استان را گرفته است؛ اگر سال را نگویید، تازه‌ترین دوره می‌آید.',
    'هر پاسخ منبع دارد. دکمهٔ «منبع کامل» ناشر، تاریخ و عین سخن را نشان می‌دهد.',
    'اگر رقمی نادرست است «گزارش اشتباه» را بزنید تا مدیران ببینند.',
    'رقمی که در دست نیست حدس زده نمی‌شود.',
    'با /settings می‌توانید استانی را پیش‌فرض کنید.',
    'در هر گفت‌وگو نام مرا با @ و پرسش را بنویسید تا پاسخ همان‌جا فرستاده شود.',
    'در گروه: نام مرا با @ بیاورید، به پیام من پاسخ دهید، یا «/ask پرسش» بنویسید.',
    'اگر پرسشتان را ویرایش کنید، پاسخش هم همان‌جا نو می‌شود.',
  ],
  helpAdminTitle: 'فرمان‌های مدیران',
  helpCommand: (name: string, description: string) => `/${name} — ${description}`,
  failed: 'ببخشید، کاری درست پیش نرفت و پاسخ داده نشد. لطفاً کمی دیگر دوباره بفرستید.',
  /** Why slow work, such as reading a report, came to nothing. */
  undone: {
    busy: 'کارهای دیگری در صف است. لطفاً چند دقیقهٔ دیگر دوباره بفرستید.',
    too_slow: 'این کار بیش از اندازه طول کشید و رها شد. لطفاً متن را در چند بخش کوتاه‌تر بفرستید.',
    crashed: 'این کار ناتمام ماند. لطفاً دوباره بفرستید؛ اگر باز هم نشد، متن را در چند بخش بفرستید.',
    closed: 'ربات دارد از نو راه می‌افتد. لطفاً کمی دیگر دوباره بفرستید.',
  },
  expired: 'این دکمه دیگر کار نمی‌کند. لطفاً پرسش را دوباره بفرستید.',
  onlyText: 'من پرسش نوشتاری می‌خوانم. لطفاً پرسشتان را بنویسید.',
  askUsage: 'پرسش را پس از فرمان بنویسید: «/ask احیای واحدهای راکد قم در سال ۹۹».',
  tooLongQuestion: 'این متن برای یک پرسش بلند است. لطفاً پرسش را کوتاه بنویسید.',
  membersOnly: (id: number) =>
    `این ربات برای اعضاست. برای گرفتن دسترسی، این شماره را به مدیر ربات بدهید: ${id}`,
  membersOnlyInGroups: 'این ربات برای اعضاست. برای گرفتن دسترسی در گفت‌وگوی خصوصی به من بنویسید.',
  fileGone: 'این پرونده را نتوانستم از پیام‌رسان بگیرم. لطفاً دوباره بفرستید.',
  tooFast:
    'پیام‌هایتان تندتر از آن می‌رسد که بتوانم پاسخ دهم. لطفاً یک دقیقه صبر کنید و دوباره بفرستید.',
  adminsOnly: 'این فرمان ویژهٔ مدیران است. اگر رقمی نادرست است، زیر پاسخ «گزارش اشتباه» را بزنید.',
  ownersOnly: 'گماشتن و برداشتن مدیران تنها با مالک ربات است.',
  privateOnly: 'این فرمان را در گفت‌وگوی خصوصی با من بنویسید.',
  unknownCommand: 'این فرمان را نمی‌شناسم. /help راهنماست.',

  buttons: {
    source: 'منبع کامل',
    periods: 'سال‌های دیگر',
    report: 'گزارش اشتباه',
    reported: 'توضیح گزارش',
    edit: 'ویرایش',
    more: 'بیشتر',
    back: 'قبلی',
    confirm: 'ثبت',
    cancel: 'انصراف',
    chart: 'نمودار',
    file: 'فایل',
    target: 'هدف',
    compare: 'مقایسه با…',
    share: 'فرستادن',
    watch: 'خبرم کن',
    unwatch: 'دیگر خبر نده',
    openFigure: 'این رقم در ارقام',
    defaultPlace: 'استان پیش‌فرض',
    watched: 'خبرهای خواسته‌شده',
  },

  // Inline mode and links.
  inlineHint: 'پرسش خود را بنویسید؛ مثلاً: تسهیلات قم',
  inlineNothing: 'رقمی پیدا نشد؛ از خود ربات بپرسید',
  linkTo: (address: string) => `پیوند این رقم: ${address}`,

  // Charts, files and comparisons.
  noChart: 'برای این پاسخ نموداری نیست: برای نمودار دست‌کم دو رقم هم‌واحد لازم است.',
  chartFailed: 'نمودار ساخته نشد؛ پاسخ نوشتاری درست است و سر جایش هست. کمی دیگر دوباره بزنید.',
  noFile: 'این پاسخ رقمی ندارد که در فایل بیاید.',
  asCsv: 'همین به صورت CSV',
  fileName: (title: string) => `ارقام - ${title}`,
  fileCaption: 'رقم‌های این پاسخ با منبعشان',
  compareWith: (place: string) => `${place} با کدام مکان مقایسه شود؟`,
  noOtherPlace: 'از مکان دیگری رقمی از این شاخص در دست نیست.',
  // Subscriptions.
  watching: (label: string) =>
    `خبرتان می‌کنم: اگر «${label}» عوض شود یا رقم تازه‌ای برایش بیاید، همین‌جا می‌نویسم.`,
  watchingRefused: (label: string) =>
    `خبرتان می‌کنم: اگر رقمی برای «${label}» افزوده شود، پاسخ را همین‌جا می‌نویسم.`,
  watchedAlready: (label: string) => `«${label}» را پیش‌تر هم خواسته‌اید؛ خبرتان می‌کنم.`,
  tooManyWatched: (most: number) =>
    `در هر گفت‌وگو بیش از ${number(most)} خبر نمی‌شود خواست. یکی را با «دیگر خبر نده» بردارید.`,
  unwatched: 'دیگر از این رقم خبری نمی‌فرستم.',
  unwatchedAlready: 'این خبر پیش‌تر برداشته شده است.',
  newsOf: (label: string) => `خبر تازه: ${label}`,
  newsPerhapsAgain: 'شاید این خبر را پیش‌تر هم گرفته باشید؛ فرستادنش بار پیش نیمه‌کاره ماند.',
  newsAnswered: (label: string) => `پرسش شما اکنون پاسخ دارد: ${label}`,
  watchedTitle: 'خبرهایی که خواسته‌اید؛ هر کدام را بزنید تا برداشته شود:',
  nothingWatched: 'خبری نخواسته‌اید. زیر هر پاسخ «خبرم کن» را بزنید.',

  noTarget: 'برای این شاخص و مکان هدفی ثبت نشده است.',

  // Settings.
  settingsTitle: 'تنظیمات این گفت‌وگو',
  settingPlace: 'استان پیش‌فرض',
  settingDigits: 'رقم‌ها',
  noDefaultPlace: 'هیچ‌کدام',
  settingMoney: 'واحد پول',
  asStated: 'همان که منبع گفته',
  switchMoney: (unit: string) => `نمایش پول به ${unit}`,
  moneyAsStated: 'نمایش پول به واحد منبع',
  digitNames: { persian: 'فارسی (۱۲۳)', latin: 'لاتین (123)' },
  switchDigits: (name: string) => `نمایش با رقم‌های ${name}`,
  choosePlace: 'پرسشی که استان نداشته باشد دربارهٔ کدام استان است؟',

  // Sources and other periods.
  sourceTitle: 'منبع کامل',
  fullText: 'متن کامل گزارش',
  figureNumber: (id: number) => `رقم شمارهٔ ${number(id)}`,
  labels: {
    indicator: 'شاخص',
    place: 'مکان',
    period: 'دوره',
    kind: 'نوع',
    measure: 'سنجه',
    value: 'مقدار',
    unit: 'واحد',
    statement: 'گزاره',
    speaker: 'گوینده',
    quote: 'نقل‌قول',
    title: 'منبع',
    publisher: 'ناشر',
    url: 'نشانی',
    publishedOn: 'تاریخ انتشار',
    note: 'یادداشت',
  },
  labelled: (label: string, value: string) => `${label}: ${value}`,
  unknownDay: 'نامعلوم',
  unsaid: '—',
  inferredPeriod: 'سال در خبر نیامده؛ استنباط شده است',
  changedIn: (id: number, actor: string, when: string) =>
    `ثبت: تغییر شمارهٔ ${number(id)}، \u2068${actor}\u2069، ${when}`,
  otherPeriodsTitle: (indicator: string, place: string) =>
    `${indicator} در ${place}، دوره‌های دیگر:`,
  noOtherPeriods: (indicator: string, place: string) =>
    `جز همین دوره، رقم دیگری از «${indicator}» در ${place} ثبت نشده است.`,
  otherYears: 'همین پرسش در سال‌های دیگر:',
  noOtherYears: 'جز همین سال، رقم‌های لازم برای این پاسخ را ندارم.',
  retiredSince: 'این رقم دیگر در پایگاه نیست؛ کنار گذاشته شده است.',

  // Mistake reports.
  tooManyReports:
    'گزارش‌های پیشین شما هنوز بررسی نشده‌اند. پس از بررسی آن‌ها می‌توانید باز گزارش دهید.',
  reportThanks: 'گزارش شما ثبت شد و به مدیران می‌رسد. سپاس.',
  reportKnown: 'این گزارش پیش‌تر از شما ثبت شده است. سپاس.',
  reportDetail:
    'اگر می‌دانید چه چیز آن نادرست است یا منبع درست کجاست، در پاسخ به همین پیام بنویسید.',
  reportDetailThanks: 'نوشتهٔ شما به گزارش افزوده شد. سپاس.',
  reportNotice: (person: string) => `گزارش اشتباه از ${person}`,
  reportSays: (text: string) => `نوشته: ${text}`,
  withoutText: 'بدون توضیح',

  // Drafts.
  discarded: 'انصراف داده شد؛ چیزی تغییر نکرد.',
  changedMeanwhile: 'برای دیدن وضع کنونی دوباره /edit را بزنید.',
  appliedTitle: (id: number) => `ثبت شد (تغییر شمارهٔ ${number(id)}).`,
  howToUndo: 'اگر اشتباه شد: /undo',
  appointed: (name: string, role: string) => `ثبت شد: ${name}، ${role}.`,
  dismissed: (name: string) => `ثبت شد: دسترسی ${name} برداشته شد.`,
  closedDraft: 'این پیش‌نویس پیش‌تر ثبت یا رد شده است.',
  notYourDraft: 'این پیش‌نویس از کس دیگری است.',

  // Adding.
  addUsage: 'رقم را در یک پیام بنویسید؛ بخش‌ها را با «،» یا در سطرهای جدا بیاورید:',
  addExample: '/add احیای واحدهای راکد صنعتی، قم، ۱۴۰۰، هدف، ۳۵ واحد، منبع: گزارش کارگروه تسهیل',
  addPreview: 'رقم تازه، پیش از ثبت:',
  missing: (fields: string) => `این بخش‌ها نیامده است: ${fields}.`,
  requiredFields: {
    indicator: 'شاخص',
    place: 'مکان',
    period: 'دوره',
    value: 'مقدار با واحد',
    source: 'منبع (مانند «منبع: خبرگزاری …»)',
  },
  notUnderstood: (text: string) => `این بخش را نشناختم: «${text}».`,
  ambiguousIndicator: (text: string) => `«${text}» نام چند شاخص است؛ نام کامل شاخص را بنویسید.`,
  unknownPlace: (text: string) => `مکانی به نام «${text}» نمی‌شناسم.`,
  nearestPlaces: (names: string) => `نزدیک‌ترین نام‌ها: ${names}.`,
  ambiguousPlace: (text: string, names: string) =>
    `«${text}» نام چند شهرستان است؛ با نام استان بنویسید: ${names}.`,
  unknownPeriod: (text: string) =>
    `دورهٔ «${text}» را نشناختم؛ مانند «۱۴۰۰» یا «نیمه دوم ۱۴۰۰» بنویسید.`,
  unknownDayText: (text: string) => `تاریخ «${text}» را نشناختم؛ مانند «۱۴۰۰/۰۴/۱۲» بنویسید.`,
  unknownValue: (text: string) =>
    `مقدار «${text}» را نشناختم؛ عدد و واحد را با هم بنویسید، مانند «۳۵ واحد».`,
  unknownKind: (text: string) => `نوع «${text}» را نشناختم؛ «هدف»، «عملکرد» یا «پیش‌بینی».`,
  unknownMeasure: (text: string) => `سنجهٔ «${text}» را نشناختم؛ «مقدار»، «تغییر»، «سهم» یا «رتبه».`,
  otherUnit: (unit: string, indicator: string, base: string) =>
    `واحد «${unit}» به «${indicator}» نمی‌خورد؛ واحد آن «${base}» است.`,
  unknownIndicator: (text: string) => `شاخصی به نام «${text}» نیست. شاخص تازه را با /add بسازید.`,
  unnamed: (id: number) => `شمارهٔ ${number(id)}`,
  twice: (label: string) => `«${label}» دو بار آمده است.`,
  newIndicatorUnit: 'برای شاخص تازه، مقدار را با واحدش بنویسید.',
  newIndicator: (name: string, unit: string) => `شاخص تازه: «${name}»، واحد «${unit}»`,
  nearIndicators: 'اگر یکی از این شاخص‌ها را می‌خواستید، آن را بزنید:',
  sameExists: (id: number) =>
    `توجه: برای همین شاخص، مکان، دوره و نوع رقم دیگری هم هست (شمارهٔ ${number(id)}). هر دو می‌مانند و پاسخ هر دو را نشان می‌دهد.`,
  relativePeriod: 'دوره از «امروز» حساب شده است؛ پیش از ثبت ببینید درست است.',

  // Editing.
  editUsage:
    'به پیام یک جواب پاسخ دهید و بنویسید /edit، یا شماره را بیاورید: «/edit 12 مقدار ۳۸ واحد».',
  editTitle: (id: number) => `ویرایش رقم شمارهٔ ${number(id)}`,
  editHow:
    'آنچه عوض می‌شود را در پاسخ بنویسید، هر کدام در یک سطر: «مقدار ۳۸ واحد»، «دوره ۱۴۰۰»، «منبع …». شمارهٔ سطر هم پذیرفته است: «۳ ۱۴۰۰».',
  editPreview: (id: number) => `تغییر رقم شمارهٔ ${number(id)}، پیش از ثبت:`,
  before: (text: string) => `پیش: ${text}`,
  after: (text: string) => `پس: ${text}`,
  noSuchFigure: (id: number) => `رقمی با شمارهٔ ${number(id)} نیست یا کنار گذاشته شده است.`,
  nothingChanges: 'با آنچه نوشتید چیزی عوض نمی‌شود.',
  sayFullValue: (example: string) =>
    `مقدار کنونی «${example}» است؛ مقدار تازه را هم کامل با واحد بنویسید.`,
  whichFigure: 'این پیام چند رقم دارد؛ کدام را ویرایش می‌کنید؟',

  // Retiring.
  retireUsage: 'شماره و دلیل را بنویسید: «/retire 12 تکراری است».',
  retireReason: 'دلیل کنار گذاشتن را هم بنویسید: «/retire 12 تکراری است».',
  retirePreview: (id: number) => `رقم شمارهٔ ${number(id)} کنار گذاشته می‌شود:`,
  reason: (text: string) => `دلیل: ${text}`,

  // Undoing.
  undoNothing: 'تغییری از شما نیست که برگردد.',
  noSuchChange: (id: number) => `تغییری با شمارهٔ ${number(id)} نیست.`,
  undoUsage: 'شمارهٔ تغییر را بنویسید: «/undo 12»؛ بی شماره، آخرین تغییر خودتان برمی‌گردد.',
  undoPreview: (id: number) => `تغییر شمارهٔ ${number(id)} برمی‌گردد:`,
  undoActions: {
    added: 'کنار گذاشته می‌شود',
    corrected: 'به وضع پیشین برمی‌گردد',
    changed: 'به وضع پیشین برمی‌گردد',
    retired: 'دوباره در پایگاه می‌آید',
    restored: 'دوباره کنار گذاشته می‌شود',
  },
  undoOthers: 'ویراستار تنها تغییرهای خودش را برمی‌گرداند.',

  // History.
  historyOf: (id: number) => `تاریخچهٔ رقم شمارهٔ ${number(id)}`,
  historyRecent: (days: number) => `تغییرهای ${number(days)} روز گذشته`,
  historyEmpty: 'تغییری ثبت نشده است.',
  noHistory: (id: number) => `رقمی با شمارهٔ ${number(id)} ثبت نشده است.`,
  changeSetHead: (id: number, when: string, actor: string) =>
    `تغییر ${number(id)}، ${when}، ${actor}`,
  undoneBy: (id: number) => `برگردانده شده با تغییر ${number(id)}`,
  undoes: (id: number) => `برگرداندن تغییر ${number(id)}`,
  actions: {
    added: 'افزوده',
    corrected: 'ویراسته',
    changed: 'عوض‌شده',
    retired: 'کنارگذاشته',
    restored: 'برگردانده',
  },
  things: {
    place: 'مکان',
    indicator: 'شاخص',
    alias: 'نام دیگر',
    member: 'دسترسی',
  },
  andMore: (count: number) => `و ${number(count)} مورد دیگر`,
  changedTo: (before: string, after: string) => `${before} ← ${after}`,

  // Admins.
  adminsTitle: 'مدیران و اعضا',
  ownerByConfiguration: 'در تنظیمات برنامه',
  adminsUsage:
    'گماشتن: «/admins add شماره نام» یا در پاسخ به پیام او «/admins add»؛ ویراستار: «/admins add شماره نام ویراستار»؛ عضو: «… عضو»؛ برداشتن: «/admins remove شماره».',
  adminsNoId: 'شمارهٔ تلگرام او را بنویسید، یا به پیامی که از او فرستاده‌اید پاسخ دهید.',
  hiddenSender: 'فرستندهٔ این پیام شناسهٔ خود را پنهان کرده است؛ شمارهٔ او را بنویسید.',
  appointPreview: (name: string, id: number, role: string) => `${name} (${id}) ${role} می‌شود.`,
  removePreview: (name: string, id: number) => `دسترسی ${name} (${id}) برداشته می‌شود.`,
  cannotRemoveOwner: 'مالک در تنظیمات برنامه است و از این‌جا برداشته نمی‌شود.',
  notMember: (id: number) => `کسی با شمارهٔ ${id} در فهرست نیست.`,

  // The program.
  pollingEnded: 'دریافت پیام از تلگرام پایان یافت.',
  wrongToken: 'تلگرام توکن را نپذیرفت (۴۰۱). BOT_TOKEN را بررسی کنید.',
  otherPoller:
    'برنامهٔ دیگری با همین توکن در حال دریافت پیام است (۴۰۹). تنها یک نمونه باید اجرا شود.',
}
