package org.onex.rehearsal.outside;

/** The product did not do what a role may rely on, or did not answer. Ends the run with exit code 1. */
public final class Unexpected extends RuntimeException {

    public Unexpected(String message) {
        super(message);
    }

    public Unexpected(String message, Throwable cause) {
        super(message, cause);
    }

    public static Unexpected answer(Answer answer) {
        return new Unexpected(answer.request() + " answered " + answer.status() + " " + answer.code() + " "
                + answer.body().path("facts"));
    }
}
