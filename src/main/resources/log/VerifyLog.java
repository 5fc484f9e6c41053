import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.*;
import java.util.regex.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks Candour's decision log without trusting Candour: one file, Java 17 or newer, nothing else.
 *
 * <pre>
 *   java VerifyLog.java EXPORT [VOLUME...] [--vkey KEY] [--sample SUMMARIES.json]
 *       [--since OLD-CHECKPOINT [--old-vkey KEY]]
 *   java VerifyLog.java proof FILE.tlog-proof LEAF-OR-OPENING --vkey KEY
 * </pre>
 *
 * EXPORT and VOLUMEs are folders or .zips. Exit code: 0 all passed, 1 a check failed, 2 misused.
 * Formats: c2sp.org/signed-note, tlog-checkpoint, -tiles, -proof; hashing: RFC 9162 section 2.1.
 */
public final class VerifyLog {
  static final int TILE = 256;
  static final HexFormat HEX = HexFormat.of();
  static final Base64.Decoder BASE64 = Base64.getDecoder();

  public static void main(String[] args) {
    List<String> words = new ArrayList<>(List.of(args));
    Map<String, String> given = new HashMap<>();
    for (int at = words.size() - 2; at >= 0; at--) {
      if (List.of("--vkey", "--since", "--old-vkey", "--sample").contains(words.get(at))) {
        given.put(words.remove(at), words.remove(at));
      }
    }
    try {
      boolean proof = !words.isEmpty() && words.get(0).equals("proof");
      if (proof && words.size() == 3 && given.containsKey("--vkey")) {
        checkProof(Path.of(words.get(1)), Path.of(words.get(2)), Key.parse(given.get("--vkey")));
      } else if (!proof && !words.isEmpty() && words.stream().noneMatch(w -> w.startsWith("-"))) {
        checkExport(words, given);
      } else {
        System.err.println("How to use this program is said at the top of its file.");
        System.exit(2);
      }
    } catch (Exception e) {
      boolean check = e instanceof IllegalStateException;
      System.out.println("FAILED: " + (check ? e.getMessage() : "this cannot be read: " + e));
      System.exit(1);
    }
  }

  // ---- 1. Who signed? A note is text, a blank line, "\u2014 name base64(key id, signature)" ----

  record Key(String name, byte[] typed) {
    /** Reads name+id+key; the last part may itself contain a plus sign. */
    static Key parse(String vkey) throws Exception {
      String[] parts = vkey.strip().split("\\+", 3);
      require(parts.length == 3, "the key is not of the form name+id+key: %s", vkey);
      Key key = new Key(parts[0], BASE64.decode(parts[2]));
      require(key.typed.length == 33 && key.typed[0] == 1, "this is no Ed25519 key: %s", vkey);
      require(parts[1].equals(HEX.formatHex(key.id())), "id and key differ: %s", vkey);
      return key;
    }

