package candour.requester.tracking;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.RequestHolder;
import candour.platform.Seals;
import candour.platform.Tokens;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time links into requests. */
@Repository
class Links {

  private static final int TRIES = 5;
  private static final String CODE = "link-code";

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Days days;
  private final LinkSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Links(
      JdbcClient jdbc,
      Seals seals,
      Days days,
      LinkSettings settings,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.days = days;
    this.settings = settings;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What opening a link led to. */
  sealed interface Opening {

    /** It was consumed: this is who may come in. */
    record Opened(RequestHolder holder) implements Opening {}

    /** It needs the code that the asking browser shows; {@code wrong} if another was given. */
    record NeedsCode(boolean wrong) implements Opening {}

    /** Used, expired, guessed at too often, or never there. */
    record Gone() implements Opening {}
  }

  private record Link(RequestHolder holder, byte[] browser, byte[] code) {}

  /**
   * Makes a link for whoever asked in that browser, and returns its token; in the transaction of
   * the mail to that address which tells of it.
   */
  String issue(RequestHolder holder, String email, Browser browser) {
    var token = Tokens.random();
    var now = days.now();
    jdbc.sql(
            """
            insert into requester.link (token_hash, case_id, subject_id, requester_id, email,
              browser_hash, code_hash, issued_at, expires_at)
            values (:token, :case, :subject, :requester, :email, :browser, :code, :issued, :expires)
            """)
        .param("token", Tokens.hash(token))
        .param("case", holder.caseId())
        .param("subject", holder.subjectId())
        .param("requester", holder.requesterId())
        .param("email", email)
        .param("browser", browser.hash())
        .param("code", seals.keyedHash(CODE, browser.code()))
        .param("issued", Timestamp.from(now))
        .param("expires", Timestamp.from(now.plus(settings.life())))
        .update();
    return token;
  }

  /** Whether a link would open in this browser, without opening it: mail scanners only look. */
  Opening look(String token, @Nullable Browser browser) {
    return asPortal(
        () -> find(token, "").map(link -> look(link, browser)).orElse(new Opening.Gone()));
  }

  /** Opens a link once. A wrong code counts; after five the link is gone. */
  Opening open(String token, @Nullable Browser browser, String code) {
    return asPortal(() ->
        find(token, "for update")
            .map(link -> open(token, link, browser, code))
            .orElse(new Opening.Gone()));
  }

  /** Forgets links a day after they expired. */
  void eraseExpired() {
    jdbc.sql("delete from requester.link where expires_at < :yesterday")
        .param("yesterday", Timestamp.from(days.now().minus(Duration.ofDays(1))))
        .update();
  }

  private static Opening look(Link link, @Nullable Browser browser) {
    return asked(link, browser) ? new Opening.Opened(link.holder()) : new Opening.NeedsCode(false);
  }

  private Opening open(String token, Link link, @Nullable Browser browser, String code) {
    if (asked(link, browser) || knows(link, code)) {
      var holder = link.holder();
      if (consume(token)) {
        events.publishEvent(new MailReached(holder.caseId(), holder.requesterId()));
      }
      return new Opening.Opened(holder);
    }
    if (!code.isEmpty()) {
      countTry(token);
    }
    return new Opening.NeedsCode(!code.isEmpty());
  }

  private static boolean asked(Link link, @Nullable Browser browser) {
    return browser != null && MessageDigest.isEqual(link.browser(), browser.hash());
  }

  private boolean knows(Link link, String code) {
    return MessageDigest.isEqual(link.code(), seals.keyedHash(CODE, Identifiers.typedCode(code)));
  }

  /** True for the first that shows that what is mailed there reaches them. */
  private boolean consume(String token) {
    return jdbc.sql("select requester.use_link(:token, :now)")
        .param("token", Tokens.hash(token))
        .param("now", Timestamp.from(days.now()))
        .query(Boolean.class)
        .single();
  }

  private void countTry(String token) {
    jdbc.sql("update requester.link set tries = tries + 1 where token_hash = :token")
        .param("token", Tokens.hash(token))
        .update();
  }

  private Optional<Link> find(String token, String lock) {
    return jdbc.sql(
            """
            select case_id, subject_id, requester_id, browser_hash, code_hash from requester.link
            where token_hash = :token and used_at is null and expires_at > :now and tries < :tries
            """
                + lock)
        .param("token", Tokens.hash(token))
        .param("now", Timestamp.from(days.now()))
        .param("tries", TRIES)
        .query((row, _) ->
            new Link(
                new RequestHolder(
                    row.getObject("case_id", UUID.class),
                    row.getObject("subject_id", UUID.class),
                    row.getObject("requester_id", UUID.class)),
                row.getBytes("browser_hash"),
                row.getBytes("code_hash")))
        .optional();
  }

  private <T> T asPortal(Supplier<T> work) {
    return Acting.system().call(() -> transaction.execute(_ -> work.get()));
  }
}
