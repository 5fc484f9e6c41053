package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Guarded;
import candour.casework.SampleRedress;
import candour.exemptions.DeterminationId;
import candour.exemptions.Determining;
import candour.exemptions.Exemptions;
import candour.ledger.Ledger;
import candour.ledger.Reception;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.records.Records;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.requester.journey.Entering;
import candour.response.Answering;
import candour.response.Answering.Three;
import candour.support.Browser;
import candour.support.People;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases with something behind every address, all of it about somebody with an unmistakable name.
 */
@Component
class Scene {

  static final String WHO = "Zephyrine";

  /** The way out, which leads to another site and ends what one looks at. */
  static final String EXIT = "/exit";

  private final Answering answering;
  private final Records records;
  private final Casework casework;
  private final Determining determining;
  private final Entering entering;
  private final SampleRedress redress;
  private final Exemptions exemptions;
  private final Guarded guarded;
  private final Ledger ledger;
  private final Props props;
  private final People people;
  private final Samples samples;
  private final PostRoom post;

  Scene(
      Answering answering,
      Records records,
      Casework casework,
      Determining determining,
      Entering entering,
      SampleRedress redress,
      Exemptions exemptions,
      Guarded guarded,
      Ledger ledger,
      Props props,
      People people,
      Samples samples,
      JdbcClient jdbc,
      Seals seals) {
    this.answering = answering;
    this.records = records;
    this.casework = casework;
    this.determining = determining;
    this.entering = entering;
    this.redress = redress;
    this.exemptions = exemptions;
    this.guarded = guarded;
    this.ledger = ledger;
    this.props = props;
    this.people = people;
    this.samples = samples;
    this.post = new PostRoom(jdbc, seals, samples);
  }

  /**
   * What a page's address may name, and who asked for it all.
   *
   * @param who a name that nobody else has, in everything that is written about them
   */
  record Case(
      CaseReference reference,
      String who,
      Browser requester,
      String email,
      Map<String, String> names) {

    /** The same with another name behind an address. */
    Case with(String variable, String name) {
      var other = new HashMap<>(names);
      other.put(variable, name);
      return new Case(reference, who, requester, email, other);
    }

    /** The address of a page, with the names of this case. */
    String at(String pattern) {
      return AddressPatterns.filled(pattern, name -> Objects.requireNonNull(names.get(name), name));
    }
  }

  /** A case in which everything still waits for somebody. */
  Case open() {
    var asked = asked();
    var name = asked.who();
    var by = answering.officers();
    var determination = answering.proposed(asked.reference(), by, name + "'s file", name + " came");
    return complete(asked, by, determination, null);
  }

  /** A case of which somebody has proposed that it is guarded no longer. */
  Case questioned() {
    var guardedNow = guarded();
    var id = guarded.proposed(guardedNow.reference(), samples.officer("Proposer", Role.SENIOR));
    guardedNow.names().put("lifting", id.toString());
    return guardedNow;
  }

  /**
   * A case in which somebody is not told, and another proposed that it stays so; an entry of the
   * ledger is kept back in it.
   */
  Case untold() {
    var untold = open();
    var by = answering.officers();
    var id =
        determining.inForce(
            untold.reference(),
            by.caseworker(),
            by.senior(),
            determining.notTold(9),
            determining.notTold(9));
    var silence = determining.silence(untold.reference(), id, by.caseworker());
    untold.names().putAll(Map.of("id", id.toString(), "silence", silence.toString()));
    keepBack(untold, people.signedIn(by.caseworker()));
    return untold;
  }

  private static void keepBack(Case of, Browser officer) {
    officer.get(of.at("/staff/cases/{reference}/disclosures/{disclosure}/ground?code=THIRD_PARTY"));
    var form = Form.on(officer.page(), officer).findFirst().orElseThrow();
    var page = form.send(form.filled(_ -> of.who() + " would learn of somebody else."));
    assertThat(page.status()).isEqualTo(200);
  }

