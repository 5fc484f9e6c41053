package candour.requester.paper;

import java.util.List;

/** One page of asking, as it stands on paper. */
record Question(String title, List<Part> parts) {}
