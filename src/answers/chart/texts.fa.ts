/** All words of charts that people read. */
export const texts = {
  notReported: 'گزارش نشده',
  notReportedOf: (series: string) => `${series}: گزارش نشده`,
  source: (names: string) => `منبع: ${names}`,
  andMore: (count: string) => `و ${count} منبع دیگر`,
  unknownSource: 'نامعلوم',
  inUnit: (unit: string) => `(${unit})`,
  subtitle: (subtitle: string, unit: string) => [subtitle, unit].filter(Boolean).join(' '),
  scales: [
    { power: 12, word: 'هزار میلیارد' },
    { power: 9, word: 'میلیارد' },
    { power: 6, word: 'میلیون' },
    { power: 3, word: 'هزار' },
  ],
  rounded: 'عددها گرد شده‌اند.',
  hollow: 'نقطهٔ توخالی: «بیش از»، «حدود» و مانند آن.',
  conflict: 'لوزی: رقمی دیگر از منبعی دیگر.',
  achieved: (share: string) => `تحقق هدف: ${share}`,
  changeSince: (period: string) => `تغییر نسبت به ${period}`,
  ordinal: (position: string) => `${position}.`,
  ofSource: (name: string, source: string) => `${name} (${source})`,
  kinds: { actual: 'عملکرد', target: 'هدف', forecast: 'پیش‌بینی' },
} as const
