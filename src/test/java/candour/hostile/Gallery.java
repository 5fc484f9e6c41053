package candour.hostile;

import candour.hostile.Forms.Looking;
import candour.support.Browser.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Pages as they came, in English and Welsh, each once: some differ in nothing but words. */
final class Gallery {

  /** A page, and how it was come by. */
  record Picture(String of, String html) {}

  private final List<Picture> pictures = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Everything that they are shown, and what each form says if nothing is answered. */
  void add(Forms offered, Looking who) {
    var pages = offered.pages(who).toList();
    for (var page : pages) {
      add(page, address -> who.by().get(address));
    }
    pages.stream()
        .flatMap(page -> Form.on(page, who.by()))
        .filter(form -> form.asks() && !form.action().matches(".*/(withdraw|wish)"))
        .filter(form -> seen.add(Forms.kind(form)))
        .forEach(form -> add(form.empty(form.action()), form::empty));
  }

  List<Picture> pictures() {
    return List.copyOf(pictures);
  }

  private void add(Page page, Function<String, Page> again) {
    if (isNew(page)) {
      var address = Form.address(page.response().uri());
      var choice = address + (address.contains("?") ? "&" : "?") + "lang=";
      hang(page);
      hang(again.apply(choice + "cy"));
      // So that they read English as before.
      isNew(again.apply(choice + "en"));
    }
  }

  private void hang(Page page) {
    var heading = page.html().select("html").attr("lang") + " " + page.html().title();
    pictures.add(new Picture(page.path() + " (" + heading + ")", page.text()));
  }

  private boolean isNew(Page page) {
    if (!page.header("Content-Type").startsWith("text/html")) {
      return false;
    }
    var frame = page.html().body();
    var main = frame.expectFirst("main");
    main.remove();
    // Both are noted, whichever of them was seen before.
    return seen.add(likeness(main)) | seen.add(likeness(frame));
  }

  /** What a page is made of: elements of one kind in a row count once. */
  private static String likeness(Element element) {
    var parts = new ArrayList<String>();
    for (var child : element.children()) {
      var part = likeness(child);
      if (parts.isEmpty() || !parts.getLast().equals(part)) {
        parts.add(part);
      }
    }
    var attributes =
        element.attributes().asList().stream()
            .filter(it -> it.getKey().matches("class|type|role|aria-.*|tabindex|lang|hidden"))
            .map(it -> it.getKey().startsWith("aria-") ? it.getKey() : it.getValue())
            .collect(Collectors.joining(" "));
    return element.normalName() + "[" + attributes + "](" + String.join(",", parts) + ")";
  }
}
