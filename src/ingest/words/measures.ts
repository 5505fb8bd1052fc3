export const CHANGE_NOUNS: readonly string[] = [
  'افزایش',
  'افزایشی',
  'کاهش',
  'کاهشی',
  'رشد',
  'رشدی',
  'افت',
  'ارتقا',
  'بهبود',
  'جهش',
  'رشد و',
  'نزول',
  'تنزل',
  'صعود',
]
/** «۴۳ درصد بیشتر از …». */
export const COMPARATIVES: readonly string[] = [
  'بیشتر',
  'کمتر',
  'بیش تر',
  'کم تر',
  'بالاتر',
  'پایین تر',
  'پایینتر',
]
export const SHARE_NOUNS: readonly string[] = ['سهم', 'سهمی', 'نسبت', 'درصد از', 'ضایعات']
/** A percentage of these is a level of its own, not a share of something. */
export const RATE_NOUNS: readonly string[] = [
  'نرخ',
  'تورم',
  'جذب',
  'پیشرفت',
  'پیشرفت فیزیکی',
  'تحقق',
  'سود',
  'کارمزد',
  'بیکاری',
  'ضریب',
  'پوشش',
  'تخفیف',
  'ماندگاری',
  'رطوبت',
]
export const RANK_NOUNS: readonly string[] = ['رتبه', 'جایگاه', 'مقام', 'عنوان', 'مکان']
