/** The unit of indicators whose observations are statements. */
export const STATEMENT_UNIT = 'گزاره'
/** The unit of «چند برابر». */
export const TIMES = 'برابر'
