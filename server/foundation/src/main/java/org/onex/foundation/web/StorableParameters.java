package org.onex.foundation.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes no query parameter with the character NUL, which no database stores or compares; in the path of an address the server does not take
 * it anyway. Bodies are looked at by whoever reads them.
 */
final class StorableParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is dispatched again, to say what went wrong, was looked at before.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.getParameterMap().forEach(StorableParameters::requireStorable);
        }
        return true;
    }

    private static void requireStorable(String name, String[] values) {
        if (Stream.of(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw RequestRefused.unstorable(name);
        }
    }
}
