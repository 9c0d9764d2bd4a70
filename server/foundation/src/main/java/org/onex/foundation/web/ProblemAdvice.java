package org.onex.foundation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.DomainError;
import org.onex.contract.kernel.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every refusal into a problem (RFC 9457) with a code and facts, and never a sentence or a stack trace. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DomainError refused) {
        return Problems.response(refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        return Problems.response(
                HttpStatus.UNPROCESSABLE_CONTENT, RequestRefused.Code.INVALID, Map.of("field", mismatch.getName()));
    }

    /** Away, or two wanted the same rows the other way round and one of them had to give in; the message may hold what was stored. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        PessimisticLockingFailureException.class
    })
    ResponseEntity<ProblemDetail> onDatabaseAway(Exception away) {
        log.warn("The database cannot answer: {}", away.getClass().getSimpleName());
        return Problems.response(RequestRefused.unavailable());
    }

    /** Whoever has received a part of the answer must not take it for the whole: thrown on, the connection is cut. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unexpected, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw unexpected;
        }
        var incident = UUID.randomUUID().toString();
        log.error("Incident {}", incident, unexpected);
        return Problems.response(
                HttpStatus.INTERNAL_SERVER_ERROR, RequestRefused.Code.FAILED, Map.of("incident", incident));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = invalid.getFieldError();
        var facts = Map.of("field", field == null ? "" : field.getField());
        var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, RequestRefused.Code.INVALID, facts);
        return new ResponseEntity<>(problem, headers, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var code = codeFor(status);
        var problem = Problems.of(status, code, Map.of());
        return new ResponseEntity<>(problem, headers, status);
    }

    private static ErrorCode codeFor(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> RequestRefused.Code.UNKNOWN;
            case 405, 406, 415 -> RequestRefused.Code.UNSUPPORTED;
            default -> RequestRefused.Code.UNREADABLE;
        };
    }
}
