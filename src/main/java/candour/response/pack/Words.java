package candour.response.pack;

/** Refuses a pack with a hole in it. */
final class Words {

  private Words() {}

  static void require(String what, String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("The pack lacks: " + what);
    }
  }
}
