package org.onex.rehearsal.result;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.onex.rehearsal.marking.Correction;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.JsonNode;

/** Results become final: drawn up, ruled on, approved by two, public for the printed days, reviewed where a college asks, and then unchangeable. */
public final class ResultStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_MS = 200;

    @Override
    public Step step() {
        return Step.RESULT;
    }

    @Override
    public Map<String, Long> play(Scene scene) {
        var counts = new LinkedHashMap<String, Long>();
        List.of("people", "passed", "failed", "absent", "void", "lost", "ruled on", "reviews", "upheld", "corrected")
                .forEach(counted -> counts.put(counted, 0L));
        if (scene.books().scripts().isEmpty()) {
            return counts; // nothing was sat
        }
        new Play(scene).play(counts);
        return counts;
    }

    static void await(String what, BooleanSupplier come) {
        var give = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > give) {
                throw new Unexpected("it does not come: " + what);
            }
            try {
                Thread.sleep(LOOK_AGAIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected("interrupted", e);
            }
        }
    }

    /** From the first drawing to the last day. */
    private static final class Play {

        private final Scene scene;
        private final ResultDesk desk;
        private final ResultCheck check;
        private final PublicRound everybody;
        private final ReviewRound reviews;

        Play(Scene scene) {
            this.scene = scene;
            desk = new ResultDesk(scene);
            check = new ResultCheck(scene, desk);
            everybody = new PublicRound(scene, desk, new Inquirer(scene));
            reviews = new ReviewRound(scene, desk);
        }

        void play(Map<String, Long> counts) {
            var round = new SheetRound(scene, desk);
            round.strangers();
            counts.put("ruled on", round.drawUp());
            var standing = Standing.now(scene);
            check.everybody();
            everybody.before(standing.places());
            var approved = round.approve();
            everybody.window(approved);
            beforeTheOpening(approved, standing);
            scene.center().advanceTo(moment(approved, "opens"));
            ResultStage.await("the opening", () -> desk.state().equals("PUBLICITY"));
            everybody.open(standing);
            counts.put("reviews", reviews.play(standing));
            counts.put("upheld", reviews.upheld());
            var wronged = reviews.wronged(standing);
            var proposed = wronged.map(
                    place -> reviews.propose(place, scene.books().slip().orElseThrow()));
            reviews.listed();
            close(moment(approved, "closes"), standing.places(), wronged);
            proposed.ifPresent(review -> {
                reviews.confirm(review);
                counts.put("corrected", 1L);
                counts.merge("reviews", 1L, Long::sum);
            });
            ResultStage.await("that everything is final", () -> desk.state().equals("FINISHED"));
            everythingIsFinal();
            count(counts, check.everybody());
        }

        private static void count(Map<String, Long> counts, Map<String, Long> counted) {
            counts.put("people", counted.getOrDefault("passed", 0L) + counted.getOrDefault("failed", 0L));
            for (var known : List.of("passed", "failed")) {
                counts.put(known, counted.getOrDefault(known, 0L));
            }
            for (var known : List.of("absent", "void", "lost")) {
                counts.put(known, counted.getOrDefault(known.toUpperCase(Locale.ROOT), 0L));
            }
        }

        private static OffsetDateTime moment(JsonNode sheet, String which) {
            return OffsetDateTime.parse(Json.text(sheet, which));
        }

        private void beforeTheOpening(JsonNode approved, Standing standing) {
            if (scene.center().clock().now().isBefore(moment(approved, "opens"))) {
                everybody.before(standing.places());
                var place = standing.places().getFirst();
                everybody.notNow(reviews.ask(reviews.officerOf(place), place, "THEORY"), "before the window opens");
            }
        }

        /** By itself, but for the one whose review waits. */
        private void close(OffsetDateTime closes, List<Place> places, Optional<Place> waiting) {
            scene.check(
                    Claim.PUBLICITY_BY_THE_CLOCK,
                    desk.results().stream().noneMatch(row -> row.path("settled").asBoolean()),
                    () -> "results are final before their publicity is over");
            scene.center().advanceTo(closes);
            var open = waiting.map(place -> place.guest().ticket()).orElse("");
            ResultStage.await(
                    "that results are final",
                    () -> desk.results().stream()
                            .filter(row -> !Json.text(row, "ticket").equals(open))
                            .allMatch(row -> row.path("settled").asBoolean()));
            var late = places.getLast();
            everybody.notNow(reviews.ask(reviews.officerOf(late), late, "THEORY"), "after the window has closed");
            waiting.ifPresent(place -> scene.check(
                    Claim.REVIEWS_AS_DECIDED,
                    !ResultCheck.row(desk.results(), place).path("settled").asBoolean(true)
                            && desk.state().equals("PUBLICITY"),
                    () -> "the result of " + place + " is final though its review waits"));
        }

        /** Whatever anybody does. */
        private void everythingIsFinal() {
            var before = desk.results();
            var again = desk.ask(desk.first(), "演练：再汇总一次");
            stays(again.isProblem(409, "result.already-public"), "what is final is drawn up again, " + again);
            scene.books().slip().ifPresent(slip -> new Correction(scene).waver(slip));
            var after = desk.results();
            stays(
                    after.equals(before)
                            && before.stream()
                                    .allMatch(row -> row.path("settled").asBoolean()),
                    "final results were " + before + " and are " + after);
            var standing = Standing.now(scene);
            standing.places().stream().limit(3).forEach(place -> everybody.told(standing, place, "FINAL"));
        }

        private void stays(boolean holds, String example) {
            scene.check(Claim.FINAL_IS_FINAL, holds, () -> example);
        }
    }
}
