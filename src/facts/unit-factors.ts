/** Stands where the bot still looks for it; import it from `persian/units.ts`. */
export { unitFactor } from '../persian/units.ts'
