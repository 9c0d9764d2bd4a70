package org.onex.center.certificate;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All numbers that were ever taken, and the last one of each series. A number is taken in the transaction that gives it to a certificate: if that
 * fails, the next one takes it, and none is missing.
 */
@Repository
class CertificateNumbers {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    CertificateNumbers(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** So many places of a series, one after another; whoever else takes some of it waits until this transaction ends. */
    List<CertificateNumber> take(CertificateNumber.Series series, int count) {
        int last = jdbc.sql("""
                insert into certificate.sequence (awarding_body, year, level, taken) values (:body, :year, :level, :count)
                on conflict (awarding_body, year, level) do update set taken = sequence.taken + excluded.taken
                returning taken
                """)
                .param("body", series.awardingBody())
                .param("year", series.year())
                .param("level", series.level().number())
                .param("count", count)
                .query(Integer.class)
                .single();
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(series::number)
                .toList();
    }

    void add(Map<CertificateKey, CertificateNumber> given) {
        batches.batchUpdate(
                """
                insert into certificate.number (number, candidate_id, certificate_id) values (:number, :candidate, :id)
                """,
                given.entrySet().stream()
                        .map(entry -> new MapSqlParameterSource(
                                        "number", entry.getValue().text())
                                .addValue("candidate", entry.getKey().candidate())
                                .addValue("id", entry.getKey().id()))
                        .toArray(SqlParameterSource[]::new));
    }
}
