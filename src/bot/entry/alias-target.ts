import type { AliasTarget, Indicator, Vocabulary } from '../../facts/types.ts'
import { loadUnits } from '../../facts/vocabulary.ts'
import { key } from '../../persian/normalise.ts'
import { splitUnit } from '../../persian/units.ts'
import { adminTexts as texts } from '../admin-texts.fa.ts'
import type { BotContext, Services } from '../services.ts'
import { nearIndicators } from './near-indicators.ts'
import type { Scene } from './scene.ts'

/** What an alias stands for. */
export interface Target {
  readonly target: AliasTarget
  readonly id: number
  readonly name: string
}

/** A place, an indicator or a unit: places and indicators first, as people ask for those. */
export async function aliasTarget(
  ctx: BotContext,
  services: Services,
  name: string,
  scene: Scene,
): Promise<Target | null> {
  const [place, ...others] = scene.places.resolve(name)
  if (scene.indicators.resolve(name).length === 0 && place && others.length === 0) {
    return { target: 'place', id: place.id, name: scene.places.label(place) }
  }
  if (scene.indicators.resolve(name).length === 0) {
    const units = await loadUnits(services.store.db)
    const unit = units.find((one) => key(one.name) === key(scene.units(splitUnit(name).unit)))
    if (unit) return { target: 'unit', ...unit }
  }
  const indicator = await knownIndicator(ctx, name, scene)
  return indicator && { target: 'indicator', id: indicator.id, name: indicator.name }
}

/** The indicator that a name means; when it means none or several, that is told. */
export async function knownIndicator(
  ctx: BotContext,
  name: string,
  { indicators, vocabulary }: Scene,
): Promise<Indicator | null> {
  const [indicator, ...others] = indicators.resolve(name)
  if (indicator && others.length === 0) return indicator
  const near = indicator ? [indicator, ...others] : nearIndicators(name, vocabulary)
  await ctx.reply(
    texts.whichIndicator(
      name,
      near.map((one) => one.name),
    ),
  )
  return null
}

/** What else goes by this name already. */
export function namesLike(text: string, { indicators, places, aliases }: Vocabulary): Target[] {
  const nameOf = (target: 'indicator' | 'place', id: number) =>
    (target === 'indicator' ? indicators : places).find((one) => one.id === id)?.name
  const found: Target[] = [
    ...indicators.map(({ id, name }) => ({ target: 'indicator' as const, id, name, text: name })),
    ...places.map(({ id, name }) => ({ target: 'place' as const, id, name, text: name })),
    ...aliases.flatMap(({ target, targetId, text, unit }) => {
      const name = target === 'unit' ? unit : nameOf(target, targetId)
      return name ? [{ target, id: targetId, name, text }] : []
    }),
  ].filter((one) => key(one.text) === key(text))
  return found.map(({ target, id, name }) => ({ target, id, name }))
}
