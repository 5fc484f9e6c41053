package candour.requester.paper;

import candour.platform.Typesetting;
import candour.requester.paper.Part.Bullet;
import candour.requester.paper.Part.Choice;
import candour.requester.paper.Part.Date;
import candour.requester.paper.Part.Heading;
import candour.requester.paper.Part.Lines;
import candour.requester.paper.Part.Option;
import candour.requester.paper.Part.Paragraph;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.IBlockElement;
import com.itextpdf.layout.element.ListItem;
import com.itextpdf.layout.element.Text;
import java.util.List;
import java.util.stream.Stream;

/** Sets questions on paper: boxes to tick, and room to write. */
final class FormWriter {

  private static final float LINE = 24;
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

  void write(Question question) {
    typesetting.heading(question.title());
    question.parts().stream().flatMap(this::blocks).forEach(typesetting::add);
  }

  /** Room to write after a label. */
  void lines(String label, int count) {
    blocks(new Lines(label, "", count)).forEach(typesetting::add);
  }

  private Stream<IBlockElement> blocks(Part part) {
    return switch (part) {
      case Heading(var words) -> Stream.of(typesetting.boldText(words).setKeepWithNext(true));
      case Paragraph(var words) -> Stream.of(typesetting.text(words));
      case Bullet(var words) -> Stream.of(list(List.of(item(words, "", List.of())), "• "));
      case Lines(var label, var hint, var count) ->
          Stream.of(together(asked(label, hint), Stream.generate(FormWriter::line).limit(count)));
      case Date(var label, var hint) -> Stream.of(together(asked(label, hint), Stream.of(date())));
      case Choice(var label, var hint, var options) -> {
        var boxes = options.stream().flatMap(this::blocks).toList();
        var first = together(asked(label, hint), boxes.stream().limit(1));
        yield Stream.concat(Stream.of(first), boxes.stream().skip(1));
      }
      case Option(var words, var hint, var more) -> Stream.of(box(item(words, hint, more)));
    };
  }

  /** Blocks that no end of a page comes between. */
  private static IBlockElement together(
      Stream<IBlockElement> question, Stream<IBlockElement> answer) {
    var both = new Div().setKeepTogether(true);
    Stream.concat(question, answer).forEach(block -> both.add(block));
    return both;
  }

  private Stream<IBlockElement> asked(String label, String hint) {
    return Stream.concat(
        Stream.of(label)
            .filter(words -> !words.isEmpty())
            .map(words -> typesetting.boldText(words).setMarginTop(8).setKeepWithNext(true)),
        hint(hint));
  }

  private Stream<IBlockElement> hint(String hint) {
    return Stream.of(hint)
        .filter(words -> !words.isEmpty())
        .map(words -> typesetting.smallText(words).setKeepWithNext(true));
  }

  private ListItem item(String words, String hint, List<Part> more) {
    var item = new ListItem();
    item.add(typesetting.text(words).setMargin(0));
    hint(hint).forEach(block -> add(item, block));
    more.stream().flatMap(this::blocks).forEach(block -> add(item, block));
    return item;
  }

  private static void add(ListItem item, IBlockElement block) {
    item.add(block);
  }

  private static IBlockElement box(ListItem item) {
    var box = new Text(BOX).setBorder(new SolidBorder(PEN));
    var list = new com.itextpdf.layout.element.List().setListSymbol(box).setSymbolIndent(8);
    return list.add(item).setMarginTop(5);
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
    var line = typesetting.text("");
    Stream.of(dates.day(), dates.month(), dates.year())
        .forEach(words ->
            line.add(new Text(words + "\u00a0"))
                .add(new Text(WIDE_BOX).setBorder(new SolidBorder(PEN)))
                .add(new Text("   ")));
    return line.setMarginTop(6);
  }
}
