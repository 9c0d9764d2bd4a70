package org.onex.center.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;
import org.onex.contract.bundle.SiteBundle;

/** What other modules may ask about what was sent to sites. */
public interface DispatchDirectory {

    /** A version of a bundle of this site, whether it stands or not; empty if it was never packed. */
    Optional<Sent> sent(UUID site, UUID bundle, int version);

    /**
     * The exam servers at which somebody may have sat, of each of these sites' bundles, by bundle: they have said that they have some version
     * of it, or have got the key of one of its sessions. Also those that were withdrawn since.
     */
    Map<UUID, Set<UUID>> holders(Collection<UUID> sites);

    /** At which site a script was to be sat as it was packed last; empty if there is none. */
    Optional<UUID> siteOf(UUID script);

    /** Likewise of each of these. */
    Map<UUID, UUID> sitesOf(Collection<UUID> scripts);

    /** All runs that were ever packed for these registrations, in one order; not all of them stand. */
    List<Run> runsOf(Collection<RegistrationKey> registrations);

    /** Whose a script is. */
    Optional<Run> run(UUID script);

    /** Likewise of each of these, in one order; those that were never packed are missing. */
    default List<Run> runs(Collection<UUID> scripts) {
        return scripts.stream()
                .distinct()
                .sorted()
                .flatMap(script -> run(script).stream())
                .toList();
    }

    /**
     * One candidate's run at a subject (考生答卷归属).
     *
     * @param plan          its code
     * @param qualification its code
     * @param ticket        with which it is sat
     * @param stands        whether the newest version of its bundle holds it and was not recalled; after a change of hours the old one does not
     */
    record Run(
            UUID script,
            RegistrationKey registration,
            String plan,
            UUID site,
            String qualification,
            Level level,
            Subject subject,
            String ticket,
            boolean stands) {}

    /**
     * A version of a bundle as it was signed and sent (已下发的考试包).
     *
     * @param awardingBody code of the body whose plan it is
     * @param content      with the opaque ids of all attempts, and with names
     * @param subjects     what is sat in its sessions, by their ids
     * @param papers       which paper a sealed form is of, by the form's SHA-256
     */
    record Sent(String awardingBody, SiteBundle content, Map<UUID, Sat> subjects, Map<String, UUID> papers) {

        public Sent {
            subjects = Map.copyOf(subjects);
            papers = Map.copyOf(papers);
        }
    }

    /**
     * What is sat in a session.
     *
     * @param qualification its code
     */
    record Sat(String qualification, Level level, Subject subject) {}
}
