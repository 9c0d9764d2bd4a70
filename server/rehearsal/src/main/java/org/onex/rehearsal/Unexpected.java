package org.onex.rehearsal;

/** The product did not do what a role may rely on, or did not answer. Ends the run with exit code 1. */
final class Unexpected extends RuntimeException {

    Unexpected(String message) {
        super(message);
    }

    Unexpected(String message, Throwable cause) {
        super(message, cause);
    }

    static Unexpected answer(Answer answer) {
        return new Unexpected(answer.request() + " answered " + answer.status() + " " + answer.code() + " "
                + answer.body().path("facts"));
    }
}
