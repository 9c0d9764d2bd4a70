package org.onex.rehearsal;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.certificate.CertificateStage;
import org.onex.rehearsal.dispatch.DispatchStage;
import org.onex.rehearsal.fee.FeeStage;
import org.onex.rehearsal.marking.MarkingStage;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.paper.PaperStage;
import org.onex.rehearsal.people.CandidatesStage;
import org.onex.rehearsal.people.PhotosStage;
import org.onex.rehearsal.people.RealNameStage;
import org.onex.rehearsal.people.TraceCheck;
import org.onex.rehearsal.printing.PrintingStage;
import org.onex.rehearsal.registration.RegistrationStage;
import org.onex.rehearsal.result.ResultStage;
import org.onex.rehearsal.returning.ReturnStage;
import org.onex.rehearsal.scene.Scene;
import org.onex.rehearsal.scene.Stage;
import org.onex.rehearsal.seating.SeatingStage;
import org.onex.rehearsal.sitting.ExamStage;
import org.onex.rehearsal.staffing.StaffingStage;
import tools.jackson.core.JacksonException;

/** Plays the stages in their order, as far as they are built or wanted, and tells what happened. */
final class Rehearsal {

    private final Map<Stage.Step, Stage> built;
    private final PrintStream out;

    Rehearsal(List<Stage> built, PrintStream out) {
        this.built = built.stream().collect(Collectors.toMap(Stage::step, Function.identity()));
        this.out = out;
    }

    /** The stages that the product can play today. */
    static Rehearsal ofToday(PrintStream out) {
        return new Rehearsal(
                List.of(
                        new OrganisationsStage(),
                        new PlanStage(),
                        new SiteStage(),
                        new CandidatesStage(),
                        new PhotosStage(),
                        new RealNameStage(),
                        new RegistrationStage(),
                        new FeeStage(),
                        new SeatingStage(),
                        new StaffingStage(),
                        new PrintingStage(),
                        new PaperStage(),
                        new DispatchStage(),
                        new ExamStage(),
                        new ReturnStage(),
                        new MarkingStage(),
                        new ResultStage(),
                        new CertificateStage()),
                out);
    }

    /**
     * @param until the last stage to play; null for all
     */
    void play(Scene scene, Stage.@Nullable Step until, Report report) {
        try {
            var trail = new TrailCheck(scene.center(), scene.findings());
            playStages(scene, until, report);
            trail.check();
            new TraceCheck(scene).check();
        } catch (Unexpected e) {
            report.fail(String.valueOf(e.getMessage()));
        } catch (DateTimeException | JacksonException e) {
            report.fail("an answer was not of the described form: " + e);
        }
    }

    private void playStages(Scene scene, Stage.@Nullable Step until, Report report) {
        scene.center().traffic().take();
        for (var step : Stage.Step.values()) {
            var stage = built.get(step);
            if (stage == null) {
                report.stopAt(step);
                return;
            }
            var begun = System.nanoTime();
            var counts = stage.play(scene);
            var played = new Report.Played(
                    step,
                    counts,
                    Duration.ofNanos(System.nanoTime() - begun),
                    scene.center().traffic().take());
            report.add(played);
            out.println(played.line());
            if (step == until) {
                return;
            }
        }
    }
}
