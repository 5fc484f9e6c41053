package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.IdentityChecks;
import candour.exemptions.Conclusion;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Provision;
import candour.exemptions.SampleProposal;
import candour.exemptions.Telling;
import candour.identity.Verification.Method;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.response.Answering;
import candour.response.Responses;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A determination that disapplies another right than access keeps nothing from an answer. */
@PortalTest
class OtherRightsTests {

  @Autowired RecordsScene scene;
  @Autowired ReviewDesk desk;
  @Autowired Grounds grounds;
  @Autowired Exemptions exemptions;
  @Autowired Responses responses;
  @Autowired IdentityChecks checks;
  @Autowired SampleDisclosures disclosures;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired Answering answering;

  @Autowired
  @Qualifier("reportDataSource")
  DataSource report;

  private Opened at;

  @BeforeEach
  void open() {
    at = scene.open();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ART_15_1_3")
  void no_page_is_kept_back(Provision provision) {
    var page = scene.collect(at, "Known to the visiting team");
    var item = scene.reviewed(at).getFirst().pages().getFirst().itemId();
    var ground =
        inForce(
            provision, new Item(item, Item.Kind.PAGE, page.record().value(), "Case notes, page 1"));
    refused(() -> scene.withhold(at, page, ground));
    refused(() -> scene.release(at, page, new Mark(new Place(0, 0, 1, 0.1), ground)));
    refused(() -> scene.work(at, () -> scene.keepBack(at, page, ground)));
    assertThat(scene.work(at, () -> grounds.choices(page, item, Locale.ENGLISH)))
        .as("offered")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void no_place_is_kept_back(Provision provision) {
    var page = scene.collect(at, "Known to the visiting team");
    var item = scene.reviewed(at).getFirst().pages().getFirst().itemId();
    var places = desk.upperThird(at.reference(), page.record(), 1, at.officer());
    var ground = inForce(provision, places);
    var within = new Place(0, 0.1, 1, 0.2);
    assertThat(scene.work(at, () -> grounds.choices(page, item, Locale.ENGLISH)))
        .hasSize(provision == Provision.ART_15_1_3 ? 1 : 0);
    if (provision == Provision.ART_15_1_3) {
      assertThat(scene.work(at, () -> scene.blackOut(at, page, ground, within))).isOne();
    } else {
      refused(() -> scene.release(at, page, new Mark(within, ground)));
      refused(() -> scene.work(at, () -> scene.blackOut(at, page, ground, within)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_entry_of_the_ledger_is_kept_back(Provision provision) {
    var look = new IdentityChecks.Look(Method.IN_PERSON, "Card", "Compared with our record.");
    at.officer().acting().run(() -> checks.confirm(at.reference(), at.officer(), look));
    var entry = disclosures.shown(at.reference(), SampleDisclosures.TRACED);
    var item =
        at.officer().acting().call(() -> exemptions.entry(at.reference(), entry, "Home Office"));
    inForce(provision, item);
    var holder = scene.samples.holderOf(at.reference()).acting();
    assertThat(holder.call(() -> responses.disclosuresAbout(at.reference())))
        .hasSize(provision == Provision.ART_15_1_3 ? 0 : 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ART_15_1_3", "ART_21_1"})
  void none_is_counted_as_applied_to_an_answer_or_told_of_once_it_ends(Provision provision) {
    var by = answering.officers();
    at = new Opened(by.caseworker(), answering.ready(by).reference(), at.search());
    var entry = disclosures.shown(at.reference(), SampleDisclosures.TRACED);
    var item =
        by.caseworker().acting().call(() -> exemptions.entry(at.reference(), entry, "Home Office"));
    var determination = new DeterminationId(inForce(provision, item).basis());
    var applied = applied();
    answering.released(at.reference(), by);
    var counts = provision == Provision.ART_15_1_3;
    assertThat(applied() - applied).isEqualTo(counts ? 1 : 0);
    var senior = scene.samples.officer("Nia Prys", Role.SENIOR);
    senior
        .acting()
        .run(() -> exemptions.withdraw(at.reference(), determination, senior, "Not needed now."));
    var further = answering.released(at.reference(), by);
    assertThat(
            PdfText.of(answering.pdf(at.reference(), further, by.caseworker()))
                .contains("We withdrew our decision."))
        .isEqualTo(counts);
  }

  private long applied() {
    return JdbcClient.create(report)
        .sql("select count(*) from response.facts where immigration_exemption_applied")
        .query(Long.class)
        .single();
  }

  private Ground inForce(Provision provision, Item item) {
    var sample = new SampleProposal();
    sample.reference = at.reference();
    sample.item = item;
    sample.provision = provision;
    sample.proposedBy = at.officer().id();
    sample.conclusion = new Conclusion.Apply(new Telling.Told());
    sample.decidedOn = days.today();
    var proposal = sample.build();
    at.officer().acting().run(() -> exemptions.propose(proposal, at.officer()));
    var senior = scene.samples.officer("Rhys Bevan", Role.SENIOR);
    var approval = SampleProposal.approval("I read it and agree.", new Telling.Told());
    senior.acting().run(() -> exemptions.approve(at.reference(), proposal.id(), senior, approval));
    return new Ground("IMMIGRATION", proposal.id().value());
  }

  private static void refused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("withheld-without-determination"));
  }
}
