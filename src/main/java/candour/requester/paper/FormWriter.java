package candour.requester.paper;

import candour.platform.Typesetting;
import candour.requester.paper.Part.Bullet;
import candour.requester.paper.Part.Choice;
import candour.requester.paper.Part.Date;
import candour.requester.paper.Part.Heading;
import candour.requester.paper.Part.Lines;
import candour.requester.paper.Part.Note;
import candour.requester.paper.Part.Option;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.IBlockElement;
import com.itextpdf.layout.element.ListItem;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.UnitValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets questions on paper: boxes to tick, and room to write. */
final class FormWriter {

  private static final float LINE = 20;
  private static final float HEADING = 13;
  private static final float ABOVE = 8;
  private static final float SMALL = 9;
  private static final float LEADING = 1.15f;

  /** Fewer boxes than these stand one below the other. */
  private static final int IN_COLUMNS = 4;

  private static final float PEN = 0.7f;
  private static final String BOX = "\u00a0\u00a0\u00a0\u00a0";
  private static final String WIDE_BOX = "\u00a0".repeat(14);

  private final Typesetting typesetting;
  private final DateWords dates;

  FormWriter(Typesetting typesetting, DateWords dates) {
    this.typesetting = typesetting;
    this.dates = dates;
  }

  /** What stands beside the boxes of a date. */
  record DateWords(String day, String month, String year) {}

  /** The title never stands alone at the end of a page, nor with words that explain alone. */
  void write(Question question) {
    var blocks = question.parts().stream().flatMap(this::blocks).toList();
    int opening = 1 + (int) blocks.stream().takeWhile(Paragraph.class::isInstance).count();
    typesetting.add(together(Stream.of(headed(question.title())), blocks.stream().limit(opening)));
    blocks.stream().skip(opening).forEach(typesetting::add);
  }

  void heading(String words) {
    typesetting.add(headed(words));
  }

  private Paragraph headed(String words) {
    return typesetting.headed(words, HEADING).setMarginTop(ABOVE);
  }

  void paragraph(String words) {
    words.lines().filter(line -> !line.isBlank()).map(this::text).forEach(typesetting::add);
  }

  /** Room to write after a label. */
  void lines(String label, int count) {
    blocks(new Lines(label, "", count)).forEach(typesetting::add);
  }

  private Stream<IBlockElement> blocks(Part part) {
    return switch (part) {
      case Heading(var words) -> Stream.of(bold(words));
      case Part.Paragraph(var words) -> Stream.of(text(words));
      case Note(var words) -> hint(words);
      case Bullet(var words) -> Stream.of(list(List.of(item(words, "", List.of())), "• "));
      case Lines(var label, var hint, var count) ->
          Stream.of(together(asked(label, hint), Stream.generate(FormWriter::line).limit(count)));
      case Date(var label, var hint) -> Stream.of(together(asked(label, hint), Stream.of(date())));
      case Choice(var label, var hint, var options) -> {
        var boxes = boxes(options);
        var first = together(asked(label, hint), boxes.stream().limit(1));
        yield Stream.concat(Stream.of(first), boxes.stream().skip(1));
      }
      case Option option -> Stream.of(list(List.of(option)));
    };
  }

  /** Boxes that stand together, side by side if they are many and nothing more is asked there. */
  private List<IBlockElement> boxes(List<Part> options) {
    var blocks = new ArrayList<IBlockElement>();
    var run = new ArrayList<Option>();
    for (var part : options) {
      if (part instanceof Option option && option.more().isEmpty()) {
        run.add(option);
      } else {
        endRun(run, blocks);
        blocks(part).forEach(blocks::add);
      }
    }
    endRun(run, blocks);
    return List.copyOf(blocks);
  }

  private void endRun(List<Option> run, List<IBlockElement> blocks) {
    if (!run.isEmpty()) {
      blocks.add(run.size() < IN_COLUMNS ? list(run) : columns(run));
    }
    run.clear();
  }

