import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
 *   java VerifyLog.java EXPORT [--vkey KEY] [--since OLD-CHECKPOINT]    EXPORT: a folder or .zip
 *   java VerifyLog.java proof FILE.tlog-proof LEAF-OR-OPENING --vkey KEY
 * </pre>
 *
 * Exit code: 0 all checks passed, 1 a check failed, 2 wrong usage. Formats: c2sp.org/signed-note,
 * tlog-checkpoint, tlog-tiles, tlog-proof; hashing: RFC 9162 section 2.1.
 */
public final class VerifyLog {

  static final int TILE = 256;

  public static void main(String[] args) {
    List<String> words = new ArrayList<>(List.of(args));
    String vkey = option(words, "--vkey");
    String since = option(words, "--since");
    try {
      if (words.size() == 1 && !words.get(0).startsWith("-")) {
        checkExport(Path.of(words.get(0)), vkey, since);
      } else if (words.size() == 3 && words.get(0).equals("proof") && vkey != null) {
        checkProof(Path.of(words.get(1)), Path.of(words.get(2)), Key.parse(vkey));
      } else {
        System.err.println("java VerifyLog.java EXPORT [--vkey KEY] [--since OLD-CHECKPOINT]");
        System.err.println("java VerifyLog.java proof PROOF LEAF-OR-OPENING --vkey KEY");
        System.exit(2);
      }
    } catch (Exception e) {
      boolean check = e instanceof IllegalStateException;
      System.out.println("FAILED: " + (check ? e.getMessage() : "this cannot be read: " + e));
      System.exit(1);
    }
  }

  static String option(List<String> words, String name) {
    int at = words.indexOf(name);
    boolean given = at >= 0 && at + 1 < words.size();
    return given ? List.of(words.remove(at), words.remove(at)).get(1) : null;
  }

  // ---- 1. Who signed? A note is text, a blank line, "\u2014 name base64(key id, signature)" ----

  record Key(String name, byte[] typed) {

    /** Reads name+id+key; the last part may itself contain a plus sign. */
    static Key parse(String vkey) throws Exception {
      String[] parts = vkey.strip().split("\\+", 3);
      require(parts.length == 3, "the key is not of the form name+id+key: %s", vkey);
      Key key = new Key(parts[0], bytes(parts[2]));
      require(key.typed.length == 33 && key.typed[0] == 1, "this is no Ed25519 key: %s", vkey);
      require(parts[1].equals(HexFormat.of().formatHex(key.id())), "id and key differ: %s", vkey);
      return key;
    }

