package candour.oversight.sampling;

import java.time.LocalDate;

/**
 * What an approver found to name nobody.
 *
 * @param index the place of its decision in the log
 * @param provision as in the log, such as {@code uk-gdpr-15-1-3}
 * @param day of the approval, in London
 * @param opening for {@code VerifyLog}: leaf, words and salt
 */
record Summary(long index, String provision, LocalDate day, String words, String opening) {}
