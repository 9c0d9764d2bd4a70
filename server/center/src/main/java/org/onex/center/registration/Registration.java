package org.onex.center.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Subject;

/**
 * One person's entry for one level of one plan (报考). It owns one record (报考记录) for each subject; what the gate has frozen and nobody
 * sits becomes an absence (缺考), never a deletion.
 *
 * @param version      counts its changes
 * @param awardingBody code of the body whose plan it is
 * @param subjects     one record each, in the order in which they are sat; none once it was withdrawn
 * @param site         where they sit
 * @param withdrawn    when it was taken back before the deadline; null while it stands
 */
record Registration(
        RegistrationKey key,
        int version,
        Registrant who,
        OfferingKey what,
        String awardingBody,
        List<Subject> subjects,
        UUID site,
        Instant since,
        @Nullable Instant withdrawn) {

    Registration {
        subjects = List.copyOf(subjects);
    }

    static Registration submitted(UUID id, Wish wish, Instant now) {
        return new Registration(
                new RegistrationKey(wish.who().key().candidate(), id),
                1,
                Registrant.of(wish.who()),
                wish.what(),
                wish.plan().awardingBody(),
                wish.offered().subjects(),
                wish.site().id(),
                now,
                null);
    }

    /** Says something else of the same person in the same plan: another level, another site. */
    Registration changedTo(Wish wish) {
        requireStanding();
        return new Registration(
                key,
                version + 1,
                Registrant.of(wish.who()),
                wish.what(),
                awardingBody,
                wish.offered().subjects(),
                wish.site().id(),
                since,
                null);
    }

    Registration withdrawnAt(Instant now) {
        requireStanding();
        return new Registration(key, version + 1, who, what, awardingBody, List.of(), site, since, now);
    }

    /**
     * @throws RegistrationRefused if somebody changed it since that version was read
     */
    Registration at(int readVersion) {
        if (readVersion != version) {
            throw RegistrationRefused.of(RegistrationRefused.Code.CHANGED);
        }
        return this;
    }

    Registration withSubjects(List<Subject> found) {
        return new Registration(key, version, who, what, awardingBody, found, site, since, withdrawn);
    }

    boolean isStanding() {
        return withdrawn == null;
    }

    private void requireStanding() {
        if (!isStanding()) {
            throw RegistrationRefused.of(RegistrationRefused.Code.WITHDRAWN);
        }
    }

    boolean isOf(String college) {
        return who.college().equals(college);
    }

    UUID candidate() {
        return key.candidate();
    }
}
