package candour.response.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.identity.Ways;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.requester.PostRoom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever changed how they are reached, for two of their requests, can have each erased. */
class ErasedContactTests extends CaseToErase {

  private static final String MAIL = "beryl.campbell@example.org";

  @Autowired ContactDetails contact;

  private CaseReference other;

  @BeforeEach
  void reached_elsewhere_in_two_requests() {
    other = samples.as(Acting.visitor(Identifiers.next()), this::asked);
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
    erase();
    assertThat(nightly.testimony()).isPositive();
    assertThat(reachedAt(other)).isEqualTo("new-" + MAIL);
    erase_the_other();
    assertThat(nightly.testimony()).isPositive();
  }

  @Test
  void the_request_for_which_it_counted_too_is_erased_first() {
    erase_the_other();
    assertThat(nightly.testimony()).isPositive();
    assertThat(reachedAt(reference)).isEqualTo("new-" + MAIL);
    erase();
    assertThat(nightly.testimony()).isPositive();
  }

  private void erase_the_other() {
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
