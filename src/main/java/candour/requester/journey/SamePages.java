package candour.requester.journey;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens every page of asking at the staff door as well, so that a question is written once and
 * asked wherever a request comes from.
 */
@Component
class SamePages implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping mappings;

  SamePages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    mappings
        .getHandlerMethods()
        .forEach((asked, page) -> {
          var paths =
              asked.getPatternValues().stream()
                  .filter(path -> isQuestion(path) || isCheck(path, asked))
                  .map(path -> EnteringGate.DRAFT + path.substring("/request".length()))
                  .toArray(String[]::new);
          if (paths.length > 0) {
            mappings.registerMapping(
                asked.mutate().paths(paths).build(), page.getBean(), page.getMethod());
          }
        });
  }

  private static boolean isQuestion(String path) {
    return Journey.PAGES.stream()
        .map(Journey.Page::path)
        .anyMatch(page -> path.equals(page) || path.startsWith(page + '/'));
  }

  /** The same answers are read back; sending them is another act. */
  private static boolean isCheck(String path, RequestMappingInfo asked) {
    return path.equals(Journey.CHECK)
        && asked.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }
}
