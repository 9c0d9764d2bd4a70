package org.onex.foundation.clock;

import java.time.OffsetDateTime;
import org.onex.contract.kernel.Window;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody what time the examination has. */
@RestController
@RequestMapping("/api/clock")
class ClockController {

    private final BusinessClock clock;
    private final Mode mode;

    ClockController(BusinessClock clock, Mode mode) {
        this.clock = clock;
        this.mode = mode;
    }

    /**
     * @param now     business time, with Beijing's offset
     * @param movable whether the operator may move it forwards (never in production)
     */
    record BusinessTime(OffsetDateTime now, boolean movable, Mode mode) {}

    @GetMapping
    BusinessTime read() {
        return new BusinessTime(Window.inBeijing(clock.instant()), !mode.isProduction(), mode);
    }
}