  /** A case whose requester can object to that. */
  Case noticed() {
    var guardedNow = guarded();
    guarded.noticed(guardedNow.reference());
    return guardedNow;
  }

  private Case guarded() {
    var asked = open();
    samples
        .holderOf(asked.reference())
        .acting()
        .run(() -> exemptions.protect(asked.reference(), "", null));
    return asked;
  }

  /** A case whose pack waits for approval. */
  Case prepared() {
    return with((reference, by) -> answering.prepare(reference, by.caseworker()));
  }

  /** A case whose pack waits for release. */
  Case approved() {
    return with(answering::approved);
  }

  /** A case whose pack is about to leave. */
  Case released() {
    return with((reference, by) -> {
      var pack = answering.approved(reference, by);
      answering.releaseForLater(reference, pack, by.releaser());
      return pack;
    });
  }

  Case answered() {
    return with(answering::released);
  }

  /** The page on which a case is erased, of one that nothing keeps. */
  String erasing() {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    answering.answered(reference, by);
    return "/staff/cases/" + reference + "/erasure";
  }

  private Case with(BiFunction<CaseReference, Three, UUID> pack) {
    var asked = asked();
    var name = asked.who();
    var by = answering.officers();
    var determination =
        answering.determined(asked.reference(), by, name + "'s file", name + " came");
    return complete(asked, by, determination, pack.apply(asked.reference(), by));
  }

  private Case asked() {
    var name = WHO + " " + Identifiers.randomCode(8);
    var email = UUID.randomUUID() + "@example.org";
    var browser = people.visitor();
    var asking =
        new Asking(browser, email)
            .with("your-name", Map.of("fullName", name, "otherNames", name + " Q"))
            .with("why", Map.of("purpose", "APPLICATION"));
    asking.send();
    var reference = samples.numbered(asking.number());
    var link = post.link(email);
    browser.get(link);
    browser.submit("main form", Map.of());
    var names = new HashMap<>(Map.of("token", lastPart(link)));
    names.putAll(props.sent(reference, name));
    return new Case(reference, name, browser, email, names);
  }

  private Case complete(Case asked, Three by, DeterminationId determination, @Nullable UUID pack) {
    var reference = asked.reference();
    var officer = samples.officer("Disclosures officer", Role.DISCLOSURES);
    var batch =
        samples.as(
            officer.acting(),
            () ->
                ledger.receive(
                    "a.csv", file(SampleDisclosures.TRACED.formatted("") + asked.who()), officer));
    var subject = samples.as(Acting.system(), () -> casework.facts(reference)).subjectId();
    var candidate =
        samples.as(officer.acting(), () -> ledger.candidatesFor(subject)).getFirst().disclosure();
    var record = samples.as(by.caseworker().acting(), () -> records.reviewed(reference)).getFirst();
    asked
        .names()
        .putAll(
            Map.of(
                "reference", reference.toString(),
                "record", record.id().toString(),
                "page", "1",
                "id", determination.toString(),
                "pack", String.valueOf(pack),
                "disclosure", candidate.id().toString(),
                "batch", ((Reception.Taken) batch).batchId().toString(),
                "account", props.account(pack == null).toString(),
                "letter", props.letters(reference).stream().findFirst().orElse("none"),
                "index", "0"));
    var none = UUID.randomUUID().toString();
    asked.names().putAll(redress.open(reference, asked.who()));
    var corrected = redress.corrected(reference, candidate.id(), asked.who());
    asked.names().put("recipient", corrected.recipient());
    if (pack != null) {
      asked.names().put("correction", corrected.correction());
    }
    asked
        .names()
        .putAll(Map.of("item", record.itemId().toString(), "lifting", none, "silence", none));
    var draft = entering.begun(by.caseworker(), asked.who());
    asked.names().putAll(Map.of("draft", draft.toString(), "alert", none));
    asked.names().putAll(Map.of("path", "0/000", "name", "case-note.pdf", "number", "1"));
    return asked;
  }

  private static String lastPart(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static ByteArrayResource file(String row) {
    var text = String.join(",", Column.headers()) + "\n" + row + ",\n";
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
