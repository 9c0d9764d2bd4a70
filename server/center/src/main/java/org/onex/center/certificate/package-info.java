/** Certificates (证书): signed by the awarding body and the college, issued, downloaded, verified, revoked. */
@NullMarked
@ApplicationModule(
        displayName = "certificate",
        allowedDependencies = {
            "catalog",
            "plan",
            "candidate",
            "photo",
            "fee",
            "registration",
            "signature",
            "typesetting"
        })
package org.onex.center.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
