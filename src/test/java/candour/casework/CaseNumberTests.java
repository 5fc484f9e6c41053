package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"SAR-01AB-CD10", "sar 01ab cd10", "01ABCD10", " oiab-cdlo ", "SAR–01AB–CD10"})
  void is_read_however_it_is_typed(String typed) {
    assertThat(CaseNumber.read(typed)).contains("SAR-01AB-CD10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SAR", "SAR-01AB", "SAR-01AB-CD100", "SAR-01ÄB-CD10", "'; --"})
  void is_nothing_else(String typed) {
    assertThat(CaseNumber.read(typed)).isEmpty();
  }

  @Test
  void what_is_made_is_read_back() {
    for (int i = 0; i < 1_000; i++) {
      var number = CaseNumber.random();
      assertThat(CaseNumber.read(number)).contains(number);
    }
  }
}
