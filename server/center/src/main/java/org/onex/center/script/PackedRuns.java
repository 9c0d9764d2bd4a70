package org.onex.center.script;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.dispatch.DispatchDirectory;
import org.onex.contract.bundle.SiteBundle;

/**
 * The runs of a bundle as it was signed and sent (应考答卷), by their attempts: what a site sends back is of these and of no others. Holds
 * nobody's name.
 */
record PackedRuns(UUID bundle, int version, Map<UUID, Run> runs) {

    PackedRuns {
        runs = Map.copyOf(runs);
    }

    /**
     * What is sat in a run.
     *
     * @param qualification its code
     */
    record Run(UUID session, String qualification, Level level, Subject subject, UUID paper, String form) {}

    static PackedRuns of(DispatchDirectory.Sent sent) {
        var sessions = sent.content().sessions().stream().collect(toMap(SiteBundle.Session::id, session -> session));
        return new PackedRuns(
                sent.content().id(),
                sent.content().version(),
                sent.content().seatings().stream()
                        .flatMap(seating -> seating.runs().stream())
                        .collect(toMap(
                                SiteBundle.Run::attempt,
                                run -> run(run, Objects.requireNonNull(sessions.get(run.session())), sent))));
    }

    private static Run run(SiteBundle.Run run, SiteBundle.Session session, DispatchDirectory.Sent sent) {
        var sat = Objects.requireNonNull(sent.subjects().get(session.id()));
        var paper = session.papers().stream()
                .filter(file -> file.form().equals(run.form()))
                .map(file -> sent.papers().get(file.sha256()))
                .findFirst()
                .orElseThrow();
        return new Run(
                session.id(),
                sat.qualification(),
                sat.level(),
                sat.subject(),
                Objects.requireNonNull(paper),
                run.form());
    }
}
