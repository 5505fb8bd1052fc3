import { type ImportColumn, PERSIAN_HEADINGS } from '../facts/import-columns.ts'
import { persianDigits } from '../persian/format.ts'

const inPersianDigits = (value: number): string => persianDigits(String(value))

const named = (columns: readonly ImportColumn[]) =>
  columns.map((column) => `«${PERSIAN_HEADINGS[column]}» (${column})`).join('، ')

const inMegabytes = (bytes: number) => inPersianDigits(Math.floor(bytes / 1_000_000))

const openErrors = new Map([
  ['ENOENT', 'چنین پرونده‌ای نیست.'],
  ['EACCES', 'اجازهٔ خواندن آن نیست.'],
  ['EISDIR', 'این یک پوشه است.'],
])

/** All that this layer says to people: about files that are read and written. */
export const texts = {
  cannotOpen: (name: string, code: string, reason: string) =>
    `پروندهٔ «${name}» باز نشد: ${openErrors.get(code) ?? reason}`,
  unknownFormat: (name: string) =>
    `نوع پروندهٔ «${name}» شناخته نشد. آن را به صورت XLSX، CSV یا JSONL (هر سطر یک شیء) ذخیره کنید.`,
  notWorkbook:
    'این پروندهٔ فشرده کارپوشهٔ اکسل نیست. جدول را به صورت XLSX، CSV یا JSONL (هر سطر یک شیء) ذخیره کنید.',
  jsonArray:
    'این پرونده یک آرایهٔ JSON است. هر شیء را در یک سطر جدا بنویسید (JSONL)، بی‌کروشه و بی‌ویرگول میان سطرها.',
  oldExcel:
    'این پرونده در قالب قدیمی اکسل (XLS) یا با گذرواژه ذخیره شده است. آن را در اکسل با «Save As» به صورت XLSX و بی‌گذرواژه ذخیره کنید.',
  brokenFile:
    'پروندهٔ XLSX خراب یا ناقص است. آن را در اکسل باز و دوباره ذخیره کنید، یا به صورت CSV بفرستید.',
  fileTooLarge: (limit: number) =>
    `پرونده بزرگ‌تر از ${inMegabytes(limit)} مگابایت است. آن را به چند پرونده بشکنید یا به صورت CSV ذخیره کنید.`,
  contentTooLarge:
    'محتوای فشردهٔ این پرونده بیش از اندازه بزرگ است. آن را به چند پرونده بشکنید یا به صورت CSV ذخیره کنید.',
  tooManyRows: (limit: number) =>
    `این برگه بیش از ${inPersianDigits(limit)} ردیف دارد. آن را به چند پرونده بشکنید یا به صورت CSV ذخیره کنید.`,
  rowTooLong: (row: number) =>
    `ردیف ${inPersianDigits(row)} بیش از اندازه بلند است. شاید نشانهٔ نقل‌قول («"») بسته نشده باشد.`,
  tooSlow:
    'خواندن این پرونده بیش از اندازه طول کشید. آن را به صورت CSV ذخیره کنید و دوباره بفرستید.',
  wrongEncoding:
    'نویسه‌های این پرونده خوانده نشد. آن را با کدگذاری UTF-8 ذخیره کنید (در اکسل: «CSV UTF-8»).',
  noHeadings: (required: readonly ImportColumn[]) =>
    `ردیف عنوان ستون‌ها پیدا نشد. یکی از ردیف‌های نخست باید نام ستون‌ها باشد؛ دست‌کم ${named(required)}.`,
  missingColumns: (row: number, missing: readonly ImportColumn[]) =>
    `ستون ${named(missing)} در ردیف عنوان (ردیف ${inPersianDigits(row)}) نیست. ستون را با همین نام بیفزایید.`,
  duplicateHeading: (column: ImportColumn, headings: readonly string[]) =>
    `دو ستون برای ${named([column])} هست: ${headings.map((heading) => `«${heading}»`).join(' و ')}. یکی را پاک یا نامش را عوض کنید.`,
  unclosedQuote: (row: number) =>
    `نشانهٔ نقل‌قول («"») که در ردیف ${inPersianDigits(row)} باز شده بسته نشده است. آن را ببندید یا دوتایی بنویسید («""»).`,
  brokenJson: (row: number) =>
    `سطر ${inPersianDigits(row)} یک شیء JSON درست نیست. هر سطر باید یک شیء کامل باشد، مثل {"indicator": "…", "place": "قم"}.`,
  jsonCell: (row: number, column: ImportColumn) =>
    `${named([column])} در سطر ${inPersianDigits(row)} نه متن است و نه عدد.`,
  unknownEnding: (name: string) => `پایان نام «${name}» باید ‎.csv، ‎.xlsx یا ‎.jsonl باشد.`,
  tooManyRowsToWrite: (limit: number) =>
    `بیش از ${inPersianDigits(limit)} ردیف در یک پروندهٔ اکسل نوشته نمی‌شود. خروجی را به صورت CSV بگیرید.`,
  figuresTab: 'ارقام',
  /** Rows with this note are passed over by an import. */
  exampleNote: 'نمونه است و خوانده نمی‌شود',
  examples: [
    {
      indicator: 'احیای واحدهای راکد صنعتی',
      place: 'قم',
      period: '1399',
      value: 37,
      unit: 'واحد',
      kind: 'عملکرد',
      source_title: 'گزارش جلسهٔ کارگروه تسهیل و رفع موانع تولید',
      source_publisher: 'صدا و سیمای مرکز قم',
      source_published_on: '1400/02/11',
    },
    {
      indicator: 'تسهیلات پرداختی به واحدهای تولیدی',
      place: 'یزد',
      period: 'نیمه دوم ۱۳۹۹',
      value: 'هزار و ۲۰۰',
      unit: 'میلیارد تومان',
      kind: 'هدف',
      qualifier: 'بیش از',
      speaker: 'رئیس سازمان صمت',
      quote: 'بیش از هزار و ۲۰۰ میلیارد تومان تسهیلات پرداخت می‌شود',
      source_title: 'گزارش جلسهٔ کارگروه تسهیل و رفع موانع تولید',
    },
  ],
  /** The words that a template offers for the columns that know only a few. */
  choices: {
    kind: ['عملکرد', 'هدف', 'پیش‌بینی'],
    measure: ['سطح', 'تغییر', 'سهم', 'رتبه'],
    qualifier: ['دقیق', 'بیش از', 'دست‌کم', 'کمتر از', 'حداکثر', 'حدود'],
    period_basis: ['صریح', 'استنباطی'],
  },
  guide: {
    tab: 'راهنما',
    headings: ['نام ستون', 'نام لاتین', 'لازم است؟', 'توضیح'],
    required: 'بله',
    optional: 'نه',
    columns: {
      indicator: 'آنچه شمرده شده است. شاخصی که تازه باشد ساخته می‌شود.',
      place: 'کشور، استان یا شهرستان؛ مثل «قم» یا «شهرستان قم».',
      period:
        'سال یا بازهٔ شمسی: 1399، 1399-07، 1399-Q3، «نیمه دوم ۱۳۹۹»، «سال گذشته» (با تاریخ انتشار).',
      value: 'یک عدد؛ مثل ۱۲۰۰ یا «هزار و ۲۰۰». اگر رقم نیست خالی بماند و گزاره پر شود.',
      unit: 'واحد همان عدد؛ مثل «تن»، «درصد»، «میلیارد تومان».',
      kind: 'عملکرد، هدف یا پیش‌بینی. خالی یعنی عملکرد.',
      measure: 'سطح، تغییر، سهم یا رتبه. خالی یعنی سطح.',
      qualifier: 'دقیق، بیش از، دست‌کم، کمتر از، حداکثر یا حدود. خالی یعنی دقیق.',
      statement: 'متنی به جای عدد؛ مثل «موانع بانکی و مالیاتی».',
      speaker: 'نام و سمت کسی که رقم را گفته است.',
      quote: 'عین جمله‌ای که رقم در آن آمده است.',
      source_title: 'عنوان گزارش یا سند. اگر هیچ مشخصه‌ای از منبع نیاید نام پرونده منبع می‌شود.',
      source_publisher: 'ناشر؛ مثل خبرگزاری یا سازمان.',
      source_url: 'نشانی صفحه یا سند.',
      source_published_on: 'تاریخ انتشار، شمسی یا میلادی: 1400/02/11 یا 2021-05-01.',
      period_basis: 'صریح اگر دوره در منبع آمده، استنباطی اگر از متن دانسته شده است.',
      note: 'توضیح دلخواه. دو ردیف نمونهٔ برگهٔ نخست خوانده نمی‌شوند؛ می‌توانید پاکشان کنید.',
    } satisfies Record<ImportColumn, string>,
  },
}
