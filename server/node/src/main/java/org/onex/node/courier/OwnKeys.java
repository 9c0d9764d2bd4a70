package org.onex.node.courier;

import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;

/**
 * The keys of this node (本机密钥), which never leave it.
 *
 * @param signing by which the centre knows who asks
 * @param opening with which only this node opens what was sealed for it
 */
record OwnKeys(SigningKey signing, OpeningKey opening) {

    static OwnKeys random() {
        return new OwnKeys(SigningKey.random(), OpeningKey.random());
    }

    String verifyingKey() {
        return signing.verifyingKey().base64();
    }

    String sealingKey() {
        return opening.sealingKey().base64();
    }
}
