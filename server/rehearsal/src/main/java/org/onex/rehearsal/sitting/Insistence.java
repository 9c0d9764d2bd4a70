package org.onex.rehearsal.sitting;

import java.io.IOException;
import java.util.Random;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Unexpected;

/** Trying again, with the same request, until the node answers: a line that is cut and a node that is busy or away are the same to a device. */
record Insistence(Pace pace, Random random, Tally tally) {

    /** What can be sent as often as one likes. */
    interface Request {
        Answer send() throws IOException;
    }

    /**
     * The first answer that says something about the request.
     *
     * @throws Unexpected if the node stays away
     */
    Answer on(Request request) {
        var end = System.nanoTime() + pace.outage().toNanos();
        var last = "";
        do {
            try {
                var answer = request.send();
                if (answer.status() < 500) {
                    return answer;
                }
                tally.add("replies %d %s to %s"
                        .formatted(
                                answer.status(), answer.code(), answer.request().replaceAll("[0-9a-f-]{36}", "{id}")));
                last = answer.toString();
            } catch (IOException e) {
                tally.add("replies lost on the way");
                last = e.toString();
            }
            pace.beforeRetry(random);
        } while (System.nanoTime() < end);
        throw new Unexpected("no answer for " + pace.outage().toSeconds() + " s, the last: " + last);
    }
}
