package org.onex.node.courier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the technician of a site brings onto the node, and takes off it again. */
@RestController
@RequestMapping("/api/courier")
class CourierController {

    private static final int USUAL_LATENESS = 30;

    private final TechnicianCode code;
    private final PrepareMockExam mockExams;
    private final WipeBundle wipe;

    CourierController(TechnicianCode code, PrepareMockExam mockExams, WipeBundle wipe) {
        this.code = code;
        this.mockExams = mockExams;
        this.wipe = wipe;
    }

    record MockExam(
            int seats,
            int opensInMinutes,
            int minutes,
            @Nullable Integer lateMinutes,
            @Nullable Integer subjects) {}

    @PostMapping("/mock-exams")
    @ResponseStatus(HttpStatus.CREATED)
    PrepareMockExam.Prepared prepareMockExam(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody MockExam wish) {
        code.require(authorization);
        var lateMinutes = wish.lateMinutes();
        var subjects = wish.subjects();
        return mockExams.prepare(new PrepareMockExam.Wish(
                wish.seats(),
                wish.opensInMinutes(),
                wish.minutes(),
                lateMinutes == null ? USUAL_LATENESS : lateMinutes,
                subjects == null ? 1 : subjects));
    }

    @PostMapping("/bundles/{bundle}/wiping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wipe(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable UUID bundle) {
        code.require(authorization);
        wipe.wipe(bundle);
    }
}
