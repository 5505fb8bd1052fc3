/**
 * What is written to hurt: kept here so that what once hurt is tried for ever. Persian words stand
 * between, so that it comes as far as the parts that read them.
 */
export const HOSTILE_WORDS: readonly string[] = [
  // Markup and queries, to be shown as they are.
  '<b>قم</b>',
  '</b></i><a href="tg://user?id=7">مالک</a>',
  '<script>alert(1)</script>',
  '<blockquote><pre>',
  '&lt;&amp;&#x202e;&nbsp;',
  '*bold* _it_ `code` [x](http://a.b) ||s||',
  "'; DROP TABLE observation; --",
  '" OR 1=1 --',
  "قم' UNION SELECT * FROM member --",
  '%_%\\',
  '$\u007bprocess.exit(1)} {{7*7}} #{x}',
  // Formulas of spreadsheets.
  '=cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd',
  '+1+1',
  '-2+3',
  '\t=1',
  // Direction, width and invisible letters.
  '\u202eمالک\u202c',
  '\u2067قم',
  '\u2069\u2069قم',
  'ق\u200b\u200bم',
  '\u200c\u200c\u200c',
  '\u200d\u200d',
  '\ufeff\u2060\u2063',
  '\u{e0041}\u{e0042}',
  '\u3164\u115f\u2800',
  '\u00ad\u034f\u061c',
  // Letters that combine, look alike, are halves, or are none.
  `ق${'\u0651'.repeat(300)}م`,
  'Z̷̢̛͚̈́a̶͎͝l̸̙̆g̵͖̈́o̴͚͑',
  'تoليد گَنــــــدم',
  '\ud800',
  'قم\udfff',
  '\u0000\u0001\u001b[2J',
  '\r\n\u2028\u2029\u0085',
  '👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '𝐐𝐨𝐦 ﷽ ﷼ ㏄ ½ ² ①',
  // Numbers at their ends.
  '۹'.repeat(400),
  '1e400',
  '-0',
  '۰/۰',
  '1399/1399/1399',
  'سال ۹۹۹۹۹۹۹۹۹',
  'صد هزار میلیارد میلیارد میلیارد میلیارد میلیارد',
  'نیمه اول سه ماهه چهارم سال سال سال ۹۹',
  '۳۱ اسفند ۱۳۹۹',
  '۲۹/۱۲/۱۴۰۲ تا ۳۰/۱۲/۱۴۰۳',
  '../..',
  '1399-13-45',
  // Names that every object has.
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  // Commands and mentions where none is expected.
  '/add',
  '/start@arqam_trial_bot',
  '@arqam_trial_bot',
  '/ask /ask /ask',
  'https://evil.example/?q=قم',
]

/** What people truly ask about, to be mixed with the above. */
export const TRUE_WORDS: readonly string[] = [
  'احیای واحدهای راکد صنعتی',
  'تسهیلات پرداختی',
  'تولید گندم',
  'قم',
  'یزد',
  'ایران',
  'در سال ۹۹',
  'پارسال',
  'نیمه دوم سال گذشته',
  'هدف',
  'چقدر بود؟',
  'چند درصد محقق شد؟',
  'کدام استان بیشترین',
  'مقایسه',
  'روند',
  'سهم',
  'رتبه',
  'نسبت به',
  'منبعش؟',
  'و',
  'از',
  'تا',
  'هزار و ۲۰۰ میلیارد تومان',
  'sal',
  'tolid',
  'Qom',
  'jhfp',
]

/** Texts that pattern and search choke on: one short thing, again and again, and its near end. */
export const LONG_TEXTS: readonly string[] = [
  ...[
    'ا',
    'و ',
    'سال ',
    '۱۳۹۹ ',
    'هزار و ',
    'از ',
    'در ',
    'قم ',
    '۱',
    '۱٬',
    '۱.',
    '/',
    '-',
    '«',
    '<',
  ],
  ...['\u200c', ' ', '\n', 'نیمه ', 'تا ', 'a', 'ab ', 'صد و بیست و ', '٪ ', 'استان ', '&#1;'],
  ...['تولید ', 'واحد ', 'میلیارد ', 'سه ماهه ', 'کم', 'ه‌ای ', 'می‌', '\u064e', '😀', '@a '],
].flatMap((piece) => {
  const whole = piece.repeat(Math.ceil(4096 / piece.length)).slice(0, 4095)
  return [`${whole}!`, whole.slice(0, 499), `${piece.repeat(20).slice(0, 400)} قم`]
})
