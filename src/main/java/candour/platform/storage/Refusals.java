package candour.platform.storage;

import candour.platform.Refusal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/**
 * Turns what the database refuses on a rule (SQLSTATE class CD) into a {@link Refusal}; the row
 * itself is never told.
 */
@Component
class Refusals extends SQLExceptionSubclassTranslator {

  @Override
  public @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException e) {
    var refusal = refusal(e);
    return refusal != null ? refusal : super.translate(task, sql, e);
  }

  private static @Nullable Refusal refusal(SQLException e) {
    if (!(e instanceof PSQLException refused) || refused.getServerErrorMessage() == null) {
      return null;
    }
    var message = refused.getServerErrorMessage();
    if (String.valueOf(message.getSQLState()).startsWith("CD")) {
      return new Refusal(String.valueOf(message.getMessage()), e);
    }
    var constraint = message.getConstraint();
    return "23514".equals(message.getSQLState()) && constraint != null
        ? new Refusal(constraint.replace('_', '-'), e)
        : null;
  }
}
