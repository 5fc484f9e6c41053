package candour.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** A browser without JavaScript: keeps cookies, follows redirects, sends the forms that it sees. */
public final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CookieManager cookies;
  private final URI base;
  private final HttpClient client;
  private @Nullable Page page;

  /** What came back: after redirects, the last answer. */
  public record Page(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String path() {
      return response.uri().getPath();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Document html() {
      return Jsoup.parse(text(), response.uri().toString());
    }

    /** The page's first heading, which every page has. */
    public String heading() {
      return Objects.requireNonNull(html().selectFirst("h1"), this::text).text();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** A file to choose in a form. */
  public record Upload(String fileName, String mediaType, byte[] content) {}

  public Browser(int port) {
    this(port, HttpClient.Redirect.NORMAL, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
  }

  /** One that shows redirects instead of following them. */
  public static Browser standing(int port) {
    return new Browser(
        port, HttpClient.Redirect.NEVER, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
  }

  /** The same browser, with its cookies, showing redirects instead of following them. */
  public Browser standing() {
    return new Browser(base.getPort(), HttpClient.Redirect.NEVER, cookies);
  }

  /** The same browser, with its cookies, where the portal is found at another port. */
  public Browser at(int port) {
    return new Browser(port, HttpClient.Redirect.NORMAL, cookies);
  }

  private Browser(int port, HttpClient.Redirect redirects, CookieManager cookies) {
    this.cookies = cookies;
    base = URI.create("http://localhost:" + port);
    client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
  }

  public CookieManager cookies() {
    return cookies;
  }

  public Page page() {
    return Objects.requireNonNull(page, "No page has been opened");
  }

  /** Opens a page; the path may have a query, already encoded. */
  public Page get(String path) {
    return send(request(path).GET().build());
  }

  /** Posts these fields without having seen a form. */
  public Page post(String path, Map<String, ?> fields) {
    var form =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields)));
    return send(form.build());
  }

  /** Posts these fields, which no form here may offer, with the token of the current page. */
  public Page forge(String path, Map<String, ?> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("_csrf", csrf());
    return post(path, all);
  }

  /** The token that the forms of the current page carry. */
  public String csrf() {
    return page().html().expectFirst("input[name=_csrf]").val();
  }

  /**
   * Sends a form of the current page as it stands, except for these fields. A value is a text, a
   * collection of texts, or an {@link Upload}.
   */
  public Page submit(String selector, Map<String, ?> fields) {
    var form =
        (FormElement)
            Objects.requireNonNull(
                page().html().selectFirst(selector),
                () -> "No form " + selector + " in " + page().text());
    var all = new LinkedHashMap<String, Object>(asItStands(form));
    all.putAll(fields);
    var action =
        form.hasAttr("action") ? form.absUrl("action") : page().response().uri().toString();
    if (form.attr("enctype").equals("multipart/form-data")) {
      return upload(action, all);
    }
    return form.attr("method").equalsIgnoreCase("post")
        ? post(action, all)
        : get(action + "?" + encoded(all));
  }

  /** Posts these fields and files without having seen a form. */
  public Page upload(String action, Map<String, ?> fields) {
    var boundary = UUID.randomUUID().toString();
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) -> values(value).forEach(one -> body.writeBytes(part(boundary, name, one))));
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(action)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] part(String boundary, String name, Object value) {
    var part = new ByteArrayOutputStream();
    var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + '"';
    if (value instanceof Upload(String fileName, String mediaType, byte[] content)) {
      part.writeBytes(
          (head + "; filename=\"" + fileName + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      part.writeBytes(content);
    } else {
      part.writeBytes((head + "\r\n\r\n" + value).getBytes(StandardCharsets.UTF_8));
    }
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  private Page send(HttpRequest request) {
    try {
      page = new Page(client.send(request, BodyHandlers.ofByteArray()));
      return page;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "text/html");
  }

  private static Map<String, List<String>> asItStands(FormElement form) {
    form.elements().removeIf(field -> isButton(field) || field.attr("type").equals("file"));
    return form.formData().stream()
        .collect(
            Collectors.groupingBy(
                org.jsoup.Connection.KeyVal::key,
                LinkedHashMap::new,
                Collectors.mapping(org.jsoup.Connection.KeyVal::value, Collectors.toList())));
  }

  private static boolean isButton(Element field) {
    return field.normalName().equals("button") || field.attr("type").equals("submit");
  }

  private static String encoded(Map<String, ?> fields) {
    return fields.entrySet().stream()
        .flatMap(field ->
            values(field.getValue()).stream().map(v -> encoded(field.getKey()) + '=' + encoded(v)))
        .collect(Collectors.joining("&"));
  }

  private static Collection<?> values(Object value) {
    return value instanceof Collection<?> many ? many : List.of(value);
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
  }
}
