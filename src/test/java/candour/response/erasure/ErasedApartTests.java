package candour.response.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.casework.Twins;
import candour.identity.Ways;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.requester.PostRoom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done to two requests of a person at once can be erased with each. */
class ErasedApartTests extends CaseToErase {

  private static final String MAIL = "beryl.campbell@example.org";

  @Autowired ContactDetails contact;
  @Autowired Twins twins;

  private CaseReference other;

  @BeforeEach
  void somebody_asks_twice() {
    other = samples.as(Acting.visitor(Identifiers.next()), this::asked);
  }

  @Test
  void two_requests_that_were_joined_agree_each_with_its_own_entries() {
    var twin =
        as(() -> twins.of(reference)).stream()
            .filter(it -> it.reference().equals(other))
            .findFirst()
            .orElseThrow();
    samples.run(
        by.caseworker().acting(),
        () -> twins.join(reference, twin, by.caseworker(), "She rang us: it is the same."));
    assertThat(samples.logged(other)).contains("request.joined");
    assertThat(nightly.disagreeing()).doesNotContain(reference.value(), other.value());
  }

  private void reachedElsewhere() {
    var number = as(() -> casework.summary(other)).number();
    var requester = samples.holderOf(reference).requesterId();
    samples.run(
        Acting.system(),
        () ->
            contact.ask(
                reference,
                requester,
                new Ways("new-" + MAIL, null, null, null),
                List.of(number),
                false,
                null));
    var link = new PostRoom(jdbc, seals, samples).link(MAIL);
    var token = link.substring(link.lastIndexOf('/') + 1);
    samples.run(
        Acting.system(), () -> contact.confirmByLink(contact.byToken(token).orElseThrow(), token));
    answered();
  }

  @Test
  void the_request_in_which_it_was_asked_for_is_erased_and_the_other_stays() {
    reachedElsewhere();
    erase();
    assertThat(nightly.testimony()).isPositive();
    assertThat(reachedAt(other)).isEqualTo("new-" + MAIL);
    eraseTheOther();
    assertThat(nightly.testimony()).isPositive();
  }

  @Test
  void the_request_for_which_it_counted_too_is_erased_first() {
    reachedElsewhere();
    eraseTheOther();
    assertThat(nightly.testimony()).isPositive();
    assertThat(reachedAt(reference)).isEqualTo("new-" + MAIL);
    erase();
    assertThat(nightly.testimony()).isPositive();
  }

  private void eraseTheOther() {
    var first = reference;
    reference = other;
    decide();
    answered();
    erase();
    reference = first;
  }

  private String reachedAt(CaseReference of) {
    return as(() -> contact.of(samples.holderOf(of).requesterId()).email());
  }
}
