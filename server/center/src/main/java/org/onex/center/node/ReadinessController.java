package org.onex.center.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a node tells of itself; only nodes get here, and only with their signature. */
@RestController
@RequestMapping("/api/node/readiness")
class ReadinessController {

    private final ReportReadiness readiness;

    ReadinessController(ReportReadiness readiness) {
        this.readiness = readiness;
    }

    /** The best mock exam. */
    record Practised(Instant at, int seats, int handedIn) {}

    /**
     * @param now   the node's business time
     * @param exams sessions that are not over
     */
    record ReadinessRequest(
            Instant now,
            String version,
            long freeBytes,
            @Nullable Practised practised,
            int exams) {

        ReportReadiness.Report report() {
            return new ReportReadiness.Report(
                    now,
                    version,
                    freeBytes,
                    exams,
                    practised == null
                            ? null
                            : new Readiness.Practice(practised.at(), practised.seats(), practised.handedIn()));
        }
    }

    @PutMapping
    @PreAuthorize("hasAuthority('node')")
    ReportReadiness.ReadinessAnswer report(@RequestBody ReadinessRequest request, NodeAuthentication.SignedBy by) {
        return readiness.report(request.report(), by);
    }
}
