import type { Row } from './store-for-tests.ts'

type Short = readonly [
  indicator: string,
  place: string,
  period: string,
  value: string,
  unit: string,
  Row?,
]

const WHEAT = 'تولید گندم'
const FACTORIES = 'احیای واحدهای راکد صنعتی'
const LOANS = 'تسهیلات پرداختی بانک‌ها'
const EXPORTS = 'صادرات غیرنفتی'
const UNEMPLOYMENT = 'نرخ بیکاری'
const target: Row = { kind: 'target' }

/** What the store of the answers' tests holds; the cases that refer to it name it all. */
const SHORT: readonly Short[] = [
  [WHEAT, 'یزد', '1397', '80000', 'تن'],
  [WHEAT, 'یزد', '1398', '100000', 'تن'],
  [WHEAT, 'یزد', '1399', '150000', 'تن'],
  [WHEAT, 'یزد', '1400', '200000', 'تن', target],
  [WHEAT, 'یزد', '1400', '180000', 'تن', { kind: 'forecast' }],
  [WHEAT, 'کرمان', '1398', '250000', 'تن'],
  [WHEAT, 'کرمان', '1399', '300000', 'تن', { qualifier: 'more_than' }],
  [WHEAT, 'قم', '1399', '50000', 'تن'],
  [WHEAT, 'خراسان رضوی', '1399', '600000', 'تن'],
  [WHEAT, 'ایران', '1399', '12', 'میلیون تن'],
  [FACTORIES, 'قم', '1399', '37', 'واحد', { period_basis: 'inferred' }],
  [FACTORIES, 'قم', '1399', '25', 'واحد', { ...target, period_basis: 'inferred' }],
  [FACTORIES, 'قم', '1400', '35', 'واحد', target],
  [FACTORIES, 'یزد', '1399', '40', 'واحد'],
  [FACTORIES, 'یزد', '1399', '50', 'واحد', target],
  [LOANS, 'قم', '../1400', 'هزار و ۲۰۰', 'میلیارد تومان', { qualifier: 'more_than' }],
  [EXPORTS, 'کرمان', '1399', '900', 'میلیون دلار', { source_title: 'گزارش گمرک' }],
  [EXPORTS, 'کرمان', '1399', '850', 'میلیون دلار', { source_title: 'گزارش استانداری' }],
  [EXPORTS, 'کرمان', '1399', '3', 'رتبه', { measure: 'rank' }],
  [EXPORTS, 'کرمان', '1399', '2.5', 'درصد', { measure: 'share' }],
  [EXPORTS, 'یزد', '1399', '400', 'میلیون دلار'],
  [UNEMPLOYMENT, 'یزد', '1399', '9.5', 'درصد'],
  [UNEMPLOYMENT, 'کرمان', '1399', '11', 'درصد'],
  [UNEMPLOYMENT, 'یزد', '1399-Q3', '10', 'درصد'],
]

export const ROWS: readonly Row[] = [
  ...SHORT.map(([indicator, place, period, value, unit, rest]) => ({
    indicator,
    place,
    period,
    value,
    unit,
    source_title: 'گزارش سالانه',
    source_publisher: 'ایرنا',
    source_published_on: '2021-04-21',
    ...rest,
  })),
  {
    indicator: 'موانع تولید',
    place: 'قم',
    period: '1400',
    unit: 'گزاره',
    statement: 'بانکی، مالیاتی و تأمین اجتماعی',
    speaker: 'استاندار',
    quote: 'موانع تولید: بانکی، مالیاتی و تأمین اجتماعی',
    source_title: 'گزارش سالانه',
    source_publisher: 'ایرنا',
  },
]
