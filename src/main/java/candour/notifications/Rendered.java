package candour.notifications;

import java.util.List;

/** What will be sent, as it was true when it was queued; sealed in the outbox. */
record Rendered(List<String> to, String subject, String body, String language) {}
