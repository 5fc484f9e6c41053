package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.requester.tracking.DisclosureCard.Line;
import candour.response.DisclosureAboutMe;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class DisclosureCardsTests {

  private static final LocalDate ASKED_ON = LocalDate.of(2017, 3, 4);

  private final StaticMessageSource messages = new StaticMessageSource();
  private final DisclosureCards cards = new DisclosureCards(messages);

  DisclosureCardsTests() {
    messages.setUseCodeAsDefaultMessage(true);
  }

  @Test
  void what_was_passed_on_is_said_in_the_readers_language() {
    var entry =
        new DisclosureAboutMe(
            UUID.randomUUID(),
            ASKED_ON,
            "by",
            "NHS Digital",
            "reason",
            "R1",
            "traced",
            List.of("name", "address"),
            LocalDate.of(2017, 3, 9),
            "The agreement",
            "Y cytundeb",
            null);
    messages.addMessage("reason", Locale.of("cy"), "Gor-aros");
    var card = cards.of(List.of(entry), Locale.of("cy")).getFirst();
    assertThat(card.title()).isEqualTo("by, 4 Mawrth 2017");
    assertThat(card.lines())
        .extracting(Line::text)
        .containsExactly("NHS Digital", "Gor-aros", "Y cytundeb", "traced", "9 Mawrth 2017");
    assertThat(card.items()).containsExactly("name", "address");
  }

  @Test
  void what_is_not_known_is_left_out_and_a_code_without_words_stands_for_itself() {
    var entry =
        new DisclosureAboutMe(
            UUID.randomUUID(),
            ASKED_ON,
            "by",
            "DVLA",
            "unknown",
            "R1",
            "rejected",
            List.of(),
            null,
            null,
            null,
            null);
    var card = cards.of(List.of(entry), Locale.ENGLISH).getFirst();
    assertThat(card.lines()).extracting(Line::text).containsExactly("DVLA", "R1", "rejected");
    assertThat(card.items()).isEmpty();
  }
}
