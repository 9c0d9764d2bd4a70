package org.onex.center.node;

import org.onex.foundation.exchange.VerifyingKey;

/** The centre's word to its nodes (中心签名): every node has pinned its key when it was enrolled and believes nothing else. */
public interface CenterSignature {

    /** 64 bytes, Ed25519. */
    byte[] sign(byte[] message);

    VerifyingKey verifyingKey();
}
