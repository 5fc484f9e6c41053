package candour.exemptions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A ground as a page offers it, or asks for what has to be written down, in one language. */
public record OfferedGround(
    String code,
    String name,
    String provision,
    String test,
    @Nullable String guidance,
    String told,
    List<Asked> fields) {

  /** One thing that has to be written down, under the name of its field in the form. */
  public record Asked(String name, String label, String hint, int least) {

    private static Asked of(RequiredField field, Locale locale) {
      return new Asked(
          inForm(field), field.label().in(locale), field.hint().in(locale), field.least());
    }
  }

  public static OfferedGround of(Exemption exemption, Locale locale) {
    return new OfferedGround(
        exemption.code(),
        exemption.name(locale),
        exemption.provision(),
        exemption.test().in(locale),
        exemption.guidance().map(words -> words.in(locale)).orElse(null),
        exemption.told(locale),
        exemption.fields().stream().map(field -> Asked.of(field, locale)).toList());
  }

  /** Rejects each field that says too little, or too much. */
  public static void check(
      Exemption ground, Map<String, String> reasons, BindingResult errors, Locale locale) {
    for (var field : ground.unsaid(reasons)) {
      errors.rejectValue(
          inForm(field),
          "ground.reason.wrong",
          new Object[] {field.label().in(locale), field.least(), Words.MOST},
          null);
    }
  }

  private static String inForm(RequiredField field) {
    return "reasons[" + field.field() + ']';
  }
}
