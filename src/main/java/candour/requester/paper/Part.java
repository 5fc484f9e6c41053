package candour.requester.paper;

import java.util.List;

/** A part of a question, as it stands on paper. */
sealed interface Part {

  /** A heading within the question. */
  record Heading(String words) implements Part {}

  record Paragraph(String words) implements Part {}

  /** In small letters. */
  record Note(String words) implements Part {}

  record Bullet(String words) implements Part {}

  /**
   * Room to write.
   *
   * @param hint perhaps empty
   */
  record Lines(String label, String hint, int count) implements Part {}

  /** Boxes for a day, a month and a year. */
  record Date(String label, String hint) implements Part {}

  /** Boxes to tick, and headings between them. */
  record Choice(String label, String hint, List<Part> options) implements Part {}

  /** A box to tick, and what is asked of whoever ticks it. */
  record Option(String words, String hint, List<Part> more) implements Part {}
}
