package org.onex.center.signature;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Somebody who can sign (签名人): a private key under a name, and what vouches for it.
 *
 * @param chain its own X.509 certificate, then that of the authority
 */
record Signatory(String name, PrivateKey key, List<X509Certificate> chain) {

    Signatory {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Never the key: records end up in logs. */
    @Override
    public String toString() {
        return "Signatory[" + name + "]";
    }
}
