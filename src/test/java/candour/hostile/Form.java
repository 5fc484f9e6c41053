package candour.hostile;

import candour.support.Browser;
import candour.support.Browser.Page;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form as somebody sees it on a page, to be sent with anything in it. */
record Form(Browser by, String page, FormElement html) {

  private static final Set<String> NEVER_SHOWN_AGAIN = Set.of("password", "code");

  static Stream<Form> on(Page page, Browser by) {
    return page.html().select("main form[method=post]").stream()
        .map(form -> new Form(by, address(page.response().uri()), (FormElement) form));
  }

  /** Where it is sent to, with what its address asks for beside the path. */
  String action() {
    return html.hasAttr("action") ? address(URI.create(html.absUrl("action"))) : page;
  }

  static String address(URI uri) {
    return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + '?' + uri.getRawQuery();
  }

  /** The names of what is typed. */
  Set<String> typed() {
    return names("text");
  }

  /** The names of what is chosen, or stands in the form unseen. */
  Set<String> given() {
    var names = names("choice", "hidden");
    names.remove("_csrf");
    return names;
  }

  List<String> choices(String name) {
    return html.getElementsByAttributeValue("name", name).stream()
        .flatMap(field -> options(field).stream())
        .distinct()
        .toList();
  }

  /** Every field filled: what is typed by this, what is chosen with the last of any choices. */
  Map<String, Object> filled(UnaryOperator<String> typing) {
    var fields = new LinkedHashMap<String, Object>();
    for (var name : names("text", "choice", "hidden")) {
      if (typed().contains(name)) {
        fields.put(name, typing.apply(name));
      } else if (!choices(name).isEmpty()) {
        fields.put(name, choices(name).getLast());
      }
    }
    return fields;
  }

  /** Whether it asks for anything. */
  boolean asks() {
    return !html.select("select, textarea, input:not([type=hidden])").isEmpty();
  }

  /** What comes of it, sent there, if nothing is answered. */
  Page empty(String address) {
    var fields = new LinkedHashMap<String, Object>();
    html.select("[type=hidden]").forEach(it -> fields.put(it.attr("name"), it.val()));
    return send(address, fields);
  }

  Page send(Map<String, ?> fields) {
    return send(action(), fields);
  }

  private Page send(String address, Map<String, ?> fields) {
    return html.attr("enctype").equals("multipart/form-data")
        ? by.upload(address, fields)
        : by.post(address, fields);
  }

  /** The same form on another page. */
  Optional<Form> again(Page on) {
    return on(on, by).filter(form -> form.action().equals(action())).findFirst();
  }

  boolean shows(String name, String text) {
    var fields = html.getElementsByAttributeValue("name", name);
    return fields.stream().anyMatch(field -> text(field).equals(text))
        || NEVER_SHOWN_AGAIN.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
  }

  private Set<String> names(String... kinds) {
    var names = new LinkedHashSet<String>();
    html.select("[name]").stream()
        .filter(field -> List.of(kinds).contains(kind(field)))
        .forEach(field -> names.add(field.attr("name")));
    return names;
  }

  private static String kind(Element field) {
    return switch (field.normalName()) {
      case "textarea" -> "text";
      case "select", "button" -> "choice";
      default ->
          switch (field.attr("type")) {
            case "hidden" -> "hidden";
            case "radio", "checkbox", "submit" -> "choice";
            case "file" -> "file";
            default -> "text";
          };
    };
  }

  private static Collection<String> options(Element field) {
    return field.normalName().equals("select")
        ? field.select("option").stream().map(Element::val).toList()
        : List.of(field.attr("value"));
  }

  private static String text(Element field) {
    return field.normalName().equals("textarea") ? field.wholeText().strip() : field.val();
  }
}
