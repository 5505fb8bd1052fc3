/** The unit of indicators whose observations are statements. */
export const STATEMENT_UNIT = 'گزاره'
/** The unit of «چند برابر». */
export const TIMES = 'برابر'
/** «چند واحد درصد»: how far two percentages are apart. */
export const POINTS = 'واحد درصد'
