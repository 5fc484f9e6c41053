package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Parties;
import candour.casework.Wishes;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.RequestHolder;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.response.Answering;
import candour.response.Responses;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A solicitor who asks for a client and may follow the request, in an open session. */
abstract class FollowedForAClient {

  private static final Pattern TOLD = Pattern.compile("http\\S+?(/asked-for-you/[\\w-]+)");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired People people;
  @Autowired Links links;
  @Autowired ActingForOthers acting;
  @Autowired Casework casework;
  @Autowired Parties parties;
  @Autowired Wishes wishes;
  @Autowired Identity identity;
  @Autowired Responses responses;
  @Autowired Answering answering;

  Browser browser;
  PostRoom post;
  String clients;
  CaseReference reference;

  @BeforeEach
  void a_solicitor_asks_for_a_client_and_may_follow() {
    clients = UUID.randomUUID() + "@example.org";
    browser = new Browser(port);
    post = new PostRoom(jdbc, seals, samples);
    reference = ask(clients, "FOLLOW");
    enter(browser, samples.holderOf(reference));
  }

  CaseReference ask(String client, String scope) {
    var asking =
        new Asking(browser, UUID.randomUUID() + "@example.org")
            .forClient(client)
            .with("your-authority", Map.of("basis", "SIGNED_LETTER", "scope", scope))
            .with("why", Map.of("purpose", "APPLICATION"));
    asking.send();
    return samples.numbered(asking.number());
  }

  void enter(Browser who, RequestHolder holder) {
    var asker = candour.requester.tracking.Browser.random();
    var link = samples.as(Acting.system(), () -> links.issue(holder, "a@example.org", asker));
    who.get("/my-request/open/" + link);
    who.submit("main form", Map.of("code", asker.code()));
    assertThat(who.page().path()).isEqualTo("/my-request");
  }

  void accept(Officer officer) {
    officer
        .acting()
        .run(() -> acting.rule(reference, officer, true, true, "The client confirmed it."));
  }

  void answered(Answering.Three by) {
    answering.determined(reference, by, "file", "came");
    answering.released(reference, by);
  }

  String told() {
    var link =
        post.to(clients).stream()
            .map(mail -> TOLD.matcher(mail.get("body").asString()))
            .filter(found -> found.find())
            .findFirst();
    return link.orElseThrow().group(1);
  }

  long count(String table) {
    return count(table, reference);
  }

  long count(String table, CaseReference of) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from %s where case_id = :case".formatted(table))
                .param("case", of.value())
                .query(Long.class)
                .single());
  }
}
