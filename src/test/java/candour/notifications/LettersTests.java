package candour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters wait, are read by whoever prints them, and are posted once. */
@PortalTest
class LettersTests {

  @Autowired Notifications notifications;
  @Autowired Letters letters;
  @Autowired Samples samples;

  @Test
  void that_a_letter_was_posted_is_in_the_history_of_its_case_once() {
    var reference = samples.generalCase();
    var written =
        new Letter(
            reference.value(),
            new Letter.To.Address(List.of("B C", "Here")),
            "asked-for-you",
            Locale.ENGLISH,
            VALUES);
    var letter = samples.as(Acting.system(), () -> notifications.post(written));
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    assertThat(officer.acting().call(() -> letters.open(letter).words()).to())
        .containsExactly("B C", "Here");
    for (int i = 0; i < 2; i++) {
      officer.acting().run(() -> letters.posted(letter, officer.id(), letters.open(letter).mark()));
    }
    assertThat(officer.acting().call(letters::waiting))
        .extracting(Letters.Waiting::id)
        .doesNotContain(letter);
    assertThat(samples.logged(reference)).containsOnlyOnce("letter.posted");
  }

  private static final Map<String, String> VALUES =
      Map.of(
          "by", "Jo", "link", "http://localhost/asked-for-you", "address", "Here", "phone", "0300");
}
