package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReleaseCodeTests {

  @RepeatedTest(50)
  void a_code_is_ten_unmistakable_characters_in_two_groups() {
    var code = ReleaseCode.random();
    assertThat(code.grouped()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    assertThat(ReleaseCode.typed(code.grouped())).isEqualTo(code);
    assertThat(ReleaseCode.typed(code.grouped().toLowerCase(Locale.ROOT))).isEqualTo(code);
  }

  @Test
  void blanks_dashes_and_look_alikes_do_not_matter() {
    assertThat(ReleaseCode.typed(" o0iIl-1 a\u2013b\u00a0c\n"))
        .isEqualTo(new ReleaseCode("001111ABC"));
  }
}
