package candour.notifications;

import java.util.List;

/** A mail or letter in words, as was true when it was queued. */
public record Rendered(List<String> to, String subject, String body, String language) {}
