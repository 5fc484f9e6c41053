package candour.requester.journey;

import candour.identity.Capacity;
import candour.identity.Regulator;
import candour.identity.Representative;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who asks for somebody else. */
record AboutYou(
    @NotEmpty(message = "{about-you.full-name.missing}")
        @Size(max = 300, message = "{about-you.full-name.long}")
        String fullName,
    @Size(max = 200, message = "{about-you.relation.long}") String relation,
    @Size(max = 300, message = "{about-you.firm.long}") String firm,
    @Nullable Regulator regulator,
    @Size(max = 60, message = "{about-you.number.long}") String number)
    implements Answer {

  static final AboutYou BLANK = new AboutYou(null, null, null, null, null);

  AboutYou(
      @Nullable String fullName,
      @Nullable String relation,
      @Nullable String firm,
      @Nullable Regulator regulator,
      @Nullable String number) {
    this.fullName = Answer.text(fullName);
    this.relation = Answer.text(relation);
    this.firm = Answer.text(firm);
    this.regulator = regulator;
    this.number = Answer.text(number);
  }

  /** The fields that somebody in that capacity has left out, each with what to say there. */
  Map<String, String> missing(Capacity capacity) {
    var missing = new LinkedHashMap<String, String>();
    if (capacity != Capacity.ADVISER && relation.isEmpty()) {
      missing.put("relation", "about-you.relation.missing");
    }
    if (capacity == Capacity.ADVISER && firm.isEmpty()) {
      missing.put("firm", "about-you.firm.missing");
    }
    if (capacity == Capacity.ADVISER && regulator == null) {
      missing.put("regulator", "about-you.regulator.missing");
    }
    if (capacity == Capacity.ADVISER && number.isEmpty()) {
      missing.put("number", "about-you.number.missing");
    }
    return missing;
  }

  /** Without what the page of that capacity does not ask. */
  AboutYou as(Capacity capacity) {
    return capacity == Capacity.ADVISER
        ? new AboutYou(fullName, "", firm, regulator, number)
        : new AboutYou(fullName, relation, "", null, "");
  }

  Representative representative(Capacity capacity) {
    return capacity == Capacity.ADVISER
        ? Representative.adviser(fullName, firm, Objects.requireNonNull(regulator), number)
        : Representative.close(capacity, fullName, relation);
  }

  @Override
  public List<Row> rows() {
    var name = Answer.typed("about-you.full-name", fullName);
    return regulator == null
        ? List.of(name, Answer.typed("about-you.relation.row", relation))
        : List.of(
            name,
            Answer.typed("about-you.firm", firm),
            Answer.row("about-you.regulator", "about-you.regulator." + regulator),
            Answer.typed("about-you.number", number));
  }
}
