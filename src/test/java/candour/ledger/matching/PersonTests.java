package candour.ledger.matching;

import static org.assertj.core.api.Assertions.assertThat;

import candour.identity.DataSubject;
import candour.identity.Names;
import candour.identity.PartialDate;
import candour.ledger.Candidate.Basis;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTests {

  private static final LocalDate LATEST = LocalDate.of(2018, 1, 1);
  private static final Person WINSTON =
      Person.of(
          DataSubject.named(
              "Winston Aldridge Clarke",
              "Winnie Clarke; W. A. Clark and Winston Clarke-Reid",
              PartialDate.of(1956, Month.MARCH, 4)));

  @ParameterizedTest
  @CsvSource({
    "winston aldridge CLARKE, 1956-03-04, FULL_NAME_AND_BIRTH",
    "Winston Aldridge-Clarke, 4 March 1956, FULL_NAME_AND_BIRTH",
    "Winston Aldridge Clarke, 04/03/1956, FULL_NAME_AND_BIRTH",
    "Winston Aldridge Clarke, 4 Mawrth 1956, FULL_NAME_AND_BIRTH",
    "Winston Aldridge Clarke, 1956-03, FULL_NAME_AND_PART_OF_BIRTH",
    "Winston Aldridge Clarke, 1956, FULL_NAME_AND_PART_OF_BIRTH",
    "Winston Aldridge Clarke, about 1957, FULL_NAME_AND_PART_OF_BIRTH",
    "Winston Aldridge Clarke, '', FULL_NAME",
    "Winston Aldridge Clarke, not known, FULL_NAME",
    "Winnie Clarke, 1956-03-04, OTHER_NAME_AND_BIRTH",
    "W A Clark, 1956, OTHER_NAME_AND_PART_OF_BIRTH",
    "winston clarke reid, '', OTHER_NAME",
    "Winston Aldridge Clarke, 1956-03-05,",
    "Winston Aldridge Clarke, 1957-03-04,",
    "Winston Aldridge Clarke, 1956-04,",
    "Winston Aldridge Clarke, about 1959,",
    "Winston Clarke, 1956-03-04,",
  })
  void says_what_an_entry_and_a_person_have_in_common(
      String name, String born, @Nullable Basis basis) {
    assertThat(WINSTON.inCommon(Names.key(name), BornText.read(born, LATEST)))
        .isEqualTo(Optional.ofNullable(basis));
  }

  @Test
  void a_date_nobody_knows_neither_confirms_nor_contradicts() {
    var somebody =
        Person.of(DataSubject.named("Ann Lee", "", PartialDate.unknown("the year of the flood")));
    assertThat(somebody.inCommon("ann lee", BornText.read("1956-03-04", LATEST)))
        .contains(Basis.FULL_NAME);
  }

  @Test
  void an_approximate_date_is_never_the_same_day() {
    var somebody =
        Person.of(DataSubject.named("Ann Lee", "", PartialDate.of(1956, Month.MARCH, 4).about()));
    assertThat(somebody.inCommon("ann lee", BornText.read("1956-03-04", LATEST)))
        .contains(Basis.FULL_NAME_AND_PART_OF_BIRTH);
  }

  @Test
  void a_name_without_letters_is_nobody() {
    var nobody = Person.of(DataSubject.named("?", "-; ,", PartialDate.of(1956)));
    assertThat(nobody.nameKeys()).isEmpty();
    assertThat(nobody.inCommon("", Optional.empty())).isEmpty();
  }
}
