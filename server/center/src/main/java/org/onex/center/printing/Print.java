package org.onex.center.printing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * Printed matter that somebody asked for (打印任务): everything for a site, or the tickets of a college's own people wherever they sit.
 *
 * @param planName    as it was then
 * @param site        null for the tickets of a college
 * @param college     whose site it is, or whose people they are
 * @param sources     the seats and invigilators it was asked for
 * @param at          when it was asked for
 * @param ready       when everything was drawn; null before
 * @param unprintable names that are not on paper as they are written; empty before it is ready
 */
record Print(
        UUID id,
        String plan,
        String planName,
        String awardingBody,
        @Nullable Place site,
        String college,
        List<PrintKind> kinds,
        List<Source> sources,
        Instant at,
        String by,
        UUID job,
        @Nullable Instant ready,
        List<Unprintable> unprintable) {

    /** A site by its id and its name of that day. */
    record Place(UUID id, String name) {}

    /**
     * The seats of a site in the version of which something is printed.
     *
     * @param staffing the version of who invigilates there, which counts where they are named
     * @param since    when the seats came to be
     */
    record Source(UUID site, int version, int staffing, Instant since) {

        private Source seatsOnly() {
            return new Source(site, version, 0, since);
        }
    }

    Print {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        unprintable = List.copyOf(unprintable);
    }

    /** The same with its sources. */
    Print from(List<Source> those) {
        return new Print(
                id, plan, planName, awardingBody, site, college, kinds, those, at, by, job, ready, unprintable);
    }

    /** A college sees what is its own, an awarding body what belongs to a site; the tickets a college prints for itself are its own. */
    boolean isVisibleTo(Actor actor) {
        return actor.actsFor(OrganizationKind.COLLEGE, college)
                || (site != null && actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody));
    }

    /** Whether it would be the same again from these. */
    boolean isFrom(List<Source> others) {
        return counting(sources).equals(counting(others));
    }

    private Set<Source> counting(List<Source> some) {
        return some.stream()
                .map(source -> namesInvigilators() ? source : source.seatsOnly())
                .collect(Collectors.toSet());
    }

    /** Whether it becomes wrong when other people invigilate. */
    boolean namesInvigilators() {
        return kinds.contains(PrintKind.SIGN_IN_SHEET);
    }

    /** Since when the newest of its seats are as they are; its archive is dated by it. */
    Instant made() {
        return sources.stream().map(Source::since).max(Instant::compareTo).orElse(at);
    }
}
