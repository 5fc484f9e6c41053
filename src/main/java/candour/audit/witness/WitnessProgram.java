package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.NotProven;
import candour.audit.merkle.WholeFile;
import candour.audit.witness.Answer.Cosigned;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** What an outside body runs to be a witness of the decision log: {@code java -jar …}. */
public final class WitnessProgram {

  private static final String USAGE =
      """
      A witness cosigns the state of a decision log, if it extends the state cosigned before.

        new-key NAME      makes keys for a witness of that name, such as witness.parliament.example,
                          and prints the two vkeys; give the log's operator one of them
        serve [PORT]      answers logs at http://localhost:PORT/add-checkpoint (port 8089)
        serve HOST:PORT   the same at another address; put a proxy with TLS before it
        cosign IN OUT     reads the request file IN, writes the cosigned checkpoint to OUT; needs no network

      First: --home FOLDER, if the witness is not to live in ~/.candour-witness. Its file 'logs' holds the vkeys of the logs.
      """;

  private final PrintStream out;

  private WitnessProgram(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    var status = run(System.out, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs one command; {@code serve} goes on in threads of its own.
   *
   * @return 0 done, 1 refused, 2 not understood
   */
  static int run(PrintStream out, String... arguments) throws IOException {
    try {
      return new WitnessProgram(out).command(new ArrayDeque<>(Arrays.asList(arguments)));
    } catch (Unusable e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private int command(Deque<String> words) throws IOException {
    var home = Path.of(System.getProperty("user.home"), ".candour-witness");
    if ("--home".equals(words.peek()) && words.size() > 1) {
      words.remove();
      home = Path.of(words.remove());
    }
    var witness = new WitnessHome(home);
    var command = words.isEmpty() ? "" : words.remove();
    if (command.equals("new-key") && words.size() == 1) {
      return newKey(witness, words.remove());
    } else if (command.equals("serve") && words.size() <= 1) {
      return serve(witness, words.isEmpty() ? "8089" : words.remove());
    } else if (command.equals("cosign") && words.size() == 2) {
      return cosign(witness, Path.of(words.remove()), Path.of(words.remove()));
    }
    out.print(USAGE);
    return 2;
  }

  private int newKey(WitnessHome home, String name) throws IOException {
    try {
      home.create(name).forEach(out::println);
      return 0;
    } catch (NotProven e) {
      throw new Unusable(
          "A witness's name has no spaces and no plus sign, like witness.parliament.example.", e);
    }
  }

  private int serve(WitnessHome home, String address) throws IOException {
    var server = WitnessServer.start(home.open(Clock.systemUTC()), address(address), out);
    out.println("The witness answers at port " + server.port() + ". Stop it with Ctrl-C.");
    return 0;
  }

  private static InetSocketAddress address(String address) {
    var colon = address.lastIndexOf(':');
    var host = colon < 0 ? "localhost" : address.substring(0, colon);
    try {
      return new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new Unusable("Not an address to serve at: " + address, e);
    }
  }

  private int cosign(WitnessHome home, Path in, Path to) throws IOException {
    if (Files.exists(to)) {
      throw new Unusable(to + " exists already. Name another file for the cosigned checkpoint.");
    }
    var answer = home.open(Clock.systemUTC()).addAgain(read(in));
    out.println(answer.words());
    if (answer instanceof Cosigned cosigned) {
      WholeFile.write(to, cosigned.note().toString());
      return 0;
    }
    return 1;
  }

  private static String read(Path in) throws IOException {
    if (!Files.isRegularFile(in)) {
      throw new Unusable("There is no file " + in + ".");
    }
    if (Files.size(in) > WitnessServer.LARGEST) {
      throw new Unusable(in + " is no request file: it is too large.");
    }
    try {
      return Files.readString(in, UTF_8);
    } catch (CharacterCodingException e) {
      throw new Unusable(in + " is no request file: it is not text.", e);
    }
  }
}
