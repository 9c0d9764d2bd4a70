package org.onex.center.node;

import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key by which every node knows this centre (中心签名密钥): made at the first start, sealed by the vault, and never another one, because
 * the nodes have pinned it.
 */
@Component
class CenterKey implements CenterSignature {

    private static final String PURPOSE = "signing key of the centre";

    private final SigningKey key;

    /** Of two centres that start at once with one database, both end up with the key of whoever was first. */
    CenterKey(JdbcClient jdbc, Vault vault) {
        jdbc.sql("insert into node.center_key (id, key_sealed) values (1, :sealed) on conflict (id) do nothing")
                .param("sealed", vault.seal(SigningKey.random().bytes(), PURPOSE))
                .update();
        var sealed = jdbc.sql("select key_sealed from node.center_key where id = 1")
                .query(byte[].class)
                .single();
        this.key = SigningKey.of(vault.open(sealed, PURPOSE));
    }

    SigningKey signingKey() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        return key.sign(message);
    }

    @Override
    public VerifyingKey verifyingKey() {
        return key.verifyingKey();
    }
}
