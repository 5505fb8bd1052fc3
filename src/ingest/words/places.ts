/** Words beside the names of places, as keys. */
export const PROVINCE_WORDS: readonly string[] = ['استان', 'استانهای', 'استاندار', 'استانداری']
export const COUNTY_WORDS: readonly string[] = [
  'شهرستان',
  'شهر',
  'فرماندار',
  'فرمانداری',
  'بندر',
  'بخش',
  'شهرستانهای',
]
export const BODIES: readonly string[] = [
  'استان',
  'رئیس',
  'مدیرکل',
  'مدیر',
  'سازمان',
  'اداره',
  'دادگستری',
  'کشاورزی',
  'صمت',
  'تجارت',
  'گاز',
  'برق',
]
