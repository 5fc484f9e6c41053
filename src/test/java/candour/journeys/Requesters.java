package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Patience;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What people who ask for their records do, each in a browser of their own. */
final class Requesters {

  private static final Pattern CODE =
      Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5}[- ][0-9A-HJKMNP-TV-Z]{5})\\b");

  /** Links open once, whichever browser they were opened in. */
  private static final Set<String> OPENED = ConcurrentHashMap.newKeySet();

  private final Walker walker;

  Requesters(Walker walker) {
    this.walker = walker;
  }

  void ask(String name, String[] born, String why, String email, String route) {
    walker.go("/").press("Start now");
    walker.choose("My own").press("Continue");
    walker.press("Continue").sees("Enter the full name");
    walker.fill("Full name", name).press("Continue");
    walker
        .choose("I know the date, or part of it")
        .fill("Day", born[0])
        .fill("Month", born[1])
        .fill("Year", born[2]);
    walker.press("Continue");
    walker
        .press("Continue")
        .sees("Choose how much you want to ask for")
        .choose("The files")
        .press("Continue");
    walker.choose("Landing card", "Paper files", "Records on computers").press("Continue");
    walker.choose("Everything").press("Continue");
    walker.choose("Coming to the UK", "Passports").press("Continue");
    walker.sees("Add another passport").fill("Passport number", "J 90210").press("Continue");
    walker.fill("Ship or flight", "SS Ascania").fill("Month", "13").fill("Year", "1962");
    walker.press("Continue").sees("Enter the month as a number");
    walker.fill("Month", "6").press("Continue");
    walker.choose(why).press("Continue");
    walker.choose("It is not urgent").press("Continue");
    walker
        .fill("Email address", email)
        .fill("Postal address", "11 Acre Lane\nLondon SW2 5SG")
        .press("Continue");
    walker.sees("How can we reach you safely?").press("Continue");
    walker.choose(route).press("Continue");
    walker.press("Continue");
    walker.sees("Check your answers before you send them", name).press("Send my request");
    walker.sees("Request sent", "SAR-");
  }

  void openRequest(String email) {
    var link = Patience.find(() -> mailLink(email));
    OPENED.add(link);
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
    askForLink(email);
    Patience.until(() -> walker.go("/my-request").has("Get your answer"));
    walker
        .press("Get your answer")
        .fill("Your code", "WRONGCODE1")
        .press("Download your answer")
        .sees("That is not the code");
    return download("Download your answer");
  }

  void askForLink(String email) {
    walker
        .remember(Set.of())
        .go("/my-request/link")
        .fill("Your email address or your reference", email)
        .press("Send me a link");
    openRequest(email);
  }

  /** Fetches what was added to an answer, once that has left. */
  Path fetchFurtherAnswer() {
    Patience.until(() -> walker.go("/my-request").text().contains("A further answer is ready."));
    walker.press("Get your answer").sees("This is a further answer.", "Your other answers");
    return download("Download your answer");
  }

  /** Fetches the proof that the newest answer is in the log. */
  Path fetchProof() {
    walker.go("/my-request/proof").sees("Proof of your answer", "VerifyReceipt.java");
    return download("Download the proof");
  }

  /** For the code of the newest letter. */
  private Path download(String button) {
    var code = releaseCode(walker.inNewTab("/demo/mailbox", ".app-letter"));
    return walker.fill("Your code", code).download(button);
  }

  /** Goes through the pages of a request in both languages. */
  void lookAround() {
    for (var page : new String[] {"", "/messages", "/answer", "/proof"}) {
      walker.go("/my-request" + page + "?lang=cy").go("/my-request" + page + "?lang=en");
    }
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
        .linksMailedTo(email)
        .filter(l -> l.contains("/my-request/open") && !OPENED.contains(l))
        .findFirst();
  }
}
