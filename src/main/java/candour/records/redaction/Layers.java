package candour.records.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/** Follows optional content (layers) through a page, and says when it is switched off. */
final class Layers {

  private final @Nullable PDOptionalContentProperties properties;
  private final Deque<Boolean> open = new ArrayDeque<>();
  private int off;

  Layers(PDDocument pdf) {
    properties = pdf.getDocumentCatalog().getOCProperties();
  }

  void begin(@Nullable PDPropertyList layer) {
    boolean hidden = isOff(layer);
    open.push(hidden);
    off += hidden ? 1 : 0;
  }

  void end() {
    if (!open.isEmpty() && open.pop()) {
      off--;
    }
  }

  boolean hide() {
    return off > 0;
  }

  /**
   * A layer of several groups counts as off when any is: hiding too much loses only accessibility.
   */
  boolean isOff(@Nullable PDPropertyList layer) {
    if (layer instanceof PDOptionalContentGroup group) {
      return properties != null && !properties.isGroupEnabled(group);
    }
    return layer instanceof PDOptionalContentMembershipDictionary several
        && several.getOCGs().stream().anyMatch(this::isOff);
  }
}
