package org.onex.center.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.candidate.CandidateDirectory;
import org.onex.center.candidate.CandidateKind;
import org.onex.center.candidate.EnrolmentKey;
import org.onex.center.candidate.EnrolmentOutline;
import org.onex.center.candidate.InformationState;
import org.onex.center.photo.PhotoDemand;
import org.onex.center.photo.PhotoDirectory;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;

/** Rosters in memory: one person once for life, at as many colleges as they like. */
final class FakeRoster implements CandidateDirectory, PhotoDirectory {

    private final Map<IdNumber, UUID> people = new HashMap<>();
    private final Map<EnrolmentKey, EnrolmentOutline> enrolments = new LinkedHashMap<>();
    private final Map<EnrolmentKey, String> photoFormats = new HashMap<>();

    synchronized EnrolmentOutline enrol(int person, String college, CandidateKind kind, InformationState state) {
        var number = RegistrationFixtures.number(person);
        var key = new EnrolmentKey(people.computeIfAbsent(number, unknown -> Ids.next()), Ids.next());
        var outline = new EnrolmentOutline(key, college, "考生" + person, number, kind, "电商2201班", state);
        enrolments.put(key, outline);
        return outline;
    }

    EnrolmentOutline enrol(int person, String college) {
        return enrol(person, college, CandidateKind.COLLEGE, InformationState.ACCURATE);
    }

    synchronized void leaves(EnrolmentOutline who) {
        enrolments.remove(who.key());
    }

    synchronized void photographed(EnrolmentOutline who, String format) {
        photoFormats.put(who.key(), format);
    }

    @Override
    public Map<EnrolmentKey, String> files(Collection<EnrolmentKey> people) {
        return Map.of(); // nobody prints while they register
    }

    @Override
    public synchronized Set<EnrolmentKey> fitting(Collection<EnrolmentKey> people, PhotoDemand demand) {
        return people.stream()
                .filter(key -> demand.formats().contains(photoFormats.getOrDefault(key, "jpg")))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Map<IdNumber, EnrolmentKey> enrolled(Collection<IdNumber> numbers, String college) {
        var found = new HashMap<IdNumber, EnrolmentKey>();
        for (var outline : enrolments.values()) {
            if (outline.college().equals(college) && numbers.contains(outline.number())) {
                found.put(outline.number(), outline.key());
            }
        }
        return found;
    }

    @Override
    public synchronized List<EnrolmentOutline> outlines(Collection<EnrolmentKey> keys) {
        var found = new ArrayList<EnrolmentOutline>();
        for (var key : keys) {
            if (enrolments.containsKey(key)) {
                found.add(enrolments.get(key));
            }
        }
        return found;
    }
}
