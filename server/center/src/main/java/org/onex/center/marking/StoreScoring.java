package org.onex.center.marking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.onex.foundation.vault.Digests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what the rules gave for a script, and lets people know what is left for them; all of it or nothing. */
@Service
class StoreScoring {

    private final Scores scores;
    private final Works works;
    private final ApplicationEventPublisher events;

    StoreScoring(Scores scores, Works works, ApplicationEventPublisher events) {
        this.scores = scores;
        this.works = works;
        this.events = events;
    }

    /**
     * Nothing happens if somebody else has stored it or another revision counts by now.
     *
     * @param due as it was when the answers were read
     */
    @Transactional
    void store(Score due, Scoring scoring, Map<String, String> answers, Instant now) {
        var present = scores.findForChange(due.script())
                .filter(score -> score.counts()
                        && score.hash().equals(due.hash())
                        && score.sat().equals(due.sat()))
                .filter(score -> !score.isScored());
        if (present.isEmpty()) {
            return;
        }
        var score = present.get();
        scores.keep(score, scoring, now);
        for (var text : scoring.forPeople()) {
            works.want(
                    new Work.Key(score.script(), text.item()),
                    score.sat().plan(),
                    hash(score.sat(), answers.getOrDefault(text.item(), "")),
                    text.full());
        }
        works.keepOnly(
                score.script(),
                scoring.forPeople().stream().map(Scoring.ItemScore::item).toList());
        scores.change(score.scored(scoring, works.progress(score.script())), null);
        events.publishEvent(new MarksChanged(score.sat().plan(), List.of(score.script())));
    }

    /** By which a text is known again: the same one, as an answer to the same form. */
    static String hash(Score.Sat sat, String text) {
        return Digests.sha256((sat.paper() + " " + sat.form() + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
