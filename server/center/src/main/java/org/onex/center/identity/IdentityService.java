package org.onex.center.identity;

import java.util.List;
import java.util.Optional;
import org.onex.contract.kernel.IdNumber;

/**
 * Whoever knows which name belongs to which ID number (公安实名库). It takes questions in batches and answers minutes or hours later; it
 * may be away, and it may forget what it was asked.
 */
interface IdentityService {

    /**
     * A question.
     *
     * @param reference by which its answer is recognised
     */
    record Question(String reference, String name, IdNumber number) {}

    record Answer(String reference, Verdict verdict) {}

    /** What the service says of a name and a number. */
    enum Verdict {
        MATCH,
        /** The number belongs to another name. */
        MISMATCH,
        /** Nobody has this number. */
        NOT_FOUND
    }

    /** The service is away or said something that makes no sense; it is to be tried again later. */
    final class Away extends RuntimeException {

        Away(String message) {
            super(message);
        }

        Away(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Hands over questions.
     *
     * @return the ticket by which the answers are asked for
     * @throws Away if nobody took them
     */
    String ask(List<Question> questions);

    /**
     * The answers to a batch; nothing as long as there are none, and an empty list if the service does not know the ticket (any more).
     *
     * @throws Away if nobody can say
     */
    Optional<List<Answer>> answers(String ticket);
}
