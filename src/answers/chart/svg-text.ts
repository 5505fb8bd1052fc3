const RIGHT_TO_LEFT_EMBEDDING = '\u202b'
const END_OF_EMBEDDING = '\u202c'
/** All controls but those that joining and a minus sign need. */
const CONTROLS = /[\p{Cc}\p{Cn}]|(?![\u200c\u200d\u200e])\p{Cf}/gu

export interface TextStyle {
  readonly size: number
  readonly weight?: 400 | 700
  readonly fill?: string
  /** Which edge of the text stands at x: `end` is the right one. Default `end`. */
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Degrees, clockwise, around x and y. */
  readonly rotate?: number
}

/**
 * A line of Persian text. The renderer always takes a left-to-right base and ignores `direction`
 * (linebender/resvg #475), so the text goes into an embedding of its own; what it may hold of
 * controls is taken out first, and no space is left at its edges, where it would shift the text.
 */
export function svgText(text: string, x: number, y: number, style: TextStyle): string {
  const { size, weight = 400, fill = '#1f2933', anchor = 'end', rotate } = style
  const turned =
    rotate === undefined ? '' : ` transform="rotate(${rotate} ${rounded(x)} ${rounded(y)})"`
  return (
    `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" font-weight="${weight}" ` +
    `fill="${fill}" text-anchor="${anchor}"${turned}>${shaped(text)}</text>`
  )
}

function shaped(text: string): string {
  return `${RIGHT_TO_LEFT_EMBEDDING}${escaped(text)}${END_OF_EMBEDDING}`
}

function escaped(text: string): string {
  return drawable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Without controls, unpaired surrogates and emoji, which the font lacks. */
function drawable(text: string): string {
  const whole = Buffer.from(text, 'utf8').toString('utf8')
  return whole
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, '')
    .trim()
}

/** Two decimals are finer than a pixel. */
export const rounded = (length: number): number => Math.round(length * 100) / 100

/** How much wider bold letters are. */
export const BOLD = 1.07

/**
 * About how wide a text is drawn, rather too wide than too narrow (measured on Vazirmatn); for bold
 * letters the size is given times {@link BOLD}.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) {
    if (character === '\u200c') continue
    ems += /[\s.,:;،؛٬٫()«»]/.test(character) ? 0.3 : 0.52
  }
  return ems * size
}

/** The text in at most `most` lines that fit the width; the last one ends in «…» when cut. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(' ').filter((word) => word !== '')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size) <= width) {
      line = longer
      continue
    }
    if (lines.length === most - 1)
      return [...lines, shortened([line, ...words.slice(index)].join(' '), size, width)]
    if (line !== '') lines.push(line)
    line = word
  }
  return line === '' ? lines : [...lines, shortened(line, size, width)]
}

function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text.trim()
  const characters = [...text.trim()]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) {
    characters.pop()
  }
  return `${characters.join('').trim()}…`
}
