/** Carry the period of the sentence before: «این واحدها», «در مدت مذکور». */
export const CARRYING_PHRASES: readonly string[] = [
  'این مدت',
  'مدت مذکور',
  'این واحدها',
  'این واحد ها',
  'این طرح ها',
  'این طرحها',
  'این رقم',
  'این میزان',
  'این تعداد',
  'این دوره',
  'مدت یاد شده',
  'مدت یادشده',
  'این ترتیب',
  'این پروژه ها',
  'این تسهیلات',
  'این مقدار',
  'از این',
  'این صادرات',
  'همین مدت',
]

/** What follows one of these is said of something else than what stands before it. */
export const TURNING_WORDS: readonly string[] = ['همچنین', 'علاوه', 'ضمنا']
