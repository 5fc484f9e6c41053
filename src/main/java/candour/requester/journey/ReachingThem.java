package candour.requester.journey;

import candour.identity.AuthorityToAct.Reach;
import candour.identity.Capacity;
import candour.platform.MailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the person whose records are asked for can be told of it themselves. */
record ReachingThem(
    @NotNull(message = "{reaching-them.known.missing}") @Nullable Known known,
    @MailAddress(message = "{reaching-them.email.wrong}") String email,
    @Size(max = 60, message = "{reaching-them.phone.long}") String phone,
    @Size(max = 1000, message = "{reaching-them.address.long}") String address,
    @Size(max = 1000, message = "{reaching-them.words.long}") String words)
    implements Answer {

  static final ReachingThem BLANK = new ReachingThem(null, null, null, null, null);

  enum Known {
    A_WAY,
    NO_WAY
  }

  ReachingThem(
      @Nullable Known known,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String words) {
    this.known = known;
    this.email = Answer.text(email);
    this.phone = Answer.text(phone);
    this.address = Answer.text(address);
    this.words = Answer.text(words);
  }

  /** Whether there is somebody to be told: not the dead, nor a child too young to understand. */
  static boolean canBeTold(Answers answers) {
    var capacity = WhoFor.capacity(answers);
    return capacity.represents()
        && capacity != Capacity.EXECUTOR
        && answers.find(Child.class).map(Child::canBeTold).orElse(true);
  }

  boolean lacksWay() {
    return known == Known.A_WAY && email.isEmpty() && phone.isEmpty() && address.isEmpty();
  }

  boolean lacksWords() {
    return known == Known.NO_WAY && words.isEmpty();
  }

  /** Whether the way leads to the representative: people may share a house, but not a mailbox. */
  boolean leadsTo(HowToReachYou you) {
    return known == Known.A_WAY
        && (alike(email.toLowerCase(Locale.ROOT), you.email().toLowerCase(Locale.ROOT))
            || alike(figures(phone), figures(you.phone())));
  }

  private static boolean alike(String theirs, String yours) {
    return !theirs.isEmpty() && theirs.equals(yours);
  }

  private static String figures(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  Reach reach() {
    return known == Known.A_WAY
        ? new Reach(given(email), given(phone), given(address), "")
        : new Reach(null, null, null, words);
  }

  private static @Nullable String given(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public List<Row> rows() {
    return known == Known.NO_WAY
        ? List.of(Answer.typed("reaching-them.words.row", words))
        : List.of(
            Answer.typed("reaching-them.email.row", email),
            Answer.typed("reaching-them.phone.row", phone),
            Answer.typed("reaching-them.address.row", address));
  }
}
