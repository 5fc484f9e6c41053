package candour.records;

import candour.casework.CaseReference;

/**
 * Names one page of a record of a case.
 *
 * @param number counted from 1
 */
record PageKey(CaseReference reference, RecordId record, int number) {}
