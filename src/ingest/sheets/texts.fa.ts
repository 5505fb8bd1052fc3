import { type ImportColumn, PERSIAN_HEADINGS } from '../../facts/import-columns.ts'
import { persianDigits } from '../../persian/format.ts'

const inPersianDigits = (value: number): string => persianDigits(String(value))

const named = (columns: readonly ImportColumn[]) =>
  columns.map((column) => `«${PERSIAN_HEADINGS[column]}» (${column})`).join('، ')

const inMegabytes = (bytes: number) => inPersianDigits(Math.floor(bytes / 1_000_000))

/** All that the reading and writing of sheets says to people. */
export const texts = {
  cannotOpen: (path: string, reason: string) => `پروندهٔ «${path}» باز نشد: ${reason}`,
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
}
