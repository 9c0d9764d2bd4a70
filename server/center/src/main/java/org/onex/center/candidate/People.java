package org.onex.center.candidate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All people that were ever entered, once each, found by the keyed hash of their ID number. */
@Repository
class People {

    private static final String HASH_PURPOSE = "ID number";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Vault vault;

    People(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    Optional<UUID> find(IdNumber number) {
        return Optional.ofNullable(find(List.of(number)).get(number));
    }

    /** Who of these is known. */
    Map<IdNumber, UUID> find(Collection<IdNumber> numbers) {
        return find(hashes(numbers));
    }

    private Map<IdNumber, UUID> find(Map<String, IdNumber> numbers) {
        var found = new HashMap<IdNumber, UUID>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select id_hash, candidate_id from candidate.person_identity where id_hash in (:hashes)")
                    .param("hashes", numbers.keySet())
                    .query((row, n) -> {
                        var number = Optional.ofNullable(numbers.get(row.getString("id_hash")))
                                .orElseThrow();
                        return found.put(number, row.getObject("candidate_id", UUID.class));
                    })
                    .list();
        }
        return found;
    }

    /** Enters whoever of these is not known yet; whoever enters the same person at the same time gets the same id. */
    Map<IdNumber, UUID> findOrAdd(Collection<IdNumber> numbers, Instant now) {
        var hashes = hashes(numbers);
        var found = find(hashes);
        var isNew = hashes.entrySet().stream()
                .filter(entry -> !found.containsKey(entry.getValue()))
                .toList();
        if (isNew.isEmpty()) {
            return found;
        }
        batches.batchUpdate(
                """
                insert into candidate.person_identity (id_hash, candidate_id) values (:hash, :id)
                on conflict (id_hash) do nothing
                """,
                isNew.stream()
                        .map(entry -> new MapSqlParameterSource("hash", entry.getKey()).addValue("id", Ids.next()))
                        .toArray(SqlParameterSource[]::new));
        var all = find(hashes);
        batches.batchUpdate(
                """
                insert into candidate.person (candidate_id, number_sealed, since) values (:id, :sealed, :since)
                on conflict (candidate_id) do nothing
                """,
                isNew.stream()
                        .map(entry -> person(
                                Optional.ofNullable(all.get(entry.getValue())).orElseThrow(), entry.getValue(), now))
                        .toArray(SqlParameterSource[]::new));
        return all;
    }

    private SqlParameterSource person(UUID id, IdNumber number, Instant now) {
        return new MapSqlParameterSource("id", id)
                .addValue("sealed", vault.seal(number.value(), purpose(id)))
                .addValue("since", Timestamp.from(now));
    }

    IdNumber number(byte[] sealed, UUID candidate) {
        return IdNumber.of(vault.openText(sealed, purpose(candidate)));
    }

    private static String purpose(UUID candidate) {
        return "ID number of " + candidate;
    }

    /** In the order of the hashes: who adds several takes them in the same order as everybody else, and nobody waits for ever. */
    private Map<String, IdNumber> hashes(Collection<IdNumber> numbers) {
        var hashes = new TreeMap<String, IdNumber>();
        numbers.forEach(number -> hashes.put(vault.hash(number.value(), HASH_PURPOSE), number));
        return hashes;
    }
}
