package candour.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

class RecordAccessorTests {

  private final SimpleEvaluationContext expressions =
      SimpleEvaluationContext.forPropertyAccessors(new RecordAccessor()).build();

  record Town(String name) {
    String secret() {
      return "secret";
    }
  }

  record Person(String name, Town home) {}

  @Test
  void components_are_read_of_one_type_after_another_by_one_expression() {
    var name = new SpelExpressionParser().parseExpression("name");
    assertThat(name.getValue(expressions, new Person("Ada", new Town("Hull")))).isEqualTo("Ada");
    assertThat(name.getValue(expressions, new Town("Hull"))).isEqualTo("Hull");
    assertThat(read("home.name", new Person("Ada", new Town("Hull")))).isEqualTo("Hull");
  }

  @Test
  void nothing_but_components_is_read() {
    assertThatThrownBy(() -> read("secret", new Town("Hull")))
        .isInstanceOf(SpelEvaluationException.class);
    assertThatThrownBy(() -> read("class", new Town("Hull")))
        .isInstanceOf(SpelEvaluationException.class);
    assertThatThrownBy(() -> read("name", new Object()))
        .isInstanceOf(SpelEvaluationException.class);
  }

  private @Nullable Object read(String expression, Object root) {
    return new SpelExpressionParser().parseExpression(expression).getValue(expressions, root);
  }
}