    byte[] id() {
      return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), typed), 4);
    }

    boolean verifies(String text, byte[] signature) throws Exception {
      byte[] header = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410
      byte[] x509 = join(List.of(header, Arrays.copyOfRange(typed, 1, 33)));
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(keys.generatePublic(new X509EncodedKeySpec(x509)));
      ed25519.update(text.getBytes(UTF_8));
      return signature.length == 64 && ed25519.verify(signature);
    }
  }

  record Checkpoint(String log, long size, byte[] root, int unknownSignatures) {

    static Checkpoint open(String note, Key key) throws Exception {
      int blank = note.lastIndexOf("\n\n");
      require(blank >= 0 && note.indexOf('\r') < 0, "the checkpoint is not a signed note.");
      String text = note.substring(0, blank + 1);
      List<String> signatures = note.substring(blank + 2).lines().toList();
      int own = 0;
      for (String line : signatures) {
        String[] words = line.split(" ", -1);
        require(words.length == 3 && words[0].equals("\u2014"), "not a signature: %s", line);
        byte[] signature = bytes(words[2]);
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
      return new Checkpoint(key.name, size, bytes(lines.group(3)), signatures.size() - own);
    }
  }

  // ---- 2. What was signed? One hash over all entries in their order (RFC 9162, section 2.1) ----

  static final byte[] LEAF = {0};
  static final byte[] NODE = {1};

  /** Takes leaves one by one and remembers the roots of complete subtrees, the largest first. */
  static final class Root {
    final Deque<byte[]> subtrees = new ArrayDeque<>();
    long size;

    void add(byte[] leaf) {
      byte[] hash = leaf;
      for (long bits = size; (bits & 1) == 1; bits >>= 1) {
        hash = sha256(NODE, subtrees.removeLast(), hash);
      }
      subtrees.addLast(hash);
      size++;
    }

    byte[] hash() {
      Iterator<byte[]> fromRight = subtrees.descendingIterator();
      byte[] root = fromRight.hasNext() ? fromRight.next() : sha256();
      while (fromRight.hasNext()) {
        root = sha256(NODE, fromRight.next(), root);
      }
      return root;
    }
  }

  // ---- 3. A whole export ----

  static void checkExport(Path export, String vkey, String since) throws Exception {
    require(Files.exists(export), "%s does not exist.", export);
    try (FileSystem zip =
        Files.isDirectory(export) ? null : FileSystems.newFileSystem(export, (ClassLoader) null)) {
      Export files = new Export(zip == null ? export : zip.getPath("/"));
      Key key = Key.parse(vkey == null ? files.text("vkey") : vkey);
      Checkpoint now = Checkpoint.open(files.text("checkpoint"), key);
      Checkpoint old = new Checkpoint(key.name, 0, sha256(), 0);
      if (since != null) {
        old = Checkpoint.open(Files.readString(Path.of(since)), key);
      }
      files.check(now, old);
      files.report(now, old, vkey != null);
    }
  }

  static final Pattern ENTRY =
      Pattern.compile(
          "dsar-leaf/v1\nclass ([a-z0-9.-]+)\n(?:provision ([a-z0-9.-]+)\n)?day ([0-9-]{10})\n"
              + "policy [a-z0-9.-]+\n(?:summary \\S{44}\n)?commit \\S{44}\n");

  static final class Export {
    final Path folder;
    final List<byte[]> leaves = new ArrayList<>();
    final Root root = new Root();
    final Map<String, Long> byMonth = new TreeMap<>();
    final List<String> problems = new ArrayList<>();
    LocalDate latest = LocalDate.EPOCH;

    Export(Path folder) {
      this.folder = folder;
    }

    void check(Checkpoint now, Checkpoint old) throws Exception {
      require(old.size <= now.size, "the log has shrunk: %d, then %d.", old.size, now.size);
      byte[] oldRoot = sha256();
      for (int first = 0; first < now.size && first == leaves.size(); first += TILE) {
        int width = (int) Math.min(TILE, now.size - first);
        for (byte[] entry : entries(path("entries", first / TILE, width))) {
          count(leaves.size(), entry);
          leaves.add(sha256(LEAF, entry));
          root.add(leaves.get(leaves.size() - 1));
          oldRoot = root.size == old.size ? root.hash() : oldRoot;
        }
      }
      boolean signed = Arrays.equals(root.hash(), now.root);
      require(signed, "this is not what was signed: %s.", signed ? "" : firstWrong(now.size));
      checkTiles();
      boolean grown = Arrays.equals(oldRoot, old.root);
      require(grown, "one of the first %d entries was changed, removed or moved.", old.size);
      require(problems.isEmpty(), "%s", problems.stream().findFirst().orElse(""));
      if (Files.exists(folder.resolve("figures.csv"))) {
        compareFigures();
      }
    }

    /** Compares the entries with the leaf hashes that the export also holds. */
    String firstWrong(long size) throws Exception {
      for (int first = 0; first < size && first <= leaves.size(); first += TILE) {
        int width = (int) Math.min(TILE, size - first);
        byte[] hashes = join(leaves.subList(first, Math.min(first + TILE, leaves.size())));
        int at = Arrays.mismatch(hashes, read(path("0", first / TILE, width)));
        if (at >= 0) {
          return "entry " + (first + at / 32) + " in " + path("entries", first / TILE, width);
        }
      }
      return "entries and tiles agree with each other, but not with the signature";
    }

    /** Level 0 holds the leaf hashes; each hash above is the root of a full tile below it. */
    void checkTiles() throws Exception {
      List<byte[]> hashes = leaves;
      for (int level = 0; !hashes.isEmpty(); level++) {
        List<byte[]> above = new ArrayList<>();
        for (int from = 0; from < hashes.size(); from += TILE) {
          List<byte[]> part = hashes.subList(from, Math.min(from + TILE, hashes.size()));
          String tile = path("" + level, from / TILE, part.size());
          boolean same = Arrays.equals(read(tile), join(part));
          require(same, "the entries are as signed, but %s is not.", tile);
          if (part.size() == TILE) {
            Root full = new Root();
            part.forEach(full::add);
            above.add(full.hash());
          }
        }
        hashes = above;
      }
    }

    /** The entries of a bundle, each behind its length in two bytes. */
    List<byte[]> entries(String path) throws Exception {
      ByteBuffer bundle = ByteBuffer.wrap(read(path));
      List<byte[]> entries = new ArrayList<>();
      while (bundle.hasRemaining()) {
        int length = bundle.remaining() < 2 ? TILE * TILE : bundle.getShort() & 0xFFFF;
        require(length <= bundle.remaining(), "%s is cut off in entry %d.", path, entries.size());
        entries.add(new byte[length]);
        bundle.get(entries.get(entries.size() - 1));
      }
      return entries;
    }

    byte[] read(String name) throws Exception {
      require(Files.exists(folder.resolve(name)), "the export has no file %s.", name);
      return Files.readAllBytes(folder.resolve(name));
    }

    String text(String name) throws Exception {
      return new String(read(name), UTF_8);
    }

    void count(int index, byte[] entry) {
      Matcher leaf = ENTRY.matcher(new String(entry, UTF_8));
      if (!leaf.matches()) {
        problems.add("entry " + index + " is not a leaf of this log.");
        return;
      }
      LocalDate day = LocalDate.parse(leaf.group(3));
      if (day.plusDays(1).isBefore(latest)) {
        problems.add("entry " + index + " is back-dated: " + day + " after " + latest + ".");
      }
      latest = day.isAfter(latest) ? day : latest;
      String provision = Objects.toString(leaf.group(2), "");
      String row = leaf.group(3).substring(0, 7) + "," + leaf.group(1) + "," + provision;
      byMonth.merge(row, 1L, Long::sum);
    }

    void compareFigures() throws Exception {
      List<String> logged = new ArrayList<>(List.of("month,class,provision,count"));
      byMonth.forEach((row, count) -> logged.add(row + "," + count));
      List<String> published = new ArrayList<>(text("figures.csv").lines().toList());
      List<String> missing = new ArrayList<>(logged);
      missing.removeAll(published);
      published.removeAll(logged);
      boolean same = missing.isEmpty() && published.isEmpty();
      require(same, "figures.csv says %s where the log says %s.", published, missing);
    }

    void report(Checkpoint now, Checkpoint old, boolean keyGiven) {
      System.out.printf("Log %s: %d entries, root %s%n%n", now.log, now.size, base64(now.root));
      byMonth.forEach((row, count) -> System.out.println("  " + row + ": " + count));
      System.out.printf(
          """

          Proved:
          - The log's key signed exactly these entries in exactly this order.
          - No entry is dated more than a day before one that stands ahead of it.
          - %s
          - %s

          Not proved:
          - That the key is the log's own: %s.
          - That others see the same log: compare size and root with theirs
            (%d signatures of other keys were not checked).
          - That reasons given are true, or that nothing was decided outside the system.
          - That what the entries commit to still exists: pick some, and ask for their openings.
          """,
          old.size == 0
              ? "Nothing about the past: keep this checkpoint and give it next time: --since."
              : "The first " + old.size + " entries are those of your older checkpoint.",
          Files.exists(folder.resolve("figures.csv"))
              ? "The published figures (figures.csv) are the counts of these entries."
              : "Nothing about figures: the export has no figures.csv.",
          keyGiven ? "you gave it" : "it came with the export; give one you trust: --vkey",
          now.unknownSignatures);
    }
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
    Matcher parts =
        Pattern.compile("c2sp.org/tlog-proof@v1\n(?:extra .*\n)?index ([0-9]{1,18})\n((?:.+\n)*)\n")
            .matcher(proof);
    require(parts.lookingAt(), "the first file is not a c2sp.org/tlog-proof@v1.");
    long index = Long.parseLong(parts.group(1));
    Checkpoint signed = Checkpoint.open(proof.substring(parts.end()), key);
    List<byte[]> path = parts.group(2).lines().map(VerifyLog::bytes).toList();

    String given = Files.readString(entryFile);
    Matcher opening =
        Pattern.compile("\\{\"leaf\":\"([^\"]*)\",\"payload\":(.*),\"salt\":\"([^\"]*)\"}\\s*")
            .matcher(given);
    String entry = opening.matches() ? opening.group(1).replace("\\n", "\n") : given;
    byte[] root = rootAbove(sha256(LEAF, entry.getBytes(UTF_8)), index, signed.size, path);
    require(Arrays.equals(root, signed.root), "the leaf is not entry %d of the log.", index);
    System.out.printf("Proved: entry %d of the log %s is%n%n%s%n", index, signed.log, entry);
    if (opening.matches()) {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(bytes(opening.group(3)), "HmacSHA256"));
      String commitment = base64(hmac.doFinal(opening.group(2).getBytes(UTF_8)));
      boolean meant = entry.matches("(?s).*\n(commit|summary) \\Q" + commitment + "\\E\n.*");
      require(meant, "the leaf is in the log, but it does not stand for what this opening says.");
      System.out.printf("Proved: it was made for exactly this:%n%n%s%n%n", opening.group(2));
    }
    System.out.println("Not proved: that what is said there is true, or that it is all there is.");
  }

  /** The inclusion check of RFC 9162, section 2.1.3.2. */
  static byte[] rootAbove(byte[] leaf, long index, long size, List<byte[]> path) throws Exception {
    require(index < size, "the proof is for an entry outside the signed log.");
    byte[] hash = leaf;
    long place = index;
    long last = size - 1;
    for (byte[] sibling : path) {
      require(last != 0 && sibling.length == 32, "the proof has more than it should.");
      boolean right = (place & 1) == 1 || place == last;
      hash = right ? sha256(NODE, sibling, hash) : sha256(NODE, hash, sibling);
      int levels = right ? Long.numberOfTrailingZeros(place) + 1 : 1;
      place >>= levels;
      last >>= levels;
    }
    require(last == 0, "the proof is incomplete.");
    return hash;
  }

  // ---- Small things ----

  static void require(boolean condition, String otherwise, Object... words) {
    if (!condition) {
      throw new IllegalStateException(otherwise.formatted(words));
    }
  }

  static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(join(List.of(parts)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
