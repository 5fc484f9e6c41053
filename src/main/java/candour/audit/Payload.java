package candour.audit;

import candour.audit.merkle.CanonicalJson;
import candour.platform.Acting;
import candour.platform.Fact;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an entry knows, in canonical JSON: the fact's components, who acted, when, and the
 * digests of the rows that were written for it. Those come last; only the database knows them.
 */
final class Payload {

  private static final String ROWS = ",\"rows\":[";

  /** What stands after the rows. */
  static final String END = "]}";

  /** What reads a record's components, asked of each class once. */
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Payload::accessor).toList();
        }
      };

  private Payload() {}

  /**
   * The payload of a fact as far as its rows.
   *
   * @param at to the last digit, in UTC
   * @throws IllegalArgumentException if a component has no one spelling in JSON
   */
  static String of(Fact fact, Acting actor, Instant at) {
    Map<String, @Nullable Object> by = new HashMap<>();
    by.put("role", actor.role().name());
    by.put("id", value(actor.id()));
    Map<String, @Nullable Object> payload = new HashMap<>();
    payload.put("fact", value(fact));
    payload.put("by", by);
    payload.put("at", at.toString());
    var members = CanonicalJson.write(payload);
    return members.substring(0, members.length() - 1) + ROWS;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Integer number -> number;
      case Long number -> number;
      case UUID id -> id.toString();
      case Enum<?> constant -> constant.name();
      case TemporalAccessor time -> time.toString();
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case List<?> list -> values(list);
      case Record record -> members(record);
      default -> throw new IllegalArgumentException("not for the log: " + value.getClass());
    };
  }

  private static List<@Nullable Object> values(List<?> list) {
    List<@Nullable Object> values = new ArrayList<>();
    list.forEach(value -> values.add(value(value)));
    return values;
  }

  private static Map<String, @Nullable Object> members(Record record) {
    Map<String, @Nullable Object> members = new HashMap<>();
    ACCESSORS
        .get(record.getClass())
        .forEach(accessor -> members.put(accessor.getName(), value(component(record, accessor))));
    return members;
  }

  private static Method accessor(RecordComponent component) {
    var accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static @Nullable Object component(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("not for the log: " + accessor, e);
    }
  }
}