  /** Set as a table and tagged as the two lists that it holds. */
  private IBlockElement columns(List<Option> run) {
    int half = (run.size() + 1) / 2;
    var columns = new Table(UnitValue.createPercentArray(2)).useAllAvailableWidth();
    columns.getAccessibilityProperties().setRole(null);
    Stream.of(run.subList(0, half), run.subList(half, run.size()))
        .map(options -> new Cell().add(list(options)).setBorder(Border.NO_BORDER).setPadding(0))
        .forEach(cell -> {
          cell.getAccessibilityProperties().setRole(null);
          columns.addCell(cell);
        });
    return columns.setKeepTogether(true);
  }

  /** Blocks that no end of a page comes between. */
  private static IBlockElement together(
      Stream<IBlockElement> question, Stream<IBlockElement> answer) {
    var both = new Div().setKeepTogether(true);
    Stream.concat(question, answer).forEach(block -> both.add(block));
    return both;
  }

  private Stream<IBlockElement> asked(String label, String hint) {
    if (label.isEmpty()) {
      return hint(hint);
    }
    var asked = bold(label).setMarginTop(5);
    beside(hint).forEach(asked::add);
    return Stream.of(asked);
  }

  /** The hint in small letters, to go on after the label. */
  private Stream<Text> beside(String hint) {
    return typesetting.smallText(hint.isEmpty() ? "" : "\u2002" + hint).getChildren().stream()
        .map(Text.class::cast)
        .map(it -> it.setFont(typesetting.font()).setFontSize(SMALL));
  }

  private Stream<IBlockElement> hint(String hint) {
    return Stream.of(hint)
        .filter(words -> !words.isEmpty())
        .map(words -> tight(typesetting.smallText(words)).setKeepWithNext(true));
  }

  private Paragraph text(String words) {
    return tight(typesetting.text(words));
  }

  private Paragraph bold(String words) {
    return tight(typesetting.boldText(words)).setKeepWithNext(true);
  }

  /** Lines of a form stand closer than those of a letter. */
  private static Paragraph tight(Paragraph paragraph) {
    return paragraph.setMultipliedLeading(LEADING).setMargin(0).setMarginBottom(2);
  }

  private ListItem item(String words, String hint, List<Part> more) {
    var item = new ListItem();
    item.add(text(words).setMargin(0));
    hint(hint).forEach(block -> add(item, block));
    more.stream().flatMap(this::blocks).forEach(block -> add(item, block));
    return item;
  }

  private static void add(ListItem item, IBlockElement block) {
    item.add(block);
  }

  private com.itextpdf.layout.element.List list(List<Option> options) {
    var box = new Text(BOX).setBorder(new SolidBorder(PEN));
    var list = new com.itextpdf.layout.element.List().setListSymbol(box).setSymbolIndent(8);
    options.forEach(it -> {
      var item = item(it.words(), it.hint(), it.more());
      item.setMarginTop(2).setMarginBottom(1).setKeepTogether(it.more().isEmpty());
      list.add(item);
    });
    return list;
  }

  private static IBlockElement list(List<ListItem> items, String symbol) {
    var list = new com.itextpdf.layout.element.List().setListSymbol(symbol);
    items.forEach(list::add);
    return list;
  }

  private static IBlockElement line() {
    var line = new Div().setHeight(LINE).setBorderBottom(new SolidBorder(PEN));
    line.getAccessibilityProperties().setRole(StandardRoles.ARTIFACT);
    return line;
  }

  private IBlockElement date() {
    var line = text("");
    Stream.of(dates.day(), dates.month(), dates.year())
        .forEach(words ->
            line.add(new Text(words + "\u00a0"))
                .add(new Text(WIDE_BOX).setBorder(new SolidBorder(PEN)))
                .add(new Text("   ")));
    return line.setMarginTop(4);
  }
}
