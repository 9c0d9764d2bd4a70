package org.onex.foundation.web;

import java.util.Map;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How a refusal looks on the wire: {@code application/problem+json} with {@code code} and {@code facts}. */
public final class Problems {

    private Problems() {}

    public static ResponseEntity<ProblemDetail> response(DomainError refused) {
        var status = status(refused.kind());
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refused.facts().get("retryAfterSeconds") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return response.body(of(status, refused.code(), refused.facts()));
    }

    static ResponseEntity<ProblemDetail> response(HttpStatus status, ErrorCode code, Map<String, ?> facts) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(status, code, facts));
    }

    static ProblemDetail of(HttpStatusCode status, ErrorCode code, Map<String, ?> facts) {
        return of(status, code.code(), facts);
    }

    private static ProblemDetail of(HttpStatusCode status, String code, Map<String, ?> facts) {
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", code);
        problem.setProperty("facts", facts);
        return problem;
    }

    private static HttpStatus status(DomainError.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
