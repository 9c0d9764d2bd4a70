package org.onex.center.node;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the node that has signed a request to controllers that ask for one. */
final class NodeArgument implements HandlerMethodArgumentResolver {

    static boolean isNode(MethodParameter parameter) {
        return parameter.getParameterType() == EnrolledNode.class
                || parameter.getParameterType() == NodeAuthentication.SignedBy.class;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return isNode(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof NodeAuthentication signed) {
            var by = signed.getPrincipal();
            return parameter.getParameterType() == EnrolledNode.class ? by.node() : by;
        }
        // A person: arguments are looked for before permissions.
        throw new AccessDeniedException("for nodes only");
    }
}
