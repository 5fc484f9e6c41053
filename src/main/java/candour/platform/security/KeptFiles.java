package candour.platform.security;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Seals;
import candour.platform.Throttle;
import candour.platform.security.KeptForm.Chosen;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of forms that came too late, sealed and for as long as the form is kept. Nobody looks
 * into them: they go back to the form, whose gate takes them or refuses them as it would have done.
 */
@Component
class KeptFiles {

  /** As many, and as large, as the public may send; what is larger is named, to be chosen again. */
  private static final int MOST = 10;

  private static final long LARGEST = 10 << 20;
  private static final int PER_HOUR = 6;

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Throttle throttle;
  private final Days days;
  private final TransactionTemplate transaction;

  KeptFiles(
      JdbcClient jdbc,
      Seals seals,
      Throttle throttle,
      Days days,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.throttle = throttle;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Keeps what was chosen in this form of theirs, as far as it can be kept. */
  List<Chosen> keep(UUID form, String who, HttpServletRequest request) {
    var parts = files(request);
    boolean mayKeep = parts.isEmpty() || throttle.allows("kept-files", who, PER_HOUR);
    var chosen = new ArrayList<Chosen>();
    for (int at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      boolean fits = mayKeep && at < MOST && part.getSize() <= LARGEST;
      if (fits) {
        keep(form, at + 1, part);
      }
      chosen.add(
          new Chosen(
              part.getName(),
              Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
              part.getContentType(),
              part.getSize(),
              fits));
    }
    return List.copyOf(chosen);
  }

  /** Keeps those of a form that came too late once more for as long again. */
  List<Chosen> again(KeptForm before) {
    var there =
        within(() ->
            jdbc.sql(
                    "update platform.kept_file set kept_at = :at where form_id = :form returning position")
                .param("at", Timestamp.from(days.now()))
                .param("form", before.id())
                .query((row, _) -> row.getInt(1))
                .list());
    return IntStream.range(0, before.files().size())
        .mapToObj(at -> before.files().get(at).withKept(there.contains(at + 1)))
        .toList();
  }

  private static List<Part> files(HttpServletRequest request) {
    try {
      return request.getParts().stream()
          .filter(part -> !Objects.requireNonNullElse(part.getSubmittedFileName(), "").isBlank())
          .toList();
    } catch (IOException | ServletException | IllegalStateException unreadable) {
      return List.of();
    }
  }

  private void keep(UUID form, int position, Part part) {
    within(() ->
        jdbc.sql(
                """
                insert into platform.kept_file (form_id, position, content, kept_at)
                values (:form, :position, :content, :at)
                """)
            .param("form", form)
            .param("position", position)
            .param("content", seals.seal(context(form, position), content(part)))
            .param("at", Timestamp.from(days.now()))
            .update());
  }

  private static byte[] content(Part part) {
    try (var in = part.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Those that were kept, by the field that each was chosen in; opened when somebody reads them.
   */
  MultiValueMap<String, MultipartFile> of(KeptForm form) {
    var files = new LinkedMultiValueMap<String, MultipartFile>();
    IntStream.range(0, form.files().size())
        .filter(at -> form.files().get(at).kept())
        .forEach(at -> {
          var chosen = form.files().get(at);
          files.add(chosen.field(), new KeptFile(chosen, () -> open(form.id(), at + 1)));
        });
    return files;
  }

  private byte[] open(UUID form, int position) {
    return within(() ->
        seals.open(
            context(form, position),
            jdbc.sql(
                    "select content from platform.kept_file where form_id = :form and position = :position")
                .param("form", form)
                .param("position", position)
                .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                .single()));
  }

  void forget(UUID form) {
    within(() ->
        jdbc.sql("delete from platform.kept_file where form_id = :form")
            .param("form", form)
            .update());
  }

  /** Those that nobody can send any more. */
  void forgetOld(Duration life) {
    Instant before = days.now().minus(life);
    within(() ->
        jdbc.sql("delete from platform.kept_file where kept_at < :before")
            .param("before", Timestamp.from(before))
            .update());
  }

  private static String context(UUID form, int position) {
    return "kept " + form + " " + position;
  }

  /**
   * As the portal itself, in a transaction of its own: whoever reads the form may be in another.
   */
  private <T> T within(Supplier<T> work) {
    return Acting.system().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }
}
