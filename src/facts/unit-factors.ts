import Big from 'big.js'

/** Units whose factor to another is fixed, by dimension. Money is converted only between rial and toman. */
const FACTORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  money: { ریال: '1', تومان: '10', همت: '1e13' },
  mass: { گرم: '1', کیلوگرم: '1e3', کیلو: '1e3', تن: '1e6' },
}

/** How many `baseUnit` one `unit` is, exactly; null when the one cannot be turned into the other. */
export function unitFactor(unit: string, baseUnit: string): Big | null {
  if (unit === baseUnit) return new Big(1)
  for (const units of Object.values(FACTORS)) {
    const from = units[unit]
    const to = units[baseUnit]
    if (from !== undefined && to !== undefined) return new Big(from).div(to)
  }
  return null
}
