package candour.requester.journey;

import candour.platform.MailAddress;
import candour.requester.journey.Draft.Reply;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the office can reach somebody: at least one way, and any will do. */
record HowToReachYou(
    @MailAddress(message = "{how-to-reach-you.email.wrong}") String email,
    @Size(max = 60, message = "{how-to-reach-you.phone.long}") String phone,
    @Size(max = 1000, message = "{how-to-reach-you.address.long}") String address)
    implements Answer {

  static final HowToReachYou BLANK = new HowToReachYou(null, null, null);

  HowToReachYou(@Nullable String email, @Nullable String phone, @Nullable String address) {
    this.email = Answer.text(email);
    this.phone = Answer.text(phone);
    this.address = Answer.text(address);
  }

  boolean isEmpty() {
    return email.isEmpty() && phone.isEmpty() && address.isEmpty();
  }

  /** Which ways they gave. */
  Set<Reply> ways() {
    var ways = EnumSet.noneOf(Reply.class);
    if (!email.isEmpty()) {
      ways.add(Reply.EMAIL);
    }
    if (!phone.isEmpty()) {
      ways.add(Reply.PHONE);
    }
    if (!address.isEmpty()) {
      ways.add(Reply.POST);
    }
    return ways;
  }

  @Override
  public List<Row> rows() {
    return List.of(
        Answer.typed("how-to-reach-you.email", email),
        Answer.typed("how-to-reach-you.phone", phone),
        Answer.typed("how-to-reach-you.address", address));
  }
}
