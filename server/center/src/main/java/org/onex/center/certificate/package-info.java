/** Certificates (证书): drawn up for who passed, signed by the awarding body and the college, numbered, handed out, verified, revoked. */
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
            "result",
            "signature",
            "typesetting"
        })
package org.onex.center.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
