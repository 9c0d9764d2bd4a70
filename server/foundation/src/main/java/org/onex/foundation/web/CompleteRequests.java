package org.onex.foundation.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Holds request bodies to what their types say: a component that is not {@code @Nullable} must have been sent. Without it a missing
 * field would be found out by whoever stumbles over it first.
 */
@RestControllerAdvice
class CompleteRequests extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage inputMessage,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        requireComplete("", body);
        return body;
    }

    static void requireComplete(String path, Object value) {
        if (value instanceof Collection<?> items) {
            int i = 0;
            for (var item : items) {
                require(item, path + "[" + i + "]");
                i++;
            }
        } else if (value instanceof Map<?, ?> values) {
            values.forEach((key, held) -> require(held, path + "." + key));
        } else if (value instanceof Record sent && sent.getClass().getName().startsWith("org.onex.")) {
            for (var component : sent.getClass().getRecordComponents()) {
                var field = path.isEmpty() ? component.getName() : path + "." + component.getName();
                var held = read(sent, component);
                if (held != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    require(held, field);
                }
            }
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw RequestRefused.missing(field);
        }
        requireComplete(field, value);
    }

    private static @Nullable Object read(Record sent, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(sent);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
