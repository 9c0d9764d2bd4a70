package org.onex.center.script;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys for which everything is sealed that comes back to an awarding body (回收密钥): made when they are asked for first and never
 * others, because what sites have sealed must open for ever. The private halves are sealed by the vault.
 */
@Repository
class ReturnKeys {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ReturnKeys(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Of two who ask first at once both get the key of whoever was first. */
    OpeningKey of(String awardingBody) {
        return OpeningKey.of(vault.open(
                find(awardingBody).orElseGet(() -> {
                    make(awardingBody);
                    return find(awardingBody).orElseThrow();
                }),
                purpose(awardingBody)));
    }

    private Optional<byte[]> find(String awardingBody) {
        return jdbc.sql("select key_sealed from script.return_key where awarding_body = :body")
                .param("body", awardingBody)
                .query((row, n) -> row.getBytes("key_sealed"))
                .optional();
    }

    private void make(String awardingBody) {
        jdbc.sql("""
                insert into script.return_key (awarding_body, key_sealed, made_at) values (:body, :key, :now)
                on conflict (awarding_body) do nothing
                """)
                .param("body", awardingBody)
                .param("key", vault.seal(OpeningKey.random().bytes(), purpose(awardingBody)))
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    private static String purpose(String awardingBody) {
        return "return key of " + awardingBody;
    }
}
