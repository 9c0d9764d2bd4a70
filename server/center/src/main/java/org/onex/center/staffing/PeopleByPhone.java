package org.onex.center.staffing;

import java.util.Collection;
import java.util.TreeSet;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Everybody who was ever named, told apart by their phone; one person can be an invigilator of several bodies. */
@Repository
class PeopleByPhone {

    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    PeopleByPhone(NamedParameterJdbcTemplate batches, Vault vault) {
        this.batches = batches;
        this.vault = vault;
    }

    /** Under what a phone is found. */
    String hash(String phone) {
        return vault.hash(phone, "phone of an invigilator");
    }

    /** Keeps these, who may be new, from being named or assigned by others until the transaction ends. */
    void hold(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        // Counting locks the row, whether it was there or not; always in one order, so that nobody waits in a ring.
        batches.batchUpdate(
                """
                insert into staffing.person (phone_hash, changes) values (:hash, 1)
                on conflict (phone_hash) do update set changes = person.changes + 1
                """,
                new TreeSet<>(hashes)
                        .stream()
                                .map(hash -> new MapSqlParameterSource("hash", hash))
                                .toArray(SqlParameterSource[]::new));
    }
}
