/**
 * The nouns of the store, named after schema.org `Observation`/`StatisticalVariable` and SDMX.
 * Everything above this layer speaks of these types; none of them knows a table.
 */

export type PlaceKind = 'country' | 'province' | 'county'

export interface Place {
  readonly id: number
  readonly name: string
  readonly kind: PlaceKind
  /** ISO 3166-2:IR, provinces only. */
  readonly isoCode: string | null
  readonly parentId: number | null
}

export interface Indicator {
  readonly id: number
  readonly name: string
  /** The base unit that values are compared in, such as «تن» or «تومان». */
  readonly unit: string
  /** Whether values of several places or periods may be summed (never ranks or percentages). */
  readonly additive: boolean
  readonly definition: string | null
}

export type AliasTarget = 'place' | 'indicator' | 'unit'

/** Another way to say a place, an indicator or a unit. */
export interface Alias {
  readonly id: number
  readonly target: AliasTarget
  readonly targetId: number
  readonly text: string
  /** The name of the unit, where it is one that the alias stands for. */
  readonly unit?: string
}

export type Kind = 'actual' | 'target' | 'forecast'
export type Measure = 'level' | 'change' | 'share' | 'rank'
export type Qualifier = 'exact' | 'more_than' | 'at_least' | 'less_than' | 'at_most' | 'about'
export type PeriodBasis = 'stated' | 'inferred'

/** A value exactly as quoted: «۱۲٫۵ میلیون تن» is digits 125, decimals 1, power 6, unit «تن». */
export interface Quantity {
  /** Integer digits with an optional minus sign; a string, so that nothing is rounded. */
  readonly digits: string
  readonly decimals: number
  readonly power: number
  readonly unit: string
}

export interface Source {
  readonly id: number
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  /** ISO day (Gregorian), or null when unknown. */
  readonly publishedOn: string | null
}

/** What an observation says; a revision stores exactly this. */
export interface ObservationContent {
  readonly indicatorId: number
  readonly placeId: number
  /** Canonical notation: `1399`, `1399-H2`, `1399-Q3`, `1399-07`, `1395/1399`, `../1400`. */
  readonly period: string
  readonly periodBasis: PeriodBasis
  readonly kind: Kind
  readonly measure: Measure
  readonly qualifier: Qualifier
  /** Null for a statement. */
  readonly quantity: Quantity | null
  readonly statement: string | null
  readonly speaker: string | null
  /** The verbatim words that the figure was taken from. */
  readonly quote: string | null
  readonly sourceId: number
  readonly note: string | null
}

/** The current revision of an observation, joined with its source. */
export interface Observation extends ObservationContent {
  readonly id: number
  readonly revision: number
  readonly changeSetId: number
  /**
   * The quantity in the indicator's base unit (a rank, share or change may keep a unit of its own:
   * `unitOfValue` tells); null for a statement.
   */
  readonly value: number | null
  /** First and last day, ISO (Gregorian); `firstDay` is null for an open start («تاکنون»). */
  readonly firstDay: string | null
  readonly lastDay: string
  readonly source: Source
}

/** What of an observation is enough to choose it by. */
export type Outline = Pick<
  Observation,
  | 'id'
  | 'indicatorId'
  | 'placeId'
  | 'period'
  | 'firstDay'
  | 'lastDay'
  | 'kind'
  | 'measure'
  | 'value'
>

/** All names by which the store's contents can be asked for, at one version of the store. */
export interface Vocabulary {
  readonly version: number
  readonly places: readonly Place[]
  readonly indicators: readonly Indicator[]
  readonly aliases: readonly Alias[]
}

export type Role = 'owner' | 'admin' | 'editor' | 'member'

export interface Member {
  readonly telegramId: number
  readonly name: string
  readonly role: Role
}

/** One action of one person; undone as a whole. */
export interface ChangeSet {
  readonly id: number
  readonly actor: string
  readonly command: string
  readonly reason: string | null
  /** The change set that this one reverses. */
  readonly undoesId: number | null
  /** ISO instant, UTC. */
  readonly recordedAt: string
}
