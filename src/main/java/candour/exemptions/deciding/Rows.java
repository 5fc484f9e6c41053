package candour.exemptions.deciding;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** A page of a list over all cases: so many rows, and where the next page begins. */
final class Rows {

  static final int MOST = 50;

  private Rows() {}

  /**
   * Shows the rows.
   *
   * @param rows one more than are shown, if there are as many
   * @param after after which row the page begins; null for the first
   */
  static <T> void show(List<T> rows, Function<T, ?> name, @Nullable Object after, Model model) {
    var shown = rows.size() > MOST ? rows.subList(0, MOST) : rows;
    model.addAttribute("rows", shown);
    model.addAttribute("first", after == null);
    model.addAttribute("next", rows.size() > MOST ? name.apply(shown.getLast()) : null);
  }
}
