/** Id of the column with the boxes that select rows; no column of a host begins like this. */
export const SELECT_COLUMN = '$select';
/** Pixels. */
export const SELECT_WIDTH = 40;
