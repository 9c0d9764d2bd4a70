package org.onex.foundation.vault;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out before anything is written whether a database belongs to these keys. */
final class KeyCheck {

    private static final String KNOWN = "OneX";
    private static final String PURPOSE = "key check";

    private final JdbcClient jdbc;

    KeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalStateException if the database was filled with other keys: people would be entered twice, and nothing could be read
     */
    void require(Vault vault) {
        jdbc.sql("insert into vault.key_check (id, hash) values (1, :hash) on conflict (id) do nothing")
                .param("hash", vault.hash(KNOWN, PURPOSE))
                .update();
        var hash = jdbc.sql("select hash from vault.key_check where id = 1")
                .query(String.class)
                .single();
        if (!Digests.same(hash, vault.hash(KNOWN, PURPOSE))) {
            throw new IllegalStateException(
                    "the keys in this data folder are not those of the database; put the folder \"keys\" back that belongs to it");
        }
    }
}
