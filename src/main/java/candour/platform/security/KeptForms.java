package candour.platform.security;

import candour.platform.Acting;
import candour.platform.Cookies;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Seals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a form that arrives after its sender's time ran out, sealed and for an hour, until the same
 * person has signed in again in the same browser (WCAG 2.2, 2.2.5). A cookie says who was signed in
 * there; without it nothing is kept, so that strangers leave nothing.
 */
@Component
public class KeptForms {

  static final Duration LIFE = Duration.ofHours(1);

  private static final int LARGEST = 500_000;

  private final Cookies cookies;
  private final Seals seals;
  private final Days days;
  private final JsonMapper json;
  private final KeptFiles files;
  private final TransactionTemplate transaction;

  KeptForms(
      Cookies cookies,
      Seals seals,
      Days days,
      JsonMapper json,
      KeptFiles files,
      PlatformTransactionManager transactions) {
    this.cookies = cookies;
    this.seals = seals;
    this.days = days;
    this.json = json;
    this.files = files;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Knows them again in this browser from now on, and says where they go on: to what they sent
   * before, if it was kept.
   */
  public String welcome(
      Door door, Acting.Bearer somebody, HttpServletRequest request, HttpServletResponse response) {
    var known = token(name(door), who(somebody).getBytes(StandardCharsets.UTF_8));
    cookies.keep(response, name(door), known, known(door));
    return find(door, somebody, request).isPresent() ? door.home() + "/kept" : door.home();
  }

  /**
   * Keeps what this request sends to a page behind that door, if it is known who sends it.
   *
   * @return whether it is kept
   */
  boolean keep(Door door, HttpServletRequest request) {
    var who = isForm(request) ? known(door, request) : Optional.<String>empty();
    return who.isPresent() && keep(door, who.get(), request);
  }

  private boolean keep(Door door, String who, HttpServletRequest request) {
    Map<String, List<String>> fields = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
    fields.remove("_csrf");
    fields.remove(KeptFilesReturned.FIELD);
    if (json.writeValueAsBytes(fields).length > LARGEST) {
      return false;
    }
    var before = again(door, request).filter(it -> it.who().equals(who) && !hasFiles(request));
    var id = before.map(KeptForm::id).orElseGet(Identifiers::next);
    var chosen =
        before
            .map(files::again)
            .orElseGet(() -> hasFiles(request) ? files.keep(id, who, request) : List.of());
    var form =
        new KeptForm(id, who, days.now().toEpochMilli(), request.getRequestURI(), fields, chosen);
    var plain = json.writeValueAsBytes(form);
    var session = request.getSession();
    session.setMaxInactiveInterval((int) LIFE.toSeconds());
    session.setAttribute(name(door), seal(name(door), plain));
    return true;
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && (hasType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE) || hasFiles(request));
  }

  private static boolean hasFiles(HttpServletRequest request) {
    return hasType(request, MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static boolean hasType(HttpServletRequest request, String type) {
    return StringUtils.startsWithIgnoreCase(request.getContentType(), type);
  }

  /** Whether this browser is one in which somebody was signed in at the door of that page. */
  boolean knows(HttpServletRequest request) {
    return known(Door.of(request), request).isPresent();
  }

  /** What was kept of theirs; what is somebody else's, or too old, is let go. */
  Optional<KeptForm> find(Door door, Acting.Bearer somebody, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(name(door)) instanceof byte[] sealed)) {
      return Optional.empty();
    }
    var form = json.readValue(open(name(door), sealed), KeptForm.class);
    var age = Duration.ofMillis(days.now().toEpochMilli() - form.keptAt());
    if (form.who().equals(who(somebody)) && age.compareTo(LIFE) <= 0) {
      return Optional.of(form);
    }
    forget(door, request);
    return Optional.empty();
  }

  /** What the page of a kept form hands on, so that its files are known however late it is sent. */
  String token(Door door, KeptForm form) {
    var bare =
        new KeptForm(form.id(), form.who(), form.keptAt(), form.action(), Map.of(), form.files());
    return token(again(door), json.writeValueAsBytes(bare));
  }

  /** The kept form that is sent again, without its fields; empty where none is. */
  Optional<KeptForm> again(Door door, HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(KeptFilesReturned.FIELD))
        .flatMap(token -> opened(again(door), token))
        .map(plain -> json.readValue(plain, KeptForm.class));
  }

  /** Lets go of what was kept. */
  void forget(Door door, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(name(door)) instanceof byte[] sealed) {
      files.forget(json.readValue(open(name(door), sealed), KeptForm.class).id());
      session.removeAttribute(name(door));
    }
  }

  /** The same, and knows nobody in this browser any more. */
  void forget(Door door, HttpServletRequest request, HttpServletResponse response) {
    forget(door, request);
    cookies.forget(response, name(door));
  }

  /** Longer than anybody stays signed in. */
  private static Duration known(Door door) {
    return Duration.ofHours(door == Door.PUBLIC ? 25 : 12);
  }

  private Optional<String> known(Door door, HttpServletRequest request) {
    return cookies
        .find(request, name(door))
        .flatMap(token -> opened(name(door), token))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  /** An officer; or one of those who hold a request, the person or who asks for them. */
  private static String who(Acting.Bearer somebody) {
    var acting = somebody.acting();
    return acting.key() == null ? String.valueOf(acting.id()) : acting.key() + " " + acting.asker();
  }

  private static String name(Door door) {
    return "candour-again-" + door.path();
  }

  private static String again(Door door) {
    return name(door) + " again";
  }

  private String token(String context, byte[] plain) {
    return Base64.getUrlEncoder().encodeToString(seal(context, plain));
  }

  private Optional<byte[]> opened(String context, String token) {
    try {
      return Optional.of(open(context, Base64.getUrlDecoder().decode(token)));
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  private byte[] seal(String context, byte[] plain) {
    return within(() -> seals.seal(context, plain));
  }

  private byte[] open(String context, byte[] sealed) {
    return within(() -> seals.open(context, sealed));
  }

  private byte[] within(Supplier<byte[]> work) {
    return Acting.system().call(() -> transaction.execute(_ -> work.get()));
  }
}
