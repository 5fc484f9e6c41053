package candour.casework;

/** How a request came; any way is as good as another (UK GDPR Art. 12(2)). */
public enum Channel {
  ONLINE,
  PAPER,
  PHONE,
  EMAIL,
  IN_PERSON
}
