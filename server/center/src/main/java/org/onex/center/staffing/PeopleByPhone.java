package org.onex.center.staffing;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who was ever named, told apart by their phone; one person can be an invigilator of several bodies. */
@Repository
class PeopleByPhone {

    private final JdbcClient jdbc;
    private final Vault vault;

    PeopleByPhone(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Under what a phone is found. */
    String hash(String phone) {
        return vault.hash(phone, "phone of an invigilator");
    }

    /** Keeps somebody, who may be new, from being named or assigned by others until the transaction ends. */
    void enter(String hash) {
        jdbc.sql("insert into staffing.person (phone_hash) values (:hash) on conflict (phone_hash) do nothing")
                .param("hash", hash)
                .update();
        hold(Set.of(hash));
    }

    /** Keeps these from being assigned by others until the transaction ends; always in one order, so that nobody waits in a ring. */
    void hold(Collection<String> hashes) {
        if (!hashes.isEmpty()) {
            jdbc.sql("""
                    select phone_hash from staffing.person where phone_hash in (:hashes) order by phone_hash for update
                    """)
                    .param("hashes", new TreeSet<>(hashes))
                    .query(String.class)
                    .list();
        }
    }
}
