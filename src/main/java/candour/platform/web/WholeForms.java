package candour.platform.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * A form in which one field cannot be read is a form all the same: its page goes on to check the
 * other fields, where Spring would keep it from saying anything of any.
 */
@Component
class WholeForms implements SmartInitializingSingleton {

  private final RequestMappingHandlerAdapter adapter;

  WholeForms(RequestMappingHandlerAdapter adapter) {
    this.adapter = adapter;
  }

  @Override
  public void afterSingletonsInstantiated() {
    adapter.setArgumentResolvers(
        Objects.requireNonNull(adapter.getArgumentResolvers()).stream()
            .map(resolver ->
                resolver instanceof ServletModelAttributeMethodProcessor forms
                    ? new Whole(forms)
                    : resolver)
            .toList());
  }

  private record Whole(HandlerMethodArgumentResolver forms)
      implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return forms.supportsParameter(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders)
        throws Exception {
      var form = forms.resolveArgument(parameter, container, request, binders);
      if (form != null && container != null) {
        complete(ModelFactory.getNameForParameter(parameter), form, container.getModel());
      }
      return form;
    }

    /** What was read becomes the target of the result, which stays the last of the model. */
    private static void complete(String name, Object form, ModelMap model) {
      var key = BindingResult.MODEL_KEY_PREFIX + name;
      if (model.get(key) instanceof BindingResult read && read.getTarget() == null) {
        model.remove(key);
        model.put(name, form);
        model.put(key, new Result(form, read));
      }
    }
  }

  /** The errors of what was read, and every field as it was typed. */
  private static final class Result extends BeanPropertyBindingResult {

    private final transient BindingResult read;

    Result(Object form, BindingResult read) {
      super(form, read.getObjectName());
      this.read = read;
      read.getAllErrors().forEach(this::addError);
    }

    @Override
    protected @Nullable Object getActualFieldValue(String field) {
      var typed = read.getFieldValue(field);
      return typed == null ? super.getActualFieldValue(field) : typed;
    }
  }
}
