package candour.audit.log;

import java.util.List;

/**
 * What somebody with every right over the database may do to it. In the statements {@code :case},
 * {@code :proposal} and {@code :size} stand for a case, its determination in force, and the number
 * of entries.
 */
enum Forgery {
  LEAF_EDITED(
      "entry 5 is not as it was written with its fact",
      "update audit.leaf set leaf = "
          + Forgery.edited("policy 20", "policy 19")
          + " where leaf_index = 5"),
  ENTRY_EDITED(
      "entry 5 is not as it was written with its fact",
      "update audit.entry set leaf = " + Forgery.edited("policy 20", "policy 19") + Forgery.IS_5),
  LEAF_AND_ENTRY_EDITED(
      "entry 5 is not the one hashed in tile/0/000",
      LEAF_EDITED.statements.getFirst(),
      ENTRY_EDITED.statements.getFirst()),
  LEAF_ENTRY_AND_TILES_EDITED(
      "entry 5 has not the opening that it was written with",
      LEAF_EDITED.statements.getFirst(),
      ENTRY_EDITED.statements.getFirst(),
      """
      update audit.tile set hashes = overlay(hashes placing
        sha256('\\x00'::bytea || (select leaf from audit.leaf where leaf_index = 5)) from 161 for 32)
      where level = 0 and tile_index = 0 and width > 5
      """),
  LEAF_BACK_DATED(
      "entry 5 is not the one hashed in tile/0/000",
      "update audit.leaf set leaf = "
          + Forgery.edited("day 20", "day 19")
          + " where leaf_index = 5",
      "update audit.entry set day = day - interval '100 years', leaf = "
          + Forgery.edited("day 20", "day 19")
          + Forgery.IS_5),
  LEAF_DELETED("entry 5 is missing", "delete from audit.leaf where leaf_index = 5"),
  ENTRY_DELETED(
      "entry 5 is missing",
      "delete from audit.entry" + Forgery.IS_5,
      LEAF_DELETED.statements.getFirst()),
  LEAVES_MOVED_UP_OVER_A_DELETED_ONE(
      "entry 5 is not the one hashed in tile/0/000",
      LEAF_DELETED.statements.getFirst(),
      "update audit.leaf set leaf_index = leaf_index + 1000000 where leaf_index > 5",
      "update audit.leaf set leaf_index = leaf_index - 1000001 where leaf_index > 5"),
  LEAVES_REORDERED(
      "entry 5 is not the one hashed in tile/0/000",
      "update audit.leaf set leaf_index = 1000000 where leaf_index = 5",
      "update audit.leaf set leaf_index = 5 where leaf_index = 9",
      "update audit.leaf set leaf_index = 9 where leaf_index = 1000000"),
  LEAF_INSERTED(
      "entry :size stands under no checkpoint",
      """
      insert into audit.entry (entry_id, class, day, leaf, case_id, opening, rows)
      select gen_random_uuid(), class, day, leaf, case_id, opening, rows from audit.entry
      """
          + Forgery.IS_5,
      """
      insert into audit.leaf select :size, entry_id, leaf from audit.entry order by recorded_at desc limit 1
      """),
  ENTRY_RECORDED_EARLIER(
      "entry 5 was not recorded when it says",
      "update audit.entry set recorded_at = recorded_at - interval '1 day'" + Forgery.IS_5),
  ENTRY_OF_ANOTHER_CLASS(
      "entry 5 says something else than the columns beside it",
      "update audit.entry set class = 'test.else'" + Forgery.IS_5),
  ENTRY_OF_ANOTHER_CASE(
      "entry 5 has not the opening that it was written with",
      "update audit.entry set case_id = ':case'" + Forgery.IS_5),
  OPENING_OF_ANOTHER(
      "entry 5 has not the opening that it was written with",
      """
      update audit.entry set opening = (select opening from audit.leaf l join audit.entry using (entry_id) where leaf_index = 9)
      """
          + Forgery.IS_5),
  ENTRY_OF_OTHER_ROWS(
      "entry 5 has not the opening that it was written with",
      """
      update audit.entry set rows = '"+audit.entry ' || repeat('0', 64) || '"'\
      """
          + Forgery.IS_5),
  ENTRY_NEVER_PLACED(
      " waits for no place",
      """
      insert into audit.entry (entry_id, class, day, leaf, case_id, opening, rows)
      select gen_random_uuid(), class, day, leaf, case_id, opening, rows from audit.entry
      """
          + Forgery.IS_5,
      "delete from audit.unsequenced"),
  TILE_EDITED(
      "entry 5 is not the one hashed in tile/0/000",
      "update audit.tile set hashes = set_byte(hashes, 170, 1 # get_byte(hashes, 170)) where level = 0 and width = 256"),
  UPPER_TILE_EDITED(
      "tile/1/000.p/:upper is not what the tiles below it give",
      "update audit.tile set hashes = set_byte(hashes, 7, 1 # get_byte(hashes, 7)) where level = 1 and tile_index = 0 and width = :upper"),
  TILE_DELETED(
      "tile/0/000 is missing",
      "delete from audit.tile where level = 0 and tile_index = 0 and width = 256"),
  TILE_INSERTED(
      "1 tiles are stored that no tree of",
      "insert into audit.tile select 7, 0, 1, substring(hashes for 32) from audit.tile limit 1"),
  ROOT_EDITED(
      "the checkpoint of :size entries is not the root of the first :size entries",
      "update audit.checkpoint set root = sha256('') where size = :size"),
  ROOT_DELETED(
      "stands under no checkpoint",
      "delete from audit.signature where size = :size",
      "delete from audit.checkpoint where size = :size"),
  SIGNATURE_DELETED(
      "a signature is missing before the checkpoint of :size entries",
      "delete from audit.signature where size < :size"),
  LAST_SIGNATURE_DELETED(
      "the checkpoint of :size entries, which was signed last, is missing",
      "delete from audit.signature where size = :size"),
  SIGNATURE_OF_ANOTHER(
      "the signature of the checkpoint of :size entries is not the log's",
      """
      update audit.signature set note = (select note from audit.signature where size < :size limit 1) where size = :size
      """),
  SIGNATURE_BACK_DATED(
      "the checkpoint of :size entries is back-dated",
      "update audit.signature set signed_at = signed_at - interval '1 day' where size = :size"),
  REASONS_REWRITTEN(
      "a row of exemptions.proposal that was logged in entry",
      "update exemptions.proposal set lesser_step = repeat('A lesser step was looked at. ', 3) where proposal_id = ':proposal'"),
  CONSIDERATION_REWRITTEN(
      "a row of exemptions.consideration that was logged in entry",
      "update exemptions.consideration set words = 'Nothing of the kind at all.' where code = 'TRAFFICKING_CONVENTION'"),
  APPROVAL_BACK_DATED(
      "a row of exemptions.ruling that was logged in entry",
      "update exemptions.ruling set recorded_at = recorded_at - interval '3 days' where proposal_id = ':proposal'"),
  APPROVAL_DELETED(
      "a row of exemptions.ruling that was logged in entry",
      "delete from exemptions.ruling where proposal_id = ':proposal'"),
  TELLING_BACK_DATED(
      "a row of exemptions.tell_decision that was logged in entry",
      "update exemptions.tell_decision set recorded_at = recorded_at - interval '1 day'"),
  ENDING_INSERTED(
      "the row :proposal of exemptions.ending was never logged",
      """
      insert into exemptions.ending (proposal_id, ending, ended_by, ended_on)
      values (':proposal', 'LAPSED', 'REVIEW_DATE', current_date)
      """),
  STANDING_REMOVED(
      "a row of exemptions.standing that was logged in entry",
      "delete from exemptions.standing where proposal_id = ':proposal'"),
  REQUEST_BACK_DATED(
      "a row of casework.request that was logged in entry",
      """
      update casework.request set received_at = received_at - interval '20 days', received_on = received_on - 20
      where case_id = ':case'
      """),
  REQUEST_UNGUARDED(
      "a row of casework.request that was logged in entry",
      "update casework.request set kind = 'GUARDED' where case_id = ':case'"),
  QUESTION_BACK_DATED(
      "a row of casework.clock_event that was logged in entry",
      "update casework.clock_event set on_date = on_date - 9 where case_id = ':case'"),
  QUESTION_DELETED(
      "a row of casework.clock_event that was logged in entry",
      "delete from casework.clock_event where case_id = ':case'"),
  LETTER_REWRITTEN(
      "a row of casework.message that was logged in entry",
      "update casework.message set words = 'Nothing is missing.' where case_id = ':case'"),
  ANSWER_REDIRECTED(
      "a row of identity.requester that was logged in entry",
      "update identity.requester set email = 'mallory@example.org'"),
  PERSON_RENAMED(
      "a row of identity.data_subject that was logged in entry",
      "update identity.data_subject set full_name = 'Somebody Else'"),
  OFFICER_RENAMED(
      "a row of platform.account that was logged in entry",
      "update platform.account set display_name = 'Somebody Else' where display_name = 'Senior'"),
  OFFICE_GIVEN(
      " of platform.account_role was never logged",
      """
      insert into platform.account_role (account_id, role)
      select account_id, 'SENIOR' from platform.account where display_name = 'Proposer'
      """),
  OFFICE_TAKEN(
      "a row of platform.account_role that was logged in entry",
      "delete from platform.account_role where role = 'SENIOR'");

  private static final String IS_5 =
      " where entry_id = (select entry_id from audit.leaf where leaf_index = 5)";

  private final String found;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> statements;

  Forgery(String found, String... statements) {
    this.found = found;
    this.statements = List.of(statements);
  }

  private static String edited(String from, String to) {
    return "replace(encode(leaf, 'escape'), '%s', '%s')::bytea".formatted(from, to);
  }

  /** What the nightly checks must say. */
  String found() {
    return found;
  }

  List<String> statements() {
    return statements;
  }
}
