package org.onex.center.node;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a node call only what asks for a node: what everybody may call, or everybody who is signed in, is meant for people. */
final class NodesOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof NodeAuthentication
                && !(handler instanceof HandlerMethod method
                        && Arrays.stream(method.getMethodParameters()).anyMatch(NodeArgument::isNode))) {
            throw new AccessDeniedException("not for nodes");
        }
        return true;
    }
}
