package candour.records;

/** A page that somebody looks at, and the record it is in. */
record PageInHand(PageKey key, ReviewedRecord record, ReviewedRecord.Page page) {}
