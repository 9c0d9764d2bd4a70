package org.onex.center.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.result.PassedResult;
import org.onex.center.result.Proof;
import org.onex.center.result.ProvenCandidate;
import org.onex.center.result.ResultDirectory;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;

/** Who has passed for good, written down by a test. */
final class ResultsOnPaper implements ResultDirectory {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final List<PassedResult> all = new CopyOnWriteArrayList<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final Map<String, String> finished = new ConcurrentHashMap<>();

    /** Somebody passes; the ID number and the ticket are nobody else's. */
    PassedResult pass(String name, String college, Level level) {
        int n = PEOPLE.incrementAndGet();
        var passed = new PassedResult(
                new RegistrationKey(Ids.next(), Ids.next()),
                Ids.next(),
                CertificateFixtures.PLAN,
                college,
                name,
                IdNumber.completed("99999920040229%03d".formatted(n)),
                "240518%05d".formatted(n),
                "WDYY",
                level,
                List.of(),
                CertificateFixtures.A_MOMENT_TOO_EARLY);
        all.add(passed);
        finished.put(passed.plan(), passed.plan());
        return passed;
    }

    List<PassedResult> pass(int people, String college, Level level) {
        var passed = new ArrayList<PassedResult>();
        for (int i = 0; i < people; i++) {
            passed.add(pass("张示范", college, level));
        }
        return passed;
    }

    /** A row of that college cannot be read any more, or again. */
    void spoil(String college, boolean isSpoilt) {
        if (isSpoilt) {
            unreadable.add(college);
        } else {
            unreadable.remove(college);
        }
    }

    void clear() {
        all.clear();
        unreadable.clear();
        finished.clear();
    }

    @Override
    public List<PassedResult> passed(String plan, String college) {
        if (unreadable.contains(college)) {
            throw new IllegalArgumentException("sealed otherwise");
        }
        return all.stream()
                .filter(some -> some.plan().equals(plan) && some.college().equals(college))
                .toList();
    }

    @Override
    public Set<String> collegesWithPasses(String plan) {
        return all.stream()
                .filter(some -> some.plan().equals(plan))
                .map(PassedResult::college)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> finishedPlans() {
        return List.copyOf(finished.keySet());
    }

    @Override
    public Optional<ProvenCandidate> prove(Proof proof, String address) {
        return all.stream()
                .filter(some -> some.ticket().equals(proof.ticket())
                        && some.name().equals(proof.name())
                        && some.number().value().equals(proof.idNumber()))
                .findFirst()
                .map(some -> new ProvenCandidate(
                        some.registration(),
                        some.plan(),
                        some.college(),
                        some.name(),
                        some.ticket(),
                        some.qualification(),
                        some.level()));
    }

    static Proof proof(PassedResult passed) {
        return new Proof(passed.number().value(), passed.name(), passed.ticket());
    }

    static UUID candidate(PassedResult passed) {
        return passed.registration().candidate();
    }
}
