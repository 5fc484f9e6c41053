package candour.requester.journey;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Seals;
import candour.platform.Tokens;
import candour.requester.tracking.Browser;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ways back to what somebody has answered so far, on any device: a link, which works as long as the
 * draft is kept, and a code that no mail contains.
 */
@Repository
class DraftLinks {

  private static final int TRIES = 5;
  private static final String CODE = "draft-code";

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Drafts drafts;
  private final TransactionTemplate transaction;

  DraftLinks(JdbcClient jdbc, Seals seals, Drafts drafts, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.drafts = drafts;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Where a link led. */
  sealed interface Return {

    /** To what was answered so far. */
    record Found(Draft draft) implements Return {}

    record WrongCode() implements Return {}

    /** Sent since, erased, guessed at too often, or never there. */
    record Gone() implements Return {}
  }

  private record Link(UUID draft, byte[] code) {}

  /**
   * Makes a link, which asks for the code that this browser shows, and returns its token; in a
   * transaction of the visitor who has the draft in hand.
   */
  String issue(UUID draft, Browser browser) {
    var token = Tokens.random();
    jdbc.sql(
            """
            insert into requester.draft_link (token_hash, draft_id, code_hash)
            values (:token, :draft, :code)
            """)
        .param("token", Tokens.hash(token))
        .param("draft", draft)
        .param("code", seals.keyedHash(CODE, browser.code()))
        .update();
    return token;
  }

  /** Whether a link still leads anywhere, without following it. */
  boolean leadsOn(String token) {
    return asPortal(() -> find(token, "")).flatMap(this::draft).isPresent();
  }

  /** Follows a link. A wrong code counts; after five the link is gone. */
  Return follow(String token, String code) {
    return asPortal(() -> find(token, "for update").map(link -> tried(token, link, code)))
        .orElseGet(Return.Gone::new);
  }

  private Return tried(String token, Link link, String code) {
    if (!MessageDigest.isEqual(link.code(), seals.keyedHash(CODE, Identifiers.typedCode(code)))) {
      jdbc.sql("update requester.draft_link set tries = tries + 1 where token_hash = :token")
          .param("token", Tokens.hash(token))
          .update();
      return new Return.WrongCode();
    }
    return draft(link).<Return>map(Return.Found::new).orElseGet(Return.Gone::new);
  }

  private Optional<Draft> draft(Link link) {
    return drafts.find(link.draft()).filter(draft -> draft.sent() == null);
  }

  private Optional<Link> find(String token, String lock) {
    return jdbc.sql(
            """
            select draft_id, code_hash from requester.draft_link
            where token_hash = :token and tries < :tries
            """
                + lock)
        .param("token", Tokens.hash(token))
        .param("tries", TRIES)
        .query(
            (row, _) -> new Link(row.getObject("draft_id", UUID.class), row.getBytes("code_hash")))
        .optional();
  }

  private <T> T asPortal(Supplier<T> work) {
    return Acting.system().call(() -> transaction.execute(_ -> work.get()));
  }
}
