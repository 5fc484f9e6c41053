package candour.response;

/** How much of an entry of the ledger is kept from the person, the lesser step first. */
enum EntryExtent {
  /** Who asked, why, and under which agreement; only on a ground about other people. */
  GENERAL,
  WHOLE
}
