package candour.casework.desk;

import candour.casework.Alerts.Alert;
import candour.casework.Twin;
import java.util.List;

/**
 * A case at a glance.
 *
 * @param asked what is asked for and why
 * @param wishes what of that has changed since
 * @param urgency whether and why it cannot wait
 * @param twins other open requests that may be the same
 * @param person who asks and how to reach them
 * @param clues what they said that helps to find the records
 * @param alerts what they told the portal that nobody has looked at
 * @param course how the case came, who works on it and until when
 * @param steps how the deadline follows
 * @param mayTakeOn whether whoever looks may take it on, as nobody works on it
 * @param mayHandOver whether whoever looks may pass it to another officer
 * @param mayWork whether whoever looks works on cases
 */
record Overview(
    List<Row> asked,
    List<Row> wishes,
    List<Row> urgency,
    List<Twin> twins,
    List<Row> person,
    List<Row> clues,
    List<Alert> alerts,
    List<Row> course,
    List<String> steps,
    List<Task> tasks,
    boolean guarded,
    boolean mayTakeOn,
    boolean mayHandOver,
    boolean mayWork) {

  /**
   * Something to be done before the answer.
   *
   * @param status in words; empty where its own page alone can tell
   */
  record Task(String title, String href, String status, boolean done) {}
}
