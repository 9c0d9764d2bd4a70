package org.onex.center.certificate;

import org.jspecify.annotations.Nullable;
import org.onex.center.catalog.Level;

/**
 * Somebody in an issue as people see them.
 *
 * @param idNumber    masked
 * @param number      of the certificate; null until both have signed and it has one
 * @param hasPhoto    whether there is one to print
 * @param unprintable characters of the name that no font has; who has such waits for the next issue
 */
record IssuedPersonView(
        CertificateKey key,
        String name,
        String idNumber,
        String ticket,
        CertificateView.CertificateQualification qualification,
        Level level,
        @Nullable String number,
        boolean hasPhoto,
        String unprintable) {}
