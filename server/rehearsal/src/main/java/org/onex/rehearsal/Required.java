package org.onex.rehearsal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Stage;

/**
 * What a rehearsal must have looked at (必查项) when it has come so far: a claim that nobody has checked does not hold. Of what is promised of an
 * examination from notice to certificate these are the core; the others are checked where there is something to check.
 */
final class Required {

    private static final Map<Stage.Step, List<Claim>> CLAIMS = new EnumMap<>(Map.of(
            Stage.Step.REGISTRATION,
            List.of(
                    Claim.ENTRIES_PER_SUBJECT,
                    Claim.BAD_ROWS_SAY_WHY,
                    Claim.NOBODY_IN_TWO_PLACES,
                    Claim.NOBODY_AFTER_DEADLINE),
            Stage.Step.SEATING,
            List.of(Claim.ONE_PERSON_A_SEAT),
            Stage.Step.DISPATCH,
            List.of(Claim.NO_ANSWER_KEY_OUTSIDE),
            Stage.Step.RETURN,
            List.of(Claim.ACKNOWLEDGED_COUNTS, Claim.HASH_AS_RECEIVED),
            Stage.Step.RESULT,
            List.of(Claim.PASSED_BY_RULE, Claim.ABSENT_IS_ABSENT),
            Stage.Step.CERTIFICATE,
            List.of(
                    Claim.CERTIFICATES_FOR_WHO_PASSED,
                    Claim.HANDED_OUT_WHEN_CLEARED,
                    Claim.SIGNATURES_HOLD,
                    Claim.VERIFIED_AS_THEY_ARE)));

    /** Without them a claim was checked on one side only: a fee that is always cleared, a certificate that is always genuine. */
    private static final Map<Stage.Step, List<String>> HAPPENINGS = new EnumMap<>(Map.of(
            Stage.Step.RESULT,
            List.of("passed", "failed", "absent", "upheld", "corrected"),
            Stage.Step.CERTIFICATE,
            List.of("certificates", "paid late", "files read", "revoked")));

    private Required() {}

    /** What must have been checked when that stage has been played. */
    static List<Claim> claims(Stage.Step last) {
        return upTo(CLAIMS, last).flatMap(List::stream).toList();
    }

    private static <T> Stream<T> upTo(Map<Stage.Step, T> required, Stage.Step last) {
        return required.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(last) <= 0)
                .map(Map.Entry::getValue);
    }

    /** What nobody has checked though the stages were played in which somebody must; a line for people each. */
    static List<String> unchecked(List<Report.Played> played, Findings<Claim> findings) {
        var lines = new ArrayList<String>();
        if (!played.isEmpty()) {
            claims(played.getLast().step()).stream()
                    .filter(claim -> findings.of(claim).checked() == 0)
                    .forEach(claim -> lines.add(claim + ": checked 0 times"));
        }
        for (var stage : played) {
            HAPPENINGS.getOrDefault(stage.step(), List.of()).stream()
                    .filter(happening -> stage.counts().getOrDefault(happening, 0L) == 0)
                    .forEach(happening -> lines.add(stage.step() + ": 0 " + happening));
        }
        return lines;
    }
}
