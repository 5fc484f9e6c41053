package candour.records.redaction;

import java.util.List;

/**
 * One page as it will be released: a tagged PDF/UA-1 file of its own.
 *
 * @param pdf the file
 * @param words what can still be read, in reading order
 */
public record PreparedPage(byte[] pdf, List<String> words) {

  public PreparedPage {
    words = List.copyOf(words);
  }
}
