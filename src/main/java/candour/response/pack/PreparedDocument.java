package candour.response.pack;

import java.util.List;

/**
 * A record's pages as they are released.
 *
 * @param title as the schedule of records names it
 * @param pages tagged single-page PDFs, each scanned for leaks
 */
public record PreparedDocument(String title, List<byte[]> pages) {

  public PreparedDocument {
    Words.require("a document's title", title);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("A released document has pages");
    }
    pages = List.copyOf(pages);
  }
}
