package candour.hostile;

import candour.casework.Attachments;
import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.intake.PublicFile.Sound;
import candour.platform.Accounts;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.People;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands behind single addresses of a {@link Scene}. */
@Component
class Props {

  private final Accounts accounts;
  private final Correspondence correspondence;
  private final Attachments attachments;
  private final People people;
  private final Samples samples;
  private final JdbcClient jdbc;

  Props(
      Accounts accounts,
      Correspondence correspondence,
      Attachments attachments,
      People people,
      Samples samples,
      JdbcClient jdbc) {
    this.accounts = accounts;
    this.correspondence = correspondence;
    this.attachments = attachments;
    this.people = people;
    this.samples = samples;
    this.jdbc = jdbc;
  }

  /** A message of theirs, and a file with it. */
  Map<String, String> sent(CaseReference reference, String name) {
    return samples
        .holderOf(reference)
        .acting()
        .call(() -> {
          correspondence.write(reference, name + " asks");
          var message = correspondence.messages(reference).getFirst().id();
          attachments.add(
              reference, message, null, List.of(new Sound("a.png", "image/png", new byte[] {1})));
          var file = correspondence.messages(reference).getFirst().files().getFirst();
          return Map.of("message", message.toString(), "document", file.id().toString());
        });
  }

  UUID account(boolean enabled) {
    var account = people.newOfficer(Role.CASEWORKER);
    if (!enabled) {
      Acting.system().run(() -> accounts.disable(account));
    }
    return account;
  }

  List<String> letters(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select letter_id from notifications.letter where case_id = ?")
                .param(reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }
}
