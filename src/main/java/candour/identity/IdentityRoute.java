package candour.identity;

/**
 * A way in which somebody offers to show who they are. Most need no photo document: many who must
 * prove their history never had one.
 */
public enum IdentityRoute {
  PASSPORT_OR_OTHER_PHOTO,
  KNOWN_TO_THE_OFFICE,
  TWO_OF_A_LIST,
  SOMEONE_WHO_KNOWS_ME,
  TALK_TO_ME
}
