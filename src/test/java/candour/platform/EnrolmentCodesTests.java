package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Officer.Role;
import candour.platform.security.Enrolments;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account has one code at most, and none once it is disabled, whatever happens at once. */
@PortalTest
class EnrolmentCodesTests {

  @Autowired Accounts accounts;
  @Autowired Enrolments enrolments;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired Races races;
  @Autowired JdbcClient jdbc;

  @Test
  void a_code_that_is_given_out_while_the_account_is_disabled_is_void_with_it() throws Exception {
    var account = people.newOfficer(Role.CASEWORKER);
    assertThat(meanwhile(() -> code(account), List.of(() -> accounts.disable(account))))
        .containsOnly(Races.KEPT);
    assertThat(codes(account)).isZero();
  }

  @Test
  void of_two_codes_that_are_given_out_at_once_the_later_is_good() throws Exception {
    var account = people.newOfficer(Role.CASEWORKER);
    assertThat(
            meanwhile(
                () -> accounts.enrolmentCode(account),
                List.of(() -> accounts.enrolmentCode(account))))
        .containsOnly(Races.KEPT);
    assertThat(codes(account)).isOne();
  }

  @Test
  void a_code_that_is_used_while_the_account_is_disabled_leaves_nothing_to_sign_in_with()
      throws Exception {
    var account = people.newOfficer(Role.CASEWORKER);
    var code = Acting.system().call(() -> accounts.enrolmentCode(account));
    var enrolment = Acting.system().call(() -> enrolments.begin(code).orElseThrow());
    var totp = new Totp(Identifiers.randomBytes(20));
    var refusals =
        meanwhile(
            () -> holdCodes(account),
            List.of(
                () -> enrolments.finish(enrolment, "{noop}three words apart", totp, 0),
                () -> accounts.disable(account)));
    assertThat(refusals).containsOnly(Races.KEPT);
    assertThat(Acting.system().call(() -> accounts.get(account)))
        .returns(false, Account::enabled)
        .returns(false, Account::enrolled);
  }

  /** What comes of these in the portal's name while that is done and has not ended. */
  private List<String> meanwhile(Runnable work, List<Runnable> others) throws Exception {
    return races.meanwhile(
        Acting.system(),
        work,
        others.stream().map(other -> Races.refusal(() -> Acting.system().run(other))).toList());
  }

  private void holdCodes(UUID account) {
    jdbc.sql("select from platform.enrolment where account_id = ? for update")
        .param(account)
        .query((_, number) -> number)
        .list();
  }

  private long codes(UUID account) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select count(*) from platform.enrolment where account_id = ? and used_at is null")
                .param(account)
                .query(Long.class)
                .single());
  }

  @Test
  void a_disabled_account_is_given_no_code_and_no_account_two_by_sql() {
    var account = people.newOfficer(Role.CASEWORKER);
    Acting.system().run(() -> accounts.enrolmentCode(account));
    assertThatThrownBy(() -> code(account)).hasStackTraceContaining("one_code");
    Acting.system().run(() -> accounts.disable(account));
    assertThat(Races.refused(() -> code(account))).isEqualTo("account-is-disabled");
  }

  private void code(UUID account) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "insert into platform.enrolment (code_hash, account_id, expires_at) values (?, ?, now())")
                .params(Identifiers.randomBytes(32), account)
                .update());
  }
}
