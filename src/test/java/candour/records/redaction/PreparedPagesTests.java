package candour.records.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import candour.records.redaction.Preparation.Leaking;
import candour.records.redaction.Preparation.Prepared;
import candour.support.PdfUa;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPagesTests {

  /** Over "Penhaligon" in {@link Paper#letter()}. */
  private static final Region NAME = new Region(0.33, 0.105, 0.37, 0.13, "[withheld 1]");

  @Test
  void page_without_regions_keeps_its_words_in_order() throws IOException {
    PreparedPage page = prepare(Paper.letter());
    assertThat(page.words()).startsWith("Statement", "about", "Jane").endsWith("harbour");
    assertThat(text(page)).contains("Statement about Jane Penhaligon").contains("officer Marlowe");
    PdfUa.assertValid(page.pdf());
  }

  @Test
  void word_touched_by_a_region_is_dropped_whole_and_its_label_is_read_instead()
      throws IOException {
    PreparedPage page = prepare(Paper.letter(), NAME);
    assertThat(page.words()).doesNotContain("Penhaligon").contains("Jane", "taken");
    assertThat(text(page)).doesNotContain("Penhal");
    assertThat(new String(page.pdf(), StandardCharsets.ISO_8859_1)).contains("withheld 1");
    PdfUa.assertValid(page.pdf());
  }

  @Test
  void region_is_black_in_the_picture() {
    assertThat(LeakScan.scan(prepare(Paper.letter(), NAME).pdf(), Set.of(), List.of(NAME)))
        .isEmpty();
    assertThat(LeakScan.scan(prepare(Paper.letter()).pdf(), Set.of(), List.of(NAME)))
        .extracting(Leak::kind)
        .contains(Leak.Kind.UNPAINTED_REGION, Leak.Kind.TEXT_IN_REGION);
  }

  @Test
  void title_that_tells_a_withheld_word_is_a_leak() {
    var labels = new PageLabels("Penhaligon file", Locale.UK, "A page");
    assertThat(PreparedPages.prepare(Paper.letter(), 1, List.of(NAME), labels))
        .isInstanceOf(Leaking.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void regions_follow_the_displayed_page(int rotation) throws IOException {
    byte[] file =
        Paper.page(
            new PDRectangle(50, 70, 600, 800),
            rotation,
            pen -> {
              pen.text(100, 120, "Bottom");
              pen.text(500, 820, "Upper");
            });
    // "Bottom" stands at the lower left of the unturned page; clockwise turns move it on.
    Region lowerLeft =
        switch (rotation) {
          case 90 -> new Region(0, 0, 0.4, 0.4, "x");
          case 180 -> new Region(0.6, 0, 1, 0.4, "x");
          case 270 -> new Region(0.6, 0.6, 1, 1, "x");
          default -> new Region(0, 0.6, 0.4, 1, "x");
        };
    PreparedPage page = prepare(file, lowerLeft);
    assertThat(page.words()).containsExactly("Upper");
    assertThat(text(page).replaceAll("\\s", "")).contains("Upper");
  }

  @Test
  void words_under_an_old_box_do_not_come_back() throws IOException {
    PreparedPage page =
        prepare(
            Paper.page(pen -> {
              pen.text(60, 700, "Seen Hidden");
              pen.rectangle(92, 690, 80, 25);
            }));
    assertThat(page.words()).containsExactly("Seen");
    assertThat(text(page)).doesNotContain("Hidden");
  }

  @Test
  void words_under_a_picture_do_not_come_back() {
    var speckled = new BufferedImage(40, 12, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x += 2) {
      speckled.setRGB(x, x % 12, Color.WHITE.getRGB());
    }
    PreparedPage page =
        prepare(
            Paper.page(pen -> {
              pen.text(60, 700, "Seen Hidden");
              var image = LosslessFactory.createFromImage(pen.pdf(), speckled);
              pen.content().drawImage(image, 92, 690, 80, 25);
            }));
    assertThat(page.words()).containsExactly("Seen");
  }

  @Test
  void white_and_invisible_and_cropped_words_are_not_on_the_page() {
    PreparedPage page =
        prepare(
            Paper.page(pen -> {
              pen.text(60, 700, "Seen");
              pen.content().setNonStrokingColor(Color.WHITE);
              pen.text(60, 650, "White");
              pen.content().setNonStrokingColor(Color.BLACK);
              pen.text(-300, 650, "Outside");
              pen.content().setRenderingMode(RenderingMode.NEITHER);
              pen.text(60, 600, "Ghost");
            }));
    assertThat(page.words()).containsExactly("Seen");
  }

  @Test
  void words_in_a_layer_that_is_off_are_not_on_the_page() {
    PreparedPage page =
        prepare(
            Paper.page(pen -> {
              var off = new PDOptionalContentGroup("off");
              var layers = new PDOptionalContentProperties();
              layers.addGroup(off);
              layers.setGroupEnabled(off, false);
              pen.pdf().getDocumentCatalog().setOCProperties(layers);
              pen.text(60, 700, "Seen here");
              pen.content().beginMarkedContent(COSName.OC, off);
              pen.text(60, 700, "Layered");
              pen.content().endMarkedContent();
            }));
    assertThat(page.words()).containsExactly("Seen", "here");
  }

  @Test
  void page_without_words_is_a_described_figure() {
    PdfUa.assertValid(prepare(Paper.page(pen -> pen.rectangle(60, 600, 100, 100))).pdf());
  }

  @Test
  void photograph_is_redacted_too() {
    Random random = new Random(3);
    var noise = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 600 * 800; i++) {
      noise.setRGB(i % 600, i / 600, random.nextInt());
    }
    byte[] file =
        Paper.page(pen ->
            pen.content()
                .drawImage(LosslessFactory.createFromImage(pen.pdf(), noise), 0, 0, 600, 800));
    PreparedPage page = prepare(file, NAME);
    assertThat(page.pdf().length).isLessThan(4_000_000);
    PdfUa.assertValid(page.pdf());
  }

  @Test
  void page_that_does_not_exist_is_an_answer() {
    assertThat(PreparedPages.prepare(Paper.letter(), 2, List.of(), Paper.LABELS))
        .isEqualTo(new Preparation.NotDrawn(PageImage.Why.NO_SUCH_PAGE));
  }

  @Test
  void vast_page_is_drawn_coarsely_or_refused() {
    byte[] vast = Paper.page(new PDRectangle(9_000, 9_000), 0, pen -> {});
    assertThat(PageImages.render(vast, 1, 200)).isInstanceOf(PageImage.Drawn.class);
    byte[] absurd = Paper.page(new PDRectangle(900_000, 900_000), 0, pen -> {});
    assertThat(PageImages.render(absurd, 1, 200))
        .isEqualTo(new PageImage.NotDrawn(PageImage.Why.TOO_LARGE));
  }

  private static PreparedPage prepare(byte[] file, Region... regions) {
    Preparation result = PreparedPages.prepare(file, 1, List.of(regions), Paper.LABELS);
    assertThat(result).isInstanceOf(Prepared.class);
    return ((Prepared) result).page();
  }

  private static String text(PreparedPage page) throws IOException {
    try (var pdf = Loader.loadPDF(page.pdf())) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
