import type { SourceInput } from './sources.ts'
import type { AliasTarget, ObservationContent, PlaceKind } from './types.ts'

/** An id, or the name of a live thing, which may be added by an earlier operation of the same change. */
export type Reference = number | { readonly name: string }

/** What an observation is to say. The source is an id, or described and found or added. */
export interface NewObservation
  extends Omit<ObservationContent, 'indicatorId' | 'placeId' | 'sourceId'> {
  readonly indicatorId: Reference
  readonly placeId: Reference
  readonly sourceId: number | SourceInput
}

export type Operation =
  | { readonly type: 'add_observation'; readonly content: NewObservation }
  | {
      readonly type: 'correct_observation'
      readonly observationId: number
      /** The revision that the person saw; another one means that someone was faster. */
      readonly expectedRevision: number
      /** Only what changes; the rest stays. */
      readonly content: Partial<NewObservation>
    }
  | {
      readonly type: 'retire_observation'
      readonly observationId: number
      readonly expectedRevision: number
    }
  | {
      readonly type: 'add_indicator'
      readonly name: string
      readonly unit: string
      readonly additive: boolean
      readonly definition?: string | null
    }
  | {
      /** Whether figures were summed wrongly or a definition was missing; the unit stays for good. */
      readonly type: 'change_indicator'
      readonly indicatorId: Reference
      readonly additive?: boolean
      readonly definition?: string | null
    }
  | { readonly type: 'rename_indicator'; readonly indicatorId: Reference; readonly name: string }
  | {
      readonly type: 'add_place'
      readonly name: string
      readonly kind: PlaceKind
      readonly isoCode?: string | null
      readonly parentId?: Reference | null
    }
  | {
      readonly type: 'add_alias'
      readonly target: AliasTarget
      readonly targetId: Reference
      readonly text: string
    }
  | { readonly type: 'retire_alias'; readonly aliasId: number }
  | {
      /** Two indicators turn out to be the same: figures and names of the first go to the second. */
      readonly type: 'merge_indicators'
      readonly fromId: number
      readonly intoId: number
    }

export type OperationOf<Type extends Operation['type']> = Extract<Operation, { type: Type }>
