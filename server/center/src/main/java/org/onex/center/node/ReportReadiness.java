package org.onex.center.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in what an exam server says of itself and tells it how its clock goes. */
@Service
class ReportReadiness {

    /** What is outside is no clock, and beyond what can be reckoned with. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_SEATS = 100_000;

    private final Readinesses readinesses;
    private final Clock businessClock;
    private final Clock machine = Clock.systemUTC();

    ReportReadiness(Readinesses readinesses, Clock businessClock) {
        this.readinesses = readinesses;
        this.businessClock = businessClock;
    }

    /**
     * @param now the node's business time
     */
    record Report(Instant now, String version, long freeBytes, int exams, Readiness.@Nullable Practice practised) {

        private void requireUsable() {
            require(isPlausible(now), "now");
            require(NodeName.isVersion(version), "version");
            require(freeBytes >= 0, "freeBytes");
            require(exams >= 0, "exams");
            if (practised != null) {
                require(isPlausible(practised.at()), "practised.at");
                require(practised.seats() >= 0 && practised.seats() <= MOST_SEATS, "practised.seats");
                require(practised.handedIn() >= 0 && practised.handedIn() <= practised.seats(), "practised.handedIn");
            }
        }

        private static boolean isPlausible(Instant time) {
            return time.isAfter(EARLIEST) && time.isBefore(LATEST);
        }

        private static void require(boolean right, String field) {
            if (!right) {
                throw NodeRefused.of(NodeRefused.Code.READINESS_INVALID, "field", field);
            }
        }
    }

    /**
     * @param now    the centre's business time
     * @param skewMs by how much the node is ahead of it
     */
    record ReadinessAnswer(Instant now, long skewMs) {}

    /** A report that was signed before the last one changes nothing and is answered all the same. */
    ReadinessAnswer report(Report report, NodeAuthentication.SignedBy by) {
        report.requireUsable();
        var now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        var skew = Duration.between(now, report.now()).toMillis();
        var readiness = new Readiness(
                machine.instant(), now, skew, report.version(), report.freeBytes(), report.exams(), report.practised());
        readinesses.keep(by.node(), by.at(), readiness);
        return new ReadinessAnswer(now, skew);
    }
}
