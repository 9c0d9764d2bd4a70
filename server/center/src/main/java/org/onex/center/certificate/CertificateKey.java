package org.onex.center.certificate;

import java.util.UUID;

/**
 * Names one certificate of one person.
 *
 * @param candidate the person, for life
 * @param id        of the certificate, unique with the person
 */
record CertificateKey(UUID candidate, UUID id) {

    /** As the audit trail writes it. */
    String text() {
        return candidate + "/" + id;
    }
}
