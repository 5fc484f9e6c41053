package candour.casework.desk;

import java.util.List;

/**
 * A case at a glance.
 *
 * @param asked what is asked for and why
 * @param person who asks and how to reach them
 * @param course how the case came, who works on it and until when
 * @param steps how the deadline follows
 * @param mayTakeOn whether whoever looks may take it on, as nobody works on it
 * @param mayHandOver whether whoever looks may pass it to another officer
 */
record Overview(
    List<Row> asked,
    List<Row> person,
    List<Row> course,
    List<String> steps,
    List<Task> tasks,
    boolean guarded,
    boolean mayTakeOn,
    boolean mayHandOver) {

  /**
   * Something to be done before the answer.
   *
   * @param status in words; empty where its own page alone can tell
   */
  record Task(String title, String href, String status, boolean done) {}
}
