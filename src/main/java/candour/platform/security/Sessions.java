package candour.platform.security;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends sessions on the server, from their next request on (OWASP ASVS 5.0, 7.4). */
@Component
public class Sessions {

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ends every session in which this account is signed in; a transaction's caller decides. */
  public void end(UUID account) {
    endOthers(account, "");
  }

  /** The same for all but one. */
  void endOthers(UUID account, String sessionId) {
    jdbc.sql(
            """
            delete from platform.spring_session
            where principal_name like '%' || :account || '%' and session_id <> :session
            """)
        .param("account", account.toString())
        .param("session", sessionId)
        .update();
  }
}
