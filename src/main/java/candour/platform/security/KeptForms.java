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
    var known = seal(name(door), who(somebody).getBytes(StandardCharsets.UTF_8));
    cookies.keep(response, name(door), Base64.getUrlEncoder().encodeToString(known), known(door));
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
    if (json.writeValueAsBytes(fields).length > LARGEST) {
      return false;
    }
    var id = Identifiers.next();
    var chosen = hasFiles(request) ? files.keep(id, who, request) : List.<KeptForm.Chosen>of();
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
    try {
      return cookies
          .find(request, name(door))
          .map(Base64.getUrlDecoder()::decode)
          .map(sealed -> new String(open(name(door), sealed), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  /** An officer, or the holder of one request. */
  private static String who(Acting.Bearer somebody) {
    var acting = somebody.acting();
    return String.valueOf(acting.key() == null ? acting.id() : acting.key());
  }

  private static String name(Door door) {
    return "candour-again-" + door.path();
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
