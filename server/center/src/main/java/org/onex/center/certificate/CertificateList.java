package org.onex.center.certificate;

import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;
import org.springframework.stereotype.Repository;

/** The list of certificates that somebody may see. */
@Repository
class CertificateList {

    /**
     * What somebody looks for; absent means any.
     *
     * @param plan its code; likewise the college
     * @param text part of the number or of the name
     */
    record Filter(
            @Nullable String plan,
            @Nullable String college,
            @Nullable Level level,
            Certificate.@Nullable State state,
            @Nullable String text) {}
}
