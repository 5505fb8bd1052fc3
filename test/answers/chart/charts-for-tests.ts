import type {
  BarChart,
  ChartBar,
  ChartPoint,
  ChartSpec,
  LineChart,
} from '../../../src/answers/chart/spec.ts'

const PROVINCES =
  'آذربایجان شرقی،آذربایجان غربی،اردبیل،اصفهان،البرز،ایلام،بوشهر،تهران،چهارمحال و بختیاری،خراسان جنوبی،خراسان رضوی،خراسان شمالی،خوزستان،زنجان،سمنان،سیستان و بلوچستان،فارس،قزوین،قم،کردستان،کرمان،کرمانشاه،کهگیلویه و بویراحمد،گلستان،گیلان،لرستان،مازندران،مرکزی،هرمزگان،همدان،یزد'.split(
    '،',
  )

export const point = (value: number | null, rest: Partial<ChartPoint> = {}): ChartPoint => ({
  value,
  exact: true,
  others: [],
  ...rest,
})

export const bar = (
  name: string,
  value: number | null,
  rest: Partial<ChartBar> = {},
): ChartBar => ({
  name,
  value,
  qualifier: '',
  kind: 'actual',
  emphasised: false,
  ...rest,
})

export const line = (
  values: readonly (number | null)[],
  rest: Partial<LineChart> = {},
): LineChart => ({
  type: 'line',
  title: 'احیای واحدهای راکد صنعتی',
  subtitle: 'قم',
  unit: 'واحد',
  sources: ['خبرگزاری صدا و سیما'],
  note: null,
  labels: values.map((_, index) =>
    String(1404 - values.length + 1 + index).replace(/\d/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)] ?? ''),
  ),
  series: [{ name: 'عملکرد', kind: 'actual', points: values.map((value) => point(value)) }],
  ...rest,
})

export const bars = (rows: readonly ChartBar[], rest: Partial<BarChart> = {}): BarChart => ({
  type: 'bars',
  title: 'تولید گندم',
  subtitle: 'سال ۱۴۰۲',
  unit: 'تن',
  sources: ['وزارت جهاد کشاورزی'],
  note: null,
  ranked: false,
  bars: rows,
  ...rest,
})

/** One picture for each thing that has gone wrong, or could. */
export const CHARTS: Readonly<Record<string, ChartSpec>> = {
  'trend of six years': line([21, 25, 18, 37, 42, 39]),
  'trend with a missing year and a qualifier': {
    ...line([null, null, null, null, null]),
    series: [
      {
        name: 'عملکرد',
        kind: 'actual',
        points: [
          point(1_200_000_000_000),
          point(950_000_000_000),
          point(null),
          point(1_830_000_000_000, { exact: false }),
          point(2_415_600_000_000, { others: [2_100_000_000_000] }),
        ],
      },
    ],
    title: 'تسهیلات پرداختی بانک‌های استان به واحدهای تولیدی و صنعتی در قالب تبصرهٔ ۱۸',
    unit: 'تومان',
    sources: ['خبرگزاری صدا و سیما', 'ایرنا', 'ایسنا', 'مهر', 'فارس'],
  },
  'trend of fourteen years': line([12, 15, 14, 19, 25, 24, 31, 30, 37, 33, 41, 48, 45, 52]),
  'trend of one year': line([37]),
  'trend of nothing but zero': line([0, 0, 0]),
  'trend below zero': line([3.2, -1.4, -5, 2.6], { title: 'رشد تولید', unit: 'درصد' }),
  'target and actual over years': line([], {
    labels: ['۱۳۹۷', '۱۳۹۸', '۱۳۹۹', '۱۴۰۰'],
    series: [
      { name: 'هدف', kind: 'target', points: [20, 25, 25, 35].map((value) => point(value)) },
      { name: 'عملکرد', kind: 'actual', points: [18, 27, 37, null].map((value) => point(value)) },
    ],
  }),
  'three places over years': line([], {
    subtitle: '',
    labels: ['۱۳۹۷', '۱۳۹۸', '۱۳۹۹', '۱۴۰۰'],
    series: ['قم', 'چهارمحال و بختیاری', 'سیستان و بلوچستان'].map((name, index) => ({
      name,
      kind: 'actual',
      points: [18, 27, 37, 35].map((value) => point(value + index * 9)),
    })),
  }),
  'target against actual': bars(
    [bar('هدف', 25, { kind: 'target', emphasised: true }), bar('عملکرد', 37, { emphasised: true })],
    {
      title: 'احیای واحدهای راکد صنعتی',
      subtitle: 'قم، سال ۱۳۹۹',
      unit: 'واحد',
      note: 'تحقق هدف: ۱۴۸ درصد',
    },
  ),
  'two places with a qualifier': bars([
    bar('کهگیلویه و بویراحمد', 63_962, { emphasised: true }),
    bar('یزد', 1_204_500, { qualifier: 'بیش از', emphasised: true }),
    bar('قم', null, { emphasised: true }),
  ]),
  'places below zero': bars(
    [
      bar('خوزستان', 12.4, { emphasised: true }),
      bar('قم', -3.5, { emphasised: true }),
      bar('یزد', -11, { emphasised: true }),
    ],
    { title: 'رشد تولید صنعتی', unit: 'درصد' },
  ),
  'ranking of all provinces': bars(
    PROVINCES.map((name, index) =>
      bar(name, 1_672_000 - index * 53_210, { emphasised: name === 'قم' }),
    ),
    { ranked: true },
  ),
  'names of sources': bars(
    [
      bar('عملکرد (مرکز آمار ایران، سالنامهٔ آماری استان قم، فصل صنعت)', 37, { emphasised: true }),
      bar('عملکرد (ایرنا)', 41, { emphasised: true }),
    ],
    { title: 'احیای واحدهای راکد <صنعتی> & "معدنی" GDP', subtitle: 'قم، سال ۱۳۹۹', unit: 'واحد' },
  ),
}