    byte[] id() throws Exception {
      return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), typed), 4);
    }

    boolean verifies(String text, byte[] signature) throws Exception {
      byte[] raw = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(typed, 1, 33));
      Signature sig = Signature.getInstance("Ed25519");
      sig.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(raw)));
      sig.update(text.getBytes(UTF_8));
      return signature.length == 64 && sig.verify(signature);
    }
  }

  record Checkpoint(String log, long size, byte[] root, int unknownSignatures) {
    static Checkpoint open(String note, Key key) throws Exception {
      int blank = note.lastIndexOf("\n\n");
      require(note.indexOf('\r') < 0, "the checkpoint has Windows line ends: fetch it again.");
      require(blank >= 0, "the checkpoint is not a signed note.");
      String text = note.substring(0, blank + 1);
      List<String> signatures = note.substring(blank + 2).lines().toList();
      require(signatures.size() <= 16, "the checkpoint has more than 16 signatures.");
      int own = 0;
      for (String line : signatures) {
        String[] words = line.split(" ", -1);
        require(words.length == 3 && words[0].equals("\u2014"), "not a signature: %s", line);
        byte[] signature = BASE64.decode(words[2]);
        if (words[1].equals(key.name) && Arrays.equals(key.id(), Arrays.copyOf(signature, 4))) {
          boolean good = key.verifies(text, Arrays.copyOfRange(signature, 4, signature.length));
          require(good, "the checkpoint's signature is false: it was changed after signing.");
          own++;
        }
      }
      require(own > 0, "the checkpoint is not signed with the key that you gave: %s", key.name);
      Matcher lines = Pattern.compile("(.+)\n([0-9]{1,18})\n(\\S{44})\n").matcher(text);
      require(lines.matches(), "the checkpoint must have three lines: log, size, root.");
      require(lines.group(1).equals(key.name), "this is of another log: %s", lines.group(1));
      long size = Long.parseLong(lines.group(2));
      return new Checkpoint(key.name, size, BASE64.decode(lines.group(3)), signatures.size() - own);
    }
  }

  // ---- 2. What was signed? One hash over all entries in their order (RFC 9162, section 2.1) ----

  static final byte[] LEAF = {0};
  static final byte[] NODE = {1};

  static byte[] root(List<byte[]> hashes) throws Exception {
    if (hashes.size() < 2) {
      return hashes.isEmpty() ? sha256() : hashes.get(0);
    }
    int half = Integer.highestOneBit(hashes.size() - 1);
    return sha256(NODE, root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
  }

  // ---- 3. A whole export ----

  static void checkExport(List<String> files, Map<String, String> given) throws Exception {
    for (String file : files) {
      Path part = Path.of(file);
      require(Files.exists(part), "%s does not exist.", part);
      parts.add(Files.isDirectory(part) ? part : FileSystems.newFileSystem(part).getPath("/"));
    }
    boolean keyGiven = given.containsKey("--vkey");
    Key key = Key.parse(keyGiven ? given.get("--vkey") : text("vkey"));
    Key then = given.containsKey("--old-vkey") ? Key.parse(given.get("--old-vkey")) : key;
    String since = given.get("--since");
    Checkpoint now = Checkpoint.open(text("checkpoint"), key);
    Checkpoint none = new Checkpoint(key.name, 0, sha256(), 0);
    Checkpoint old = since == null ? none : Checkpoint.open(Files.readString(Path.of(since)), then);
    checkEntries(now, old);
    compareTallies();
    if (given.containsKey("--sample")) {
      compareSample(Path.of(given.get("--sample")), now.root);
    }
    report(now, keyGiven);
  }

  static final Pattern ENTRY =
      Pattern.compile(
          "dsar-leaf/v1\nclass ([a-z0-9.-]+)\n(?:provision ([a-z0-9.-]+)\n)?day ([0-9-]{10})\n"
              + "policy [a-z0-9.-]+\n(summary \\S{44}\n)?commit \\S{44}\n");

  static final List<Path> parts = new ArrayList<>();
  static final List<byte[]> leaves = new ArrayList<>();
  static final TreeMap<String, Long> byDay = new TreeMap<>(); // "day,class,provision"
  static final Map<String, Integer> tallies = new LinkedHashMap<>(); // opened for all, by leaf
  static final Map<String, Integer> summaries = new LinkedHashMap<>();
  static final List<String> proved = new ArrayList<>();
  static String problem = "";
  static LocalDate latest = LocalDate.EPOCH;

  static void checkEntries(Checkpoint now, Checkpoint old) throws Exception {
    require(old.size <= now.size, "the log has shrunk: %d, then %d.", old.size, now.size);
    for (int first = 0; first < now.size && first == leaves.size(); first += TILE) {
      int width = (int) Math.min(TILE, now.size - first);
      String path = path("entries", first / TILE, width);
      ByteBuffer bundle = ByteBuffer.wrap(read(path)); // each entry is behind its length
      while (bundle.hasRemaining()) {
        int length = bundle.remaining() < 2 ? TILE * TILE : bundle.getShort() & 0xFFFF;
        int at = leaves.size() - first;
        require(length <= bundle.remaining(), "%s is cut off in entry %d.", path, at);
        byte[] entry = new byte[length];
        bundle.get(entry);
        count(leaves.size(), entry);
        leaves.add(sha256(LEAF, entry));
      }
    }
    String wrong = firstWrong(now.size);
    String what = wrong.isEmpty() ? "entries and tiles agree, but not with the signature" : wrong;
    require(Arrays.equals(root(leaves), now.root), "this is not what was signed: %s.", what);
    require(wrong.isEmpty(), "the entries are as signed, but %s is not.", wrong);
    boolean grown = Arrays.equals(root(leaves.subList(0, (int) old.size)), old.root);
    String ended = old.log.equals(now.log) ? "." : " since the log " + old.log + " ended.";
    require(grown, "one of the first %d entries was changed, removed or moved%s", old.size, ended);
    require(problem.isEmpty(), "%s", problem);
    proved.add("No entry is dated more than a day before one that stands ahead of it.");
    String past = "The first " + old.size + " entries are those of your older checkpoint.";
    proved.add(old.size > 0 ? past : "Nothing about the past: keep this checkpoint for --since.");
  }

  /** Level 0 holds the entries' hashes; each hash above is the root of a full tile below it. */
  static String firstWrong(long size) throws Exception {
    List<byte[]> hashes = leaves;
    for (int level = 0; size > 0; level++, size /= TILE) {
      List<byte[]> above = new ArrayList<>();
      for (int from = 0; from < size; from += TILE) {
        int to = Math.min(from + TILE, hashes.size());
        List<byte[]> part = hashes.subList(Math.min(from, to), to);
        String tile = path("" + level, from / TILE, (int) Math.min(TILE, size - from));
        ByteBuffer expected = ByteBuffer.allocate(32 * part.size());
        part.forEach(expected::put);
        int at = expected.flip().mismatch(ByteBuffer.wrap(read(tile)));
        if (at >= 0) {
          String entry = "entry " + (from + at / 32) + " in ";
          return level > 0 ? tile : entry + tile.replace("/0/", "/entries/");
        }
        if (part.size() == TILE) {
          above.add(root(part));
        }
      }
      hashes = above;
    }
    return "";
  }

  static String text(String name) throws Exception {
    return new String(read(name), UTF_8);
  }

  static byte[] read(String name) throws Exception {
    var found = parts.stream().map(part -> part.resolve(name)).filter(Files::exists).findFirst();
    require(found.isPresent(), "the export has no file %s.", name);
    return Files.readAllBytes(found.get());
  }

  static void count(int index, byte[] entry) {
    String text = new String(entry, UTF_8);
    Matcher leaf = ENTRY.matcher(text);
    if (!leaf.matches()) {
      problem = "entry " + index + " is not a leaf of this log.";
      return;
    }
    String date = leaf.group(3);
    LocalDate day = date.equals(latest.toString()) ? latest : LocalDate.parse(date);
    if (problem.isEmpty() && day.plusDays(1).isBefore(latest)) {
      problem = "entry " + index + " is back-dated: " + day + " after " + latest + ".";
    }
    boolean succeeded = leaf.group(1).equals("log.succeeded"); // what waited meanwhile is older
    latest = day.isAfter(latest) && !succeeded ? day : latest;
    String row = date + "," + leaf.group(1) + "," + Objects.toString(leaf.group(2), "");
    byDay.merge(row, 1L, Long::sum);
    if (leaf.group(4) != null) {
      summaries.put(text, index);
    }
    if (leaf.group(1).equals("tally.daily") || succeeded) {
      tallies.put(text, index);
    }
  }

  /** Each night the portal counted the entries of a day, and put what it counted in the log. */
  static void compareTallies() throws Exception {
    TreeSet<String> days = new TreeSet<>();
    for (String line : text("tallies.jsonl").lines().toList()) {
      Opening tally = Opening.parse(line);
      Integer at = tallies.remove(tally.leaf);
      require(at != null && tally.fits("commit"), "this tally is not in the log: %s", line);
      if (tally.leaf.contains("\nclass log.succeeded\n")) {
        proved.add("Entry " + at + " says where a log ended and this goes on: " + tally.payload);
        continue;
      }
      String day = tally.payload.replaceAll("(?s).*\"day\":\"([^\"]*)\".*", "$1");
      String counts = tally.payload.replaceAll("(?s).*\"counts\":\\[(.*?)].*", "$1");
      List<String> logged = new ArrayList<>();
      byDay.subMap(day + ",", day + "-")
          .forEach((row, n) -> logged.add("\"" + row.substring(11) + "," + n + "\""));
      String differs = "entry %d tallies %s as %s where the log has %s";
      require(counts.equals(String.join(",", logged)), differs, at, day, counts, logged);
      require(days.add(day), "entry %d tallies %s a second time.", at, day);
    }
    require(tallies.isEmpty(), "the export opens no tally for entries %s.", tallies.values());
    for (String row : days.isEmpty() ? days : byDay.headMap(days.last()).keySet()) {
      require(days.contains(row.substring(0, 10)), "no tally covers %s", row);
    }
    proved.add("The " + days.size() + " daily tallies are the counts of their days' entries.");
  }

  /** Draws again: the lowest SHA-256 of the root, the words that were said, and the leaf. */
  static void compareSample(Path file, byte[] root) throws Exception {
    List<String> lines = Files.readAllLines(file);
    String form = "\\{\"many\":(\\d{1,3}),\"size\":%d,\"words\":\"([^\"]+)\",\"summaries\":\\[";
    Matcher asked = Pattern.compile(form.formatted(leaves.size())).matcher(lines.get(0));
    require(asked.matches(), "%s is not a sample of these %d entries.", file, leaves.size());
    TreeMap<String, String> tickets = new TreeMap<>();
    for (String leaf : summaries.keySet()) {
      byte[] ticket = sha256(root, asked.group(2).getBytes(UTF_8), leaf.getBytes(UTF_8));
      tickets.put(HEX.formatHex(ticket), leaf);
    }
    int many = Integer.parseInt(asked.group(1));
    List<String> drawn = new ArrayList<>(tickets.values().stream().limit(many).toList());
    for (String line : lines.subList(1, lines.size() - 1)) {
      Opening told = Opening.parse(line.replaceFirst(",$", ""));
      require(drawn.remove(told.leaf), "this summary was not drawn: %s", line);
      require(told.fits("summary"), "this is not the summary that was approved: %s", line);
    }
    List<Integer> missing = drawn.stream().map(summaries::get).toList();
    require(missing.isEmpty(), "the sample keeps back the summaries of entries %s.", missing);
    proved.add("The summaries are as approved, and those that the words draw: " + asked.group(2));
  }

  static void report(Checkpoint now, boolean keyGiven) {
    String root = Base64.getEncoder().encodeToString(now.root);
    System.out.printf("Log %s: %d entries, root %s%n%n", now.log, now.size, root);
    Map<String, Long> byMonth = new TreeMap<>();
    byDay.forEach((row, n) -> byMonth.merge(row.replaceFirst("-..,", ","), n, Long::sum));
    byMonth.forEach((row, count) -> System.out.println("  " + row + ": " + count));
    System.out.printf("%nProved:%n- The log's key signed exactly these entries in this order.%n");
    proved.forEach(sentence -> System.out.println("- " + sentence));
    System.out.printf(
        """

        Not proved:
        - That the key is the log's own: %s.
        - That others see the same log: compare size and root. %d others' signatures are unchecked.
        - That reasons given are true, or that nothing was decided outside the system.
        - That what the entries commit to still exists: pick some, and ask for their openings.
        - That a sample was drawn by chance: words must be said after this root was kept.
        """,
        keyGiven ? "you gave it" : "it came with the export; give one you trust: --vkey",
        now.unknownSignatures);
  }

  static String path(String level, int index, int width) {
    String number = String.format("%03d", index % 1000);
    for (int rest = index / 1000; rest > 0; rest /= 1000) {
      number = String.format("x%03d/", rest % 1000) + number;
    }
    return "tile/" + level + "/" + number + (width == TILE ? "" : ".p/" + width);
  }

  // ---- 4. One proof, for one person ----

  static void checkProof(Path proofFile, Path entryFile, Key key) throws Exception {
    String proof = Files.readString(proofFile);
    require(proof.indexOf('\r') < 0, "the proof has Windows line ends: fetch it again.");
    Matcher parts =
        Pattern.compile("c2sp.org/tlog-proof@v1\n(?:extra .*\n)?index ([0-9]{1,18})\n((?:.+\n)*)\n")
            .matcher(proof);
    require(parts.lookingAt(), "the first file is not a c2sp.org/tlog-proof@v1.");
    long index = Long.parseLong(parts.group(1));
    Checkpoint signed = Checkpoint.open(proof.substring(parts.end()), key);
    List<byte[]> path = parts.group(2).lines().map(BASE64::decode).toList();
    String given = Files.readString(entryFile);
    Opening opening = given.startsWith("{") ? Opening.parse(given) : null;
    String entry = opening == null ? given : opening.leaf;
    byte[] root = rootAbove(sha256(LEAF, entry.getBytes(UTF_8)), index, signed.size, path);
    require(Arrays.equals(root, signed.root), "the leaf is not entry %d of the log.", index);
    System.out.printf("Proved: entry %d of the log %s is%n%n%s%n", index, signed.log, entry);
    if (opening != null) {
      boolean meant = opening.fits("commit") || opening.fits("summary");
      require(meant, "the leaf is in the log, but it does not stand for what this opening says.");
      System.out.printf("Proved: it was made for exactly this:%n%n%s%n%n", opening.payload);
    }
    System.out.println("Not proved: that what is said there is true, or that it is all there is.");
  }

  /** What a leaf stands for: with the salt, the payload gives the number in the leaf. */
  record Opening(String leaf, String payload, String salt) {
    static Opening parse(String json) {
      String form = "\\{\"leaf\":\"([^\"]*)\",\"payload\":(.*),\"salt\":\"([^\"]*)\"}\\s*";
      Matcher parts = Pattern.compile(form).matcher(json);
      require(parts.matches(), "this is not an opening: %s", json);
      return new Opening(parts.group(1).replace("\\n", "\n"), parts.group(2), parts.group(3));
    }

    boolean fits(String line) throws Exception {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(BASE64.decode(salt), "HmacSHA256"));
      String commitment = Base64.getEncoder().encodeToString(hmac.doFinal(payload.getBytes(UTF_8)));
      return leaf.contains("\n" + line + " " + commitment + "\n");
    }
  }

  /** RFC 9162, section 2.1.3.1: the last hash of a proof is that of the other half. */
  static byte[] rootAbove(byte[] leaf, long index, long size, List<byte[]> path) throws Exception {
    require(index < size, "the proof is for an entry outside the signed log.");
    if (size == 1) {
      require(path.isEmpty(), "the proof has more than it should.");
      return leaf;
    }
    int top = path.size() - 1;
    require(top >= 0 && path.get(top).length == 32, "the proof is incomplete.");
    long half = Long.highestOneBit(size - 1);
    boolean left = index < half;
    List<byte[]> rest = path.subList(0, top);
    byte[] below = rootAbove(leaf, left ? index : index - half, left ? half : size - half, rest);
    return left ? sha256(NODE, below, path.get(top)) : sha256(NODE, path.get(top), below);
  }

  // ---- Small things ----

  static void require(boolean condition, String otherwise, Object... words) {
    if (!condition) {
      throw new IllegalStateException(otherwise.formatted(words));
    }
  }

  static byte[] sha256(byte[]... parts) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    List.of(parts).forEach(sha256::update);
    return sha256.digest();
  }
}
