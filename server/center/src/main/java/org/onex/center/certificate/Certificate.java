package org.onex.center.certificate;

/** What somebody holds who passed (证书). */
final class Certificate {

    /** Whether it holds. */
    enum State {
        VALID,
        REVOKED
    }

    private Certificate() {}
}
