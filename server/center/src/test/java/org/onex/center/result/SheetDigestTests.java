package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.center.catalog.Subject;
import org.onex.center.registration.RegistrationKey;

/** The number that two people approve. */
class SheetDigestTests {

    private static final RegistrationKey KEY = new RegistrationKey(new UUID(0, 1), new UUID(0, 2));
    private static final UUID SCRIPT = new UUID(0, 3);

    private static SheetDigest.Line line(Entry.Status status, @Nullable Integer score, Result.Outcome outcome) {
        return new SheetDigest.Line(KEY, "90001", new Entry(Subject.THEORY, SCRIPT, status, score, 100), outcome);
    }

    private static String digest(SheetDigest.Line... lines) {
        var digest = new SheetDigest();
        List.of(lines).forEach(digest::add);
        return digest.value();
    }

    @Test
    void isTheSameForTheSame() {
        var line = line(Entry.Status.SCORED, 60, Result.Outcome.PASSED);
        assertThat(digest(line)).isEqualTo(digest(line)).matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithEverythingThatIsApproved() {
        var other = new RegistrationKey(new UUID(0, 1), new UUID(0, 9));
        var seen = new HashSet<String>();
        seen.add(digest());
        seen.add(digest(line(Entry.Status.SCORED, 60, Result.Outcome.PASSED)));
        seen.add(digest(line(Entry.Status.SCORED, 61, Result.Outcome.PASSED)));
        seen.add(digest(line(Entry.Status.SCORED, 60, Result.Outcome.FAILED)));
        seen.add(digest(line(Entry.Status.ABSENT, null, Result.Outcome.FAILED)));
        seen.add(digest(line(Entry.Status.VOID, null, Result.Outcome.FAILED)));
        var entry = new Entry(Subject.THEORY, SCRIPT, Entry.Status.SCORED, 60, 100);
        seen.add(digest(new SheetDigest.Line(other, "90001", entry, Result.Outcome.PASSED)));
        seen.add(digest(new SheetDigest.Line(KEY, "90002", entry, Result.Outcome.PASSED)));
        seen.add(digest(
                line(Entry.Status.SCORED, 60, Result.Outcome.PASSED),
                new SheetDigest.Line(other, "90001", entry, Result.Outcome.PASSED)));
        assertThat(seen).hasSize(9);
    }

    @Test
    void doesNotDependOnWhoAsks() {
        var later = new RegistrationKey(new UUID(0, 1), new UUID(0, 9));
        var entry = new Entry(Subject.THEORY, SCRIPT, Entry.Status.SCORED, 60, 100);
        var digest = new SheetDigest();
        digest.add(new SheetDigest.Line(later, "90001", entry, Result.Outcome.PASSED));
        var earlier = line(Entry.Status.SCORED, 60, Result.Outcome.PASSED);
        assertThatIllegalArgumentException().isThrownBy(() -> digest.add(earlier));
        assertThatIllegalArgumentException()
                .as("nobody counts twice")
                .isThrownBy(() -> digest.add(new SheetDigest.Line(later, "90001", entry, Result.Outcome.PASSED)));
    }
}
