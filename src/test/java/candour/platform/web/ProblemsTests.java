package candour.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import candour.platform.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Each thing that goes wrong has its own answer. */
class ProblemsTests {

  private static final Map<String, Supplier<RuntimeException>> WRONG =
      Map.of(
          "refusal", () -> new Refusal("windrush-guard"),
          "duplicate", () -> new DuplicateKeyException("Failing row contains (Beryl)"),
          "integrity", () -> new DataIntegrityViolationException("Failing row contains (Beryl)"),
          "missing", () -> new EmptyResultDataAccessException(1),
          "large", () -> new MaxUploadSizeExceededException(1),
          "broken", () -> new MultipartException("broken"));

  @Controller
  static class Failing {

    @PostMapping("/{kind}")
    void fail(@PathVariable String kind) {
      throw Objects.requireNonNull(WRONG.get(kind)).get();
    }

    @GetMapping("/case/{reference}")
    void one(@PathVariable UUID reference, @RequestParam(required = false) Integer page) {}
  }

  private final MockMvc portal =
      MockMvcBuilders.standaloneSetup(new Failing()).setControllerAdvice(new Problems()).build();

  @ParameterizedTest
  @CsvSource({
    "refusal, 409, refusal.windrush-guard",
    "duplicate, 409, error.409.conflict",
    "integrity, 409, error.409.conflict",
    "missing, 404,",
    "large, 413,",
    "broken, 400, error.400.unreadable-form",
  })
  void what_goes_wrong_has_its_answer(String kind, int status, String sentence) throws Exception {
    portal
        .perform(multipart("/" + kind))
        .andExpect(status().is(status))
        .andExpect(request().attribute(Problem.SENTENCE, sentence));
  }

  @Test
  void a_mistyped_address_is_nowhere_and_a_mistyped_parameter_is_an_error() throws Exception {
    portal.perform(get("/case/nonsense")).andExpect(status().isNotFound());
    portal
        .perform(get("/case/" + UUID.randomUUID()).param("page", "' OR 1=1--"))
        .andExpect(status().isBadRequest());
  }
}
