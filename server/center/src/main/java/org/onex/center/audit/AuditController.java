package org.onex.center.audit;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an auditor check that nobody touched the trail. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final VerifyTrail verify;

    AuditController(VerifyTrail verify) {
        this.verify = verify;
    }

    @GetMapping("/verification")
    @PreAuthorize("hasAuthority('audit.read')")
    VerifyTrail.Verification verification() {
        return verify.verify();
    }
}
