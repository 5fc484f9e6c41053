package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.GroundEvent.GroundReliedOn;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The grounds of the register other than immigration control, each relied on for one record, page
 * or entry of the ledger in words of its own. What stands in the way is a {@link Refusal}.
 */
@Component
@Transactional
public class Reliances {

  private final Casework casework;
  private final Register register;
  private final RelianceRows rows;
  private final Days days;
  private final ApplicationEventPublisher events;

  Reliances(
      Casework casework,
      Register register,
      RelianceRows rows,
      Days days,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.register = register;
    this.rows = rows;
    this.days = days;
    this.events = events;
  }

  /** What was written down in the case, the oldest first. */
  @Transactional(readOnly = true)
  public List<Reliance> of(CaseReference reference) {
    return rows.of(reference);
  }

  /**
   * What is written down for one ground.
   *
   * @throws EmptyResultDataAccessException where the case has none of this name
   */
  @Transactional(readOnly = true)
  public Reliance get(CaseReference reference, UUID id) {
    return of(reference).stream()
        .filter(reliance -> reliance.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * Relies on a ground from today, as a caseworker. The same words on the same day change nothing.
   *
   * @param reasons by the name of the required field; others than the ground asks for are left out
   * @return the reliance's name
   */
  public UUID rely(
      CaseReference reference, Item item, String code, Map<String, String> reasons, Officer by) {
    casework.hold(reference);
    var said = said(ground(code), reasons);
    var today = days.today();
    var id = SameWords.name(reference, item.id(), code, said, today, by.id());
    if (!rows.has(reference, id)) {
      rows.add(reference, new Reliance(id, item, code, said, today, by.name(), false), by.id());
      events.publishEvent(new GroundReliedOn(reference.value(), id, item.id(), code, by.id()));
    }
    return id;
  }

  private Exemption ground(String code) {
    return register.open().stream()
        .filter(exemption -> exemption.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("unknown-ground"));
  }

  private static Map<String, String> said(Exemption ground, Map<String, String> reasons) {
    if (!ground.unsaid(reasons).isEmpty()) {
      throw new Refusal("says-too-little");
    }
    return ground.fields().stream()
        .map(RequiredField::field)
        .collect(Collectors.toMap(Function.identity(), field -> reasons.getOrDefault(field, "")));
  }
}
