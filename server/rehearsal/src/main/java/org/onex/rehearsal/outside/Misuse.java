package org.onex.rehearsal.outside;

/** What the caller asked for cannot be done; the message says what to ask instead. Ends with exit code 2. */
public final class Misuse extends RuntimeException {
    public Misuse(String message) {
        super(message);
    }
}
