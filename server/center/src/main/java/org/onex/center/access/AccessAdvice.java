package org.onex.center.access;

import org.onex.foundation.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says no to somebody whose duties do not include what they asked for, before anything takes it for a failure. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AccessDeniedException denied) {
        return Problems.response(AccessRefused.of(AccessRefused.Code.NOT_PERMITTED));
    }
}
