package org.onex.center.candidate;

import java.util.List;

/** It was found out whether these names and numbers belong together. Told by whoever asked (ADR 13). */
public record RealNamesAnswered(List<Answer> answers) {

    public RealNamesAnswered {
        answers = List.copyOf(answers);
    }

    /**
     * @param name      for which it was asked; if the name has changed since, the answer says nothing
     * @param confirmed whether it belongs to the number
     */
    public record Answer(EnrolmentKey key, String name, boolean confirmed) {}
}
