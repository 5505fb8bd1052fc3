import { describe, expect, it } from 'vitest'
import {
  finglishDistance,
  skeletonOfKey,
  skeletonOfSounds,
  soundsOf,
} from '../../src/persian/finglish.ts'

const LIMIT = 0.9
const distance = (latin: string, key: string) =>
  Math.min(...soundsOf(latin).map((sounds) => finglishDistance(sounds, key, LIMIT)))

/** Spellings that people use for one word. */
const SPELLINGS: [key: string, ...latin: string[]][] = [
  ['قم', 'qom', 'ghom', 'gom'],
  ['یزد', 'yazd', 'yzd'],
  ['تولید', 'tolid', 'towlid', 'toulid'],
  ['گندم', 'gandom', 'gandoom'],
  ['استان', 'ostan', 'ostaan'],
  ['خراسان', 'khorasan', 'xorasan', 'khorasaan'],
  ['پروژه', 'projeh', 'proje', 'porojeh', 'prozhe'],
  ['چقدر', 'cheghadr', 'cheqadr', 'chegadr'],
  ['صنعتی', 'sanati', "san'ati"],
  ['اشتغال', 'eshteghal', 'eshtegal'],
  ['واحد', 'vahed', 'wahed'],
  ['کارخانه', 'karkhane', 'karkhaneh'],
]

describe('Finglish', () => {
  it.each(SPELLINGS.flatMap(([key, ...latin]) => latin.map((one) => [one, key] as const)))(
    '%s is near %s',
    (latin, key) => {
      expect(distance(latin, key)).toBeLessThanOrEqual(LIMIT)
    },
  )

  it.each([
    ['qom', 'گندم'],
    ['yazd', 'یزدان'],
    ['tehran', 'هرات'],
    ['kerman', 'کرمانشاه'],
    ['gandom', 'گندمزار'],
    ['sanati', 'سنتی'],
    ['vahed', 'وحدت'],
    ['hello', 'حلوا'],
  ])('%s is not %s, or farther than the word itself', (latin, key) => {
    expect(distance(latin, key)).toBeGreaterThan(0)
  })

  it('ranks the meant word first', () => {
    const nearest = (latin: string, keys: string[]) =>
      [...keys].sort((a, b) => distance(latin, a) - distance(latin, b))[0]
    expect(nearest('kerman', ['کرمانشاه', 'کرمان'])).toBe('کرمان')
    expect(nearest('sanati', ['سنتی', 'صنعتی', 'سنت'])).not.toBe('سنت')
    expect(nearest('tolid', ['تولیدی', 'تولد', 'تولید'])).toBe('تولید')
  })
})

describe('skeletons', () => {
  it.each(SPELLINGS.map(([key, latin]) => [latin ?? '', key] as const))(
    'of %s and %s are one',
    (latin, key) => {
      expect(soundsOf(latin).map(skeletonOfSounds)).toContain(skeletonOfKey(key))
    },
  )

  it.each([
    ['khorasan', ['xorasan', 'khorasan']],
    ['Ghom', ['qom', 'ghom']],
    ['tashilat', ['ta$ilat', 'tashilat']],
    ['mohammad', ['mohamad']],
    ['waahed', ['vAhed']],
    ["ma'dan 12", ['madan']],
    ['', ['']],
  ])('sounds of %s', (latin, sounds) => {
    expect(soundsOf(latin)).toEqual(sounds)
  })
})
