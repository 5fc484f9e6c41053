package candour.oversight.sampling;

import candour.audit.Checkpoint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The summaries that words draw from all those under a checkpoint.
 *
 * @param words letters, figures and spaces, so that they stand in JSON as they are
 * @param many how many were asked for; there may be fewer
 */
record Sample(Checkpoint checkpoint, String words, int many, List<Summary> summaries) {

  /** As {@code VerifyLog} reads it: an object of JSON, with each opening on a line of its own. */
  String file() {
    var openings = summaries.stream().map(Summary::opening).collect(Collectors.joining(",\n"));
    return "{\"many\":%d,\"size\":%d,\"words\":\"%s\",\"summaries\":[\n%s]}\n"
        .formatted(many, checkpoint.size(), words, openings + (summaries.isEmpty() ? "" : "\n"));
  }
}
