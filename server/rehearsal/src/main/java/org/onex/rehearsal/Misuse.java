package org.onex.rehearsal;

/** What the caller asked for cannot be done; the message says what to ask instead. Ends with exit code 2. */
final class Misuse extends RuntimeException {
    Misuse(String message) {
        super(message);
    }
}
