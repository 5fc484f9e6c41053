package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Patience;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people who ask for their records do, in one browser. */
final class Requesters {

  private static final Pattern CODE =
      Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5}[- ][0-9A-HJKMNP-TV-Z]{5})\\b");

  private final Walker walker;
  private final Set<String> opened = new HashSet<>();

  Requesters(Walker walker) {
    this.walker = walker;
  }

  void ask(String name, String[] born, String why, String email, String route) {
    walker.go("/").press("Start now");
    walker.choose("My own").press("Continue");
    walker.press("Continue").sees("Enter your full name");
    walker.fill("Full name", name).press("Continue");
    walker
        .choose("I know the date, or part of it")
        .fill("Day", born[0])
        .fill("Month", born[1])
        .fill("Year", born[2]);
    walker.press("Continue");
    walker
        .choose(
            "My case file",
            "A landing card or other record of my arrival",
            "Who was given data about me")
        .press("Continue");
    walker.choose("Everything").press("Continue");
    walker.choose(why).press("Continue");
    walker
        .fill("Email address", email)
        .fill("Postal address", "11 Acre Lane\nLondon SW2 5SG")
        .press("Continue");
    walker.choose(route).press("Continue");
    walker.sees("Check your answers before you send them", name).press("Send my request");
    walker.sees("Request sent", "SAR-");
  }

  void openRequest(String email) {
    var link = Patience.find(() -> mailLink(email));
    opened.add(link);
    walker.go(link).press("Open my request").sees("Your request");
  }

  void write(String words) {
    walker
        .go("/my-request/messages")
        .fill("Write to the office", words)
        .press("Send")
        .sees("Your message was sent", words);
  }

  /**
   * Asks for a fresh link, waits until the answer is there, and fetches it with the letter's code.
   */
  Path fetchAnswer(String email) {
    walker
        .go("/my-request/link")
        .fill("Your email address or your reference", email)
        .press("Send me a link");
    openRequest(email);
    Patience.until(() -> walker.go("/my-request").has("Get your answer"));
    walker.press("Get your answer");
    var code = releaseCode(walker.inNewTab("/demo/mailbox", ".app-letter"));
    walker
        .fill("Your code", "WRONGCODE1")
        .press("Download your answer")
        .sees("That is not the code");
    walker.fill("Your code", code);
    return walker.download("Download your answer");
  }

  /** The code in the newest letter of the demo mailbox. */
  private static String releaseCode(String letter) {
    var found = CODE.matcher(letter);
    assertThat(found.find()).as(letter).isTrue();
    return found.group(1);
  }

  private Optional<String> mailLink(String email) {
    walker.go("/demo/mailbox");
    return walker
        .newestMailTo(email)
        .filter(l -> l.contains("/my-request/open") && !opened.contains(l));
  }
}
