/**
 * First words of names of what is there at one time, and words that tell what came about in a
 * time. Figures of the first may be added over places, never over years.
 */
export const STOCK_NOUNS: readonly string[] =
  'تعداد شمار مانده سپرده سپرده‌های ظرفیت سطح مساحت طول حجم جمعیت موجودی ذخیره ذخایر قدرت ناوگان دارایی'.split(
    ' ',
  )

export const FLOW_WORDS: readonly string[] = [
  ...'شده صادرشده ایجادشده احداث‌شده تکمیل‌شده احیا احیای صدور جذب فروش خرید تولید صادرات واردات'.split(
    ' ',
  ),
  ...'گردشگران گردشگر مسافران مسافر بازدید بازدیدها سفر سفرها ازدواج طلاق تولد فوت مرگ'.split(' '),
  ...'کشته کشته‌شدگان جان‌باختگان مصدومان تصادفات تصادف بارندگی تخلیه بارگیری بار پروانه'.split(' '),
  ...'پروانه‌های جواز جوازهای مجوز مجوزهای تسهیلات استخدام آورد ورودی خروجی مصرف'.split(' '),
]
